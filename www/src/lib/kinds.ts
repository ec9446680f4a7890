import type { Article, Message, Reply } from "hotcold";
import { isFields, type Fields, type FileRecord, type Problem, type ReadRecords } from "./records";

export type Kind = "messages" | "replies" | "articles";

/** A message as files hold it: with an id, perhaps without a time. */
export type FileMessage = Message & { readonly id: string; readonly receivedAt?: number };

export type Loaded =
  | { readonly kind: "messages"; readonly records: readonly FileMessage[]; readonly problems: readonly Problem[] }
  | { readonly kind: "replies"; readonly records: readonly Reply[]; readonly problems: readonly Problem[] }
  | { readonly kind: "articles"; readonly records: readonly Article[]; readonly problems: readonly Problem[] };

/** Other names of our fields in exports of helpdesks and spreadsheets, lower case without marks. */
const ALIASES: Readonly<Record<string, string>> = {
  message: "text",
  comment: "text",
  description: "text",
  post: "text",
  from: "customer.name",
  author: "customer.name",
  customer: "customer.name",
  name: "customer.name",
  sender: "customer.name",
  email: "customer.email",
  customeremail: "customer.email",
  mail: "customer.email",
  customername: "customer.name",
  vip: "customer.vip",
  receivedat: "receivedAt",
  createdat: "receivedAt",
  date: "receivedAt",
  time: "receivedAt",
  timestamp: "receivedAt",
  received: "receivedAt",
  source: "channel",
  network: "channel",
  ticketid: "id",
  conversationid: "id",
  ordernumber: "fields.order.number",
  order: "fields.order.number",
  shortcode: "shortcut",
  content: "body",
  answer: "body",
  question: "title",
  locale: "language",
  lang: "language",
  labels: "tags",
  link: "url",
  state: "status",
};
const MESSAGE_MARKS = ["text", "channel", "customer", "receivedAt", "thread", "headers", "subject"];
const ARTICLE_MARKS = ["url", "format", "status", "keywords", "translations", "promoted", "votes", "visibility"];
const LISTS = new Set(["tags", "keywords", "examples"]);

/** Tells what the records are by their fields, and turns the good ones into our objects. Bad ones become problems. */
export function load({ records, problems, format }: ReadRecords): Loaded | undefined {
  const named = records.map(({ line, fields }) => ({ line, fields: format === "CSV" ? fromCells(fields) : fields }));
  const kind = kindOf(named);
  if (kind === undefined) return undefined;
  const bad: Problem[] = [...problems];
  const seen = new Set<string>();
  const good = named.flatMap((record) => {
    const message = complaint(kind, record, seen);
    if (message !== undefined) bad.push({ line: record.line, message });
    return message === undefined ? [withId(kind, record)] : [];
  });
  bad.sort((a, b) => a.line - b.line);
  // Required fields were looked at above; the engine checks all others and names the one that is wrong.
  if (kind === "messages") return { kind, records: good.map(withTime) as unknown as FileMessage[], problems: bad };
  if (kind === "replies") return { kind, records: good as unknown as Reply[], problems: bad };
  return { kind, records: good as unknown as Article[], problems: bad };
}

/** By most of the records, so that one odd record does not turn the file into something else. */
function kindOf(records: readonly FileRecord[]): Kind | undefined {
  const votes: Record<Kind, number> = { messages: 0, replies: 0, articles: 0 };
  for (const { fields } of records) {
    const has = (name: string): boolean => name in fields;
    if (has("text")) votes.messages += 1;
    else if (has("body") && ARTICLE_MARKS.some(has)) votes.articles += 1;
    else if (has("body") && (has("title") || has("shortcut"))) votes.replies += 1;
    else if (MESSAGE_MARKS.some(has)) votes.messages += 1;
  }
  const [best] = (Object.entries(votes) as [Kind, number][]).sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : undefined;
}

function complaint(kind: Kind, { fields }: FileRecord, seen: Set<string>): string | undefined {
  for (const name of kind === "messages" ? ["text"] : ["title", "body"]) {
    const value = fields[name];
    if (value === undefined || value === "") return `The ${name} is missing.`;
    if (typeof value !== "string") return `The ${name} must be a string.`;
  }
  const { id, receivedAt } = fields;
  if (id !== undefined && typeof id !== "string" && typeof id !== "number") return "The id must be a string.";
  if (id !== undefined && seen.has(String(id))) return `The id ${String(id)} stands in the file twice.`;
  if (id !== undefined) seen.add(String(id));
  if (receivedAt !== undefined && timeOf(receivedAt) === undefined) return "receivedAt is no time that can be read.";
  return undefined;
}

function withId(kind: Kind, { line, fields }: FileRecord): Fields {
  if (fields["id"] !== undefined) return { ...fields, id: String(fields["id"]) };
  // From the words, so that the same file dropped twice does not double the inbox.
  const words = JSON.stringify([fields["text"], fields["title"], fields["body"], fields["customer"], line]);
  return { ...fields, id: `${kind.slice(0, 1)}-${hash(words)}` };
}

function withTime(fields: Fields): Fields {
  const at = fields["receivedAt"];
  return at === undefined ? fields : { ...fields, receivedAt: timeOf(at) };
}

function timeOf(value: unknown): number | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return value < 1e11 ? value * 1000 : value;
  if (typeof value !== "string") return undefined;
  if (/^\d{9,14}$/.test(value)) return timeOf(Number(value));
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** Cells of a table as an object: known columns by our names, dots as nesting, lists cut at commas or semicolons. */
function fromCells(cells: Fields): Fields {
  const has = (name: string): boolean => Object.keys(cells).some((cell) => cell.trim().toLowerCase() === name);
  const root: Record<string, unknown> = {};
  for (const [cell, value] of Object.entries(cells)) {
    const plain = cell.toLowerCase().replace(/[\s_-]/g, "");
    // "body" and "content" are the text of a message unless a title makes them the text of a reply or article.
    const isText = !has("title") && !has("shortcut") && !has("text") && /^(?:body|content)$/.test(plain);
    const path = isText ? "text" : (ALIASES[plain] ?? cell.trim());
    if (typeof value === "string") put(root, path.split("."), typed(path, value));
  }
  return root;
}

function typed(path: string, value: string): unknown {
  if (LISTS.has(path))
    return value
      .split(/[;,|]/)
      .map((part) => part.trim())
      .filter(Boolean);
  if (path === "customer.vip" || path === "html" || path === "promoted") return /^(?:1|true|yes|x)$/i.test(value);
  if (path === "usage" || path === "votes" || /(?:followers|unanswered)$/.test(path)) return Number(value) || 0;
  return value;
}

function put(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined || head === "__proto__") return;
  if (rest.length === 0) {
    root[head] = value;
    return;
  }
  const inner = isFields(root[head]) ? { ...root[head] } : {};
  put(inner, rest, value);
  root[head] = inner;
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
