import { signal } from "@preact/signals";
import { Triage, type Article, type Feedback, type Reply, type Rule } from "hotcold";
import { readClock } from "./clock";
import { articles, replies, rules, withRecords } from "./library";
import { readText, stored } from "./storage";
import { team } from "./team";

/** The engine; absent until it is loaded. */
export const engine = signal<Triage | undefined>(undefined);

/** What the team taught, as base64: numbers alone, never message text. */
const taught = stored("taught", "", readText);

/** Loads the engine with what this browser remembers of the team's corrections. */
export async function startEngine(): Promise<void> {
  const snapshot = fromBase64(taught.peek());
  try {
    engine.value = await createEngine(snapshot);
  } catch (error) {
    // A damaged memory must not keep the desk shut: start without it.
    if (snapshot === undefined) throw error;
    engine.value = await createEngine(undefined);
  }
}

/** Makes the engine anew with all it knows: its calendar reaches some weeks around the time it was made at. */
export async function renewEngine(): Promise<void> {
  const triage = engine.peek();
  if (triage) await restoreEngine(triage.save());
}

/** Goes back to what the engine knew when `snapshot` was saved. */
export async function restoreEngine(snapshot: Uint8Array): Promise<void> {
  const before = engine.peek();
  engine.value = await createEngine(snapshot);
  before?.dispose();
  taught.value = toBase64(snapshot);
}

function createEngine(snapshot: Uint8Array | undefined): Promise<Triage> {
  return Triage.create({
    ...team,
    now: readClock,
    replies: replies.peek().values(),
    articles: articles.peek().values(),
    rules: [...rules.peek().values()],
    ...(snapshot && { snapshot }),
  });
}

/** Teaches the engine and keeps what it learned. Gives the memory from before, for undoing. */
export function teach(feedback: Feedback): Uint8Array | undefined {
  const triage = engine.peek();
  if (!triage) return undefined;
  const before = triage.save();
  triage.learn(feedback);
  taught.value = toBase64(triage.save());
  return before;
}

/** Adds saved replies; throws and changes nothing when one of them is bad. */
export function addReplies(records: readonly Reply[]): void {
  engine.peek()?.upsertReplies(records);
  replies.value = withRecords(replies.peek(), records);
}

/** Adds articles; throws and changes nothing when one of them is bad. */
export function addArticles(records: readonly Article[]): void {
  engine.peek()?.upsertArticles(records);
  articles.value = withRecords(articles.peek(), records);
}

/** Sets the rules; throws and changes nothing when one of them is bad. */
export function setRules(records: readonly Rule[]): void {
  engine.peek()?.setRules(records);
  rules.value = withRecords(new Map(), records);
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array | undefined {
  if (text === "") return undefined;
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
