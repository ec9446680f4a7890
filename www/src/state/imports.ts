import { signal } from "@preact/signals";
import { load, type FileMessage, type Loaded } from "../lib/kinds";
import { readRecords, type Problem } from "../lib/records";
import { count } from "../lib/words";
import { readClock } from "./clock";
import { addArticles, addReplies } from "./engine";
import { show } from "./filter";
import { addMessages, judgeAgain, replaceMessages } from "./inbox";
import { select } from "./selection";
import { say } from "./toast";

/** A file that was read and waits for a decision, or that could not be used. */
export interface Offer {
  readonly name: string;
  readonly loaded?: Loaded;
  readonly problems: readonly Problem[];
}

export const offers = signal<readonly Offer[]>([]);

const MAX_BYTES = 50_000_000;

/** Reads dropped or chosen files. Nothing changes before the reader says so. */
export async function offerFiles(files: Iterable<File>): Promise<void> {
  for (const file of files) {
    if (file.size > MAX_BYTES)
      offer({ name: file.name, problems: [{ line: 0, message: "The file is larger than 50 MB." }] });
    else offerText(file.name, await file.text());
  }
}

export function offerText(name: string, text: string): void {
  const read = readRecords(text);
  const loaded = load(read);
  if (loaded) offer({ name, loaded, problems: loaded.problems });
  else if (read.problems.length > 0) offer({ name, problems: read.problems });
  else {
    const message =
      "No messages, replies or articles here. Messages have a text; replies and articles a title and a body.";
    offer({ name, problems: [{ line: 1, message }] });
  }
}

/** Whether pasted text is worth an offer: a table with a head, or JSON. */
export function looksLikeRecords(text: string): boolean {
  const { records } = readRecords(text);
  return records.length > 0 && load(readRecords(text)) !== undefined;
}

/** Takes the first offer in: beside what is there, or in the place of all messages. */
export async function accept(instead: boolean): Promise<void> {
  const [first] = offers.peek();
  if (!first?.loaded) return;
  const { loaded, name } = first;
  try {
    const refused = await take(loaded, instead);
    if (refused.length > 0) offers.value = [{ name, problems: refused }, ...offers.peek().slice(1)];
    else decline();
    if (refused.length < loaded.records.length)
      say(`Added ${count(loaded.records.length - refused.length, ...NAMES[loaded.kind])}.`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    offers.value = [{ name, problems: [{ line: 0, message }] }, ...offers.peek().slice(1)];
  }
}

export function decline(): void {
  offers.value = offers.peek().slice(1);
}

export const NAMES: Readonly<Record<Loaded["kind"], readonly [one: string, many: string]>> = {
  messages: ["message", "messages"],
  replies: ["saved reply", "saved replies"],
  articles: ["article", "articles"],
};

async function take(loaded: Loaded, instead: boolean): Promise<readonly Problem[]> {
  if (loaded.kind === "replies") addReplies(loaded.records);
  else if (loaded.kind === "articles") addArticles(loaded.records);
  else {
    const messages = loaded.records.map(withTime);
    const refused = instead ? await replaceMessages(messages) : await addMessages(messages);
    if (refused.length < messages.length) {
      show("all");
      select(undefined);
    }
    return refused;
  }
  await judgeAgain();
  return [];
}

function withTime(message: FileMessage): FileMessage & { readonly receivedAt: number } {
  return { ...message, receivedAt: message.receivedAt ?? readClock() };
}

function offer(one: Offer): void {
  offers.value = [...offers.peek(), one];
}
