/** A text with a caret in it. */
export interface Caret {
  readonly text: string;
  readonly at: number;
}

/** Where the saved-reply picker was opened and what was typed since. */
export interface Trigger {
  readonly start: number;
  readonly query: string;
}

const TRIGGER = /(?:^|\s)(##|::|\/)(?!\s)([^\n]{0,40})$/u;

/** The trigger that the caret stands behind: `##`, `::` or `/` after a blank or at the start. */
export function findTrigger({ text, at }: Caret): Trigger | undefined {
  const line = text.slice(Math.max(0, at - 44), at);
  const found = TRIGGER.exec(line);
  const [, mark = "", query = ""] = found ?? [];
  if (found === null) return undefined;
  return { start: at - query.length - mark.length, query };
}

/** Puts `insert` over the stretch from `start` to `end`, on lines of its own where text surrounds it. */
export function spliceText(text: string, start: number, end: number, insert: string): Caret {
  return { text: text.slice(0, start) + insert + text.slice(end), at: start + insert.length };
}

/** Where a blank that must be filled still stands in a draft. */
export interface OpenBlank {
  readonly blank: string;
  readonly start: number;
  readonly end: number;
}

/** The blanks that were inserted and still stand in the draft, in order. */
export function openBlanks(text: string, blanks: readonly string[]): OpenBlank[] {
  const found: OpenBlank[] = [];
  for (const blank of new Set(blanks)) {
    if (blank === "") continue;
    for (let start = text.indexOf(blank); start !== -1; start = text.indexOf(blank, start + blank.length)) {
      found.push({ blank, start, end: start + blank.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
