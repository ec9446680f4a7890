/** One record of a CSV file and the line it starts on, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  /** The line where a quote was opened that never closes. */
  readonly unclosedQuote?: number;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * Reads RFC 4180 and what spreadsheets make of it: any line ending, quotes with line breaks inside,
 * and comma, semicolon, tab or bar between the cells, found from the first record.
 */
export function parseCsv(source: string): CsvTable {
  const text = source.replace(/^\uFEFF/, "");
  const delimiter = guessDelimiter(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let rowLine = 1;
  let quoteLine = 0;
  let quoted = false;
  let wasQuoted = false;

  const endCell = (): void => {
    cells.push(wasQuoted ? cell : cell.trim());
    cell = "";
    wasQuoted = false;
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((value) => value !== "")) rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line;
  };

  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const breaks = char === "\n" || (char === "\r" && text.charAt(at + 1) !== "\n");
    if (breaks) line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === "" && !wasQuoted) {
      cell = "";
      quoted = true;
      wasQuoted = true;
      quoteLine = line;
    } else if (char === delimiter) endCell();
    else if (breaks) endRow();
    else if (char !== "\r") cell += char;
  }
  if (quoted) return { rows, unclosedQuote: quoteLine };
  endRow();
  return { rows };
}

/** The delimiter found most often outside quotes in the first record. */
function guessDelimiter(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const char of text.slice(0, 10_000)) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === "\n") break;
    else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  let best = ",";
  for (const delimiter of DELIMITERS) {
    if ((counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0)) best = delimiter;
  }
  return best;
}
