/** What a reader sees of a text, with the way back from places in the source. */
export interface VisibleText {
  readonly text: string;
  /** The place in `text` of a place in the source, both in UTF-16 code units. */
  place(source: number): number;
}

const BLOCK = /^\/?(?:p|div|br|li|tr|h[1-6]|blockquote|ul|ol|table|hr)\b/i;
const HIDDEN = /^(?:head|style|script|title|template)\b/i;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** A plain text, whose places are its own. */
export function plainText(text: string): VisibleText {
  return { text, place: (source) => source };
}

/**
 * The words of an HTML message as plain text. Nothing of it ever becomes markup of this page:
 * tags are dropped, blocks become line breaks, and places of the source are kept.
 */
export function visibleText(html: string): VisibleText {
  let text = "";
  // places[i] is where code unit i of the source went.
  const places = new Uint32Array(html.length + 1);
  let at = 0;
  const fill = (end: number): void => {
    places.fill(text.length, at, end);
    at = end;
  };
  const space = (breaks: boolean): void => {
    if (text === "" || text.endsWith("\n")) return;
    if (breaks) text = `${text.trimEnd()}\n`;
    else if (!text.endsWith(" ")) text += " ";
  };
  while (at < html.length) {
    const char = html.charAt(at);
    if (char === "<") {
      const end = endOfTag(html, at);
      const tag = html.slice(at + 1, end - 1);
      fill(end);
      if (BLOCK.test(tag)) space(true);
      const hidden = HIDDEN.exec(tag);
      if (hidden) fill(endOfElement(html, at, hidden[0]));
    } else if (char === "&") {
      const entity = /^&(#x?[\da-f]{1,6}|[a-z]{2,6});/i.exec(html.slice(at, at + 12));
      const decoded = entity?.[1] === undefined ? undefined : decode(entity[1]);
      const raw = decoded === undefined ? char : (entity?.[0] ?? char);
      fill(at + raw.length);
      text += decoded ?? char;
    } else {
      const blank = /\s/.test(char);
      fill(at + 1);
      if (blank) space(false);
      else text += char;
    }
  }
  places[html.length] = text.length;
  const trimmed = text.trimEnd();
  return { text: trimmed, place: (source) => Math.min(places[Math.min(source, html.length)] ?? 0, trimmed.length) };
}

function endOfTag(html: string, start: number): number {
  const closing = html.startsWith("<!--", start) ? "-->" : ">";
  const end = html.indexOf(closing, start);
  return end === -1 ? html.length : end + closing.length;
}

function endOfElement(html: string, start: number, name: string): number {
  const end = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, start);
  return end === -1 ? html.length : end;
}

function decode(entity: string): string | undefined {
  if (!entity.startsWith("#")) return NAMED[entity.toLowerCase()];
  const hex = entity.charAt(1).toLowerCase() === "x";
  const code = Number.parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
