/** What a reader sees of a text, with the way back from places in the source. */
export interface VisibleText {
  readonly text: string;
  /** The place in `text` of a place in the source, both in UTF-16 code units. */
  place(source: number): number;
}

const PARAGRAPH = /^\/?(?:p|h[1-6]|blockquote|ul|ol|table)\b/i;
const BLOCK = /^\/?(?:div|br|li|tr|hr)\b/i;
const HIDDEN = /^(?:head|style|script|title|template)\b/i;
const ENTITY = /&(#x?[\da-f]{1,6}|[a-z]{2,6});/iy;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** White space between words; the widest that was seen since the last word counts. */
const GAPS = ["", " ", "\n", "\n\n"] as const;
const [NO_GAP, BLANK, LINE, EMPTY_LINE] = [0, 1, 2, 3] as const;

/** A plain text, whose places are its own. */
export function plainText(text: string): VisibleText {
  return { text, place: (source) => source };
}

/**
 * The words of an HTML message as plain text. Nothing of it ever becomes markup of this page:
 * tags are dropped, blocks become line breaks, and places of the source are kept. One pass.
 */
export function visibleText(html: string): VisibleText {
  // places[i] is where code unit i of the source went.
  const places = new Uint32Array(html.length + 1);
  const parts: string[] = [];
  let length = 0;
  let gap = NO_GAP as number;
  let at = 0;
  const skip = (end: number): void => {
    places.fill(length, at, end);
    at = end;
  };
  const write = (words: string, end: number): void => {
    const space = length === 0 ? "" : (GAPS[gap] ?? "");
    gap = NO_GAP;
    length += space.length;
    skip(end);
    parts.push(space, words);
    length += words.length;
  };
  while (at < html.length) {
    const char = html.charAt(at);
    if (char === "<") {
      const end = endOfTag(html, at);
      const tag = html.slice(at + 1, Math.min(end, at + 16));
      if (PARAGRAPH.test(tag)) gap = EMPTY_LINE;
      else if (BLOCK.test(tag)) gap = Math.max(gap, LINE);
      const hidden = HIDDEN.exec(tag);
      skip(hidden ? endOfElement(html, end, hidden[0]) : end);
    } else if (/\s/.test(char)) {
      gap = Math.max(gap, BLANK);
      skip(at + 1);
    } else {
      const decoded = char === "&" ? decode(html, at) : undefined;
      write(decoded?.text ?? char, decoded?.end ?? at + 1);
    }
  }
  places[html.length] = length;
  return { text: parts.join(""), place: (source) => places[Math.min(source, html.length)] ?? length };
}

function endOfTag(html: string, start: number): number {
  const closing = html.startsWith("<!--", start) ? "-->" : ">";
  const end = html.indexOf(closing, start);
  return end === -1 ? html.length : end + closing.length;
}

/** Where the closing tag of an element that shows nothing begins; the end of the text when there is none. */
function endOfElement(html: string, start: number, name: string): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = start;
  return closing.exec(html)?.index ?? html.length;
}

function decode(html: string, at: number): { readonly text: string; readonly end: number } | undefined {
  ENTITY.lastIndex = at;
  const [, name = ""] = ENTITY.exec(html) ?? [];
  const text = name.startsWith("#") ? numbered(name.slice(1)) : NAMED[name.toLowerCase()];
  return text === undefined ? undefined : { text, end: at + name.length + 2 };
}

function numbered(digits: string): string | undefined {
  const hex = digits.charAt(0).toLowerCase() === "x";
  const code = Number.parseInt(hex ? digits.slice(1) : digits, hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
