import { parseCsv } from "./csv";
import { brokenAt } from "./json-place";

/** A plain object as it stood in a file. */
export type Fields = Readonly<Record<string, unknown>>;

/** One record of a file, with the line it starts on, counted from 1. */
export interface FileRecord {
  readonly line: number;
  readonly fields: Fields;
}

export interface Problem {
  readonly line: number;
  readonly message: string;
}

export interface ReadRecords {
  readonly format: "CSV" | "JSON" | "NDJSON";
  readonly records: readonly FileRecord[];
  readonly problems: readonly Problem[];
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads CSV, JSON (a list, one object, or an object that holds one list) or NDJSON, known by its first character. */
export function readRecords(source: string): ReadRecords {
  const text = source.replace(/^\uFEFF/, "");
  const first = text.trimStart().charAt(0);
  if (first === "[") return readJson(text);
  if (first === "{") return isManyObjects(text) ? readLines(text) : readJson(text);
  return readTable(text);
}

/** NDJSON if the first line that holds anything is a whole object and another line follows it. */
function isManyObjects(text: string): boolean {
  const lines = text
    .trim()
    .split(/\r?\n/, 3)
    .filter((line) => line.trim() !== "");
  if (lines.length < 2) return false;
  return tryJson(lines[0] ?? "").ok || tryJson(lines[1] ?? "").ok;
}

function readLines(text: string): ReadRecords {
  const records: FileRecord[] = [];
  const problems: Problem[] = [];
  text.split(/\r?\n/).forEach((row, index) => {
    if (row.trim() === "") return;
    const parsed = tryJson(row);
    if (!parsed.ok) problems.push({ line: index + 1, message: `This is not valid JSON: ${parsed.reason}.` });
    else if (!isFields(parsed.value)) problems.push({ line: index + 1, message: "Each line must hold one object." });
    else records.push({ line: index + 1, fields: parsed.value });
  });
  return { format: "NDJSON", records, problems };
}

function readJson(text: string): ReadRecords {
  const parsed = tryJson(text);
  if (!parsed.ok) {
    const line = text.slice(0, brokenAt(text)).trimEnd().split("\n").length;
    return { format: "JSON", records: [], problems: [{ line, message: `This is not valid JSON: ${parsed.reason}.` }] };
  }
  const items = Array.isArray(parsed.value) ? parsed.value : (listInside(parsed.value) ?? [parsed.value]);
  const lines = linesOfItems(text);
  const records: FileRecord[] = [];
  const problems: Problem[] = [];
  items.forEach((item: unknown, index) => {
    const line = lines[index] ?? 1;
    if (isFields(item)) records.push({ line, fields: item });
    else problems.push({ line, message: "Each item of the list must be an object." });
  });
  return { format: "JSON", records, problems };
}

function readTable(text: string): ReadRecords {
  const table = parseCsv(text);
  const problems: Problem[] = [];
  if (table.unclosedQuote !== undefined) {
    problems.push({ line: table.unclosedQuote, message: "A quote opens here and never closes." });
  }
  const [head, ...rows] = table.rows;
  const names = head?.cells.map((name) => name.trim()) ?? [];
  const records: FileRecord[] = [];
  for (const row of rows) {
    if (row.cells.length > names.length) {
      problems.push({
        line: row.line,
        message: `${row.cells.length} cells, but the head names ${names.length} columns.`,
      });
      continue;
    }
    const cells = names.map((name, column) => [name, row.cells[column] ?? ""] as const);
    records.push({
      line: row.line,
      fields: Object.fromEntries(cells.filter(([name, value]) => name !== "" && value !== "")),
    });
  }
  return { format: "CSV", records, problems };
}

function listInside(value: unknown): readonly unknown[] | undefined {
  if (!isFields(value)) return undefined;
  const lists = Object.values(value).filter((inner) => Array.isArray(inner) && isFields(inner[0]));
  const isRecord = "text" in value || "body" in value;
  return !isRecord && lists.length === 1 ? (lists[0] as readonly unknown[]) : undefined;
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

function tryJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: reason.replace(/, "?\.{3}.*$|, ".*$/s, "").replace(/\.$/, "") };
  }
}

/** The lines on which the objects of the outermost list start. */
function linesOfItems(text: string): number[] {
  const lines: number[] = [];
  const listDepth = text.trimStart().startsWith("[") ? 1 : 2;
  let depth = 0;
  let line = 1;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "\n") line += 1;
    if (quoted) {
      if (char === "\\") at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{" || char === "[") {
      if (char === "{" && depth === listDepth) lines.push(line);
      depth += 1;
    } else if (char === "}" || char === "]") depth -= 1;
  }
  return lines;
}
