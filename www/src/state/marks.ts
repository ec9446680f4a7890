import { isFields } from "../lib/records";
import { stored } from "./storage";

export type Priority = "hot" | "cold";

/** What people did with messages, by message id. Kept in this browser. */
export interface Marks {
  readonly closed: Readonly<Record<string, true>>;
  readonly liked: Readonly<Record<string, true>>;
  /** The answers that were sent. */
  readonly sent: Readonly<Record<string, readonly SentReply[]>>;
  /** Where a person put a message, whatever the engine says. */
  readonly placed: Readonly<Record<string, Priority>>;
}

export interface SentReply {
  readonly text: string;
  readonly at: number;
}

const NONE: Marks = { closed: {}, liked: {}, sent: {}, placed: {} };

export const marks = stored<Marks>("marks", NONE, (value) => (isFields(value) ? readMarks(value) : undefined));

export function setFlag(kind: "closed" | "liked", id: string, on: boolean): void {
  const { [id]: _, ...rest } = marks.value[kind];
  marks.value = { ...marks.value, [kind]: on ? { ...rest, [id]: true } : rest };
}

export function place(id: string, priority: Priority | undefined): void {
  const { [id]: _, ...rest } = marks.value.placed;
  marks.value = { ...marks.value, placed: priority ? { ...rest, [id]: priority } : rest };
}

export function addSent(id: string, reply: SentReply): void {
  const before = marks.value.sent[id] ?? [];
  marks.value = { ...marks.value, sent: { ...marks.value.sent, [id]: [...before, reply] } };
}

function readMarks(value: Readonly<Record<string, unknown>>): Marks {
  return {
    closed: readMap(value["closed"], readFlag),
    liked: readMap(value["liked"], readFlag),
    sent: readMap(value["sent"], readSent),
    placed: readMap(value["placed"], (one) => (one === "hot" || one === "cold" ? one : undefined)),
  };
}

function readMap<T>(value: unknown, read: (value: unknown) => T | undefined): Record<string, T> {
  if (!isFields(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, one]) => {
      const good = read(one);
      return good === undefined ? [] : [[id, good]];
    }),
  );
}

function readFlag(value: unknown): true | undefined {
  return value === true ? true : undefined;
}

function readSent(value: unknown): readonly SentReply[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((one: unknown) => {
    if (!isFields(one)) return [];
    const { text, at } = one;
    return typeof text === "string" && typeof at === "number" ? [{ text, at }] : [];
  });
}
