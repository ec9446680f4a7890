import { signal } from "@preact/signals";
import type { Incident, Message, Verdict } from "hotcold";
import { fold } from "../lib/fold";
import { plainText, visibleText, type VisibleText } from "../lib/html";
import type { Problem } from "../lib/records";
import { readClock } from "./clock";
import { engine } from "./engine";

/** A message of the desk: always with an id and a time. */
export interface DeskMessage extends Message {
  readonly id: string;
  readonly receivedAt: number;
}

/** A message and what the engine says about it. */
export interface Item {
  readonly message: DeskMessage;
  readonly verdict: Verdict;
  readonly visible: VisibleText;
  /** Folded words that the search box looks through. */
  readonly searchable: string;
}

export const items = signal<ReadonlyMap<string, Item>>(new Map());
export const incidents = signal<readonly Incident[]>([]);
/** How many messages were judged last and how long the engine took, in milliseconds. */
export const pace = signal<{ readonly messages: number; readonly milliseconds: number } | undefined>(undefined);
/** How many messages wait to be judged. */
export const waiting = signal(0);

/** Long work gives the page a turn after this many milliseconds. */
const SLICE = 12;

/** Judges messages and puts them into the inbox, in the place of those with the same id. */
export async function addMessages(messages: readonly DeskMessage[]): Promise<readonly Problem[]> {
  const inTime = [...messages].sort((a, b) => a.receivedAt - b.receivedAt);
  // All are counted in before any is judged, so that the first message of an incident knows of it too.
  await inSlices(inTime, (message) => {
    if (!items.peek().has(message.id)) attempt(() => engine.peek()?.observe(message));
  });
  const { judged, refused } = await judgeAll(inTime);
  items.value = new Map([...items.peek(), ...judged]);
  readIncidents();
  return inTime.flatMap((message) => {
    const reason = refused.get(message.id);
    return reason === undefined ? [] : [{ line: 0, message: `${message.id}: ${reason}` }];
  });
}

/** Puts these messages in the place of the whole inbox. */
export async function replaceMessages(messages: readonly DeskMessage[]): Promise<readonly Problem[]> {
  const before = items.peek();
  items.value = new Map();
  const problems = await addMessages(messages);
  if (items.peek().size === 0) items.value = before;
  return problems;
}

/** Judges all messages again, after the engine has learned. */
export async function judgeAgain(): Promise<void> {
  const { judged } = await judgeAll([...items.peek().values()].map((item) => item.message));
  items.value = new Map([...items.peek(), ...judged]);
}

/** The whole verdict of one message, with the replies and articles that fit. */
export function judge(message: DeskMessage): Verdict | undefined {
  return attempt(() => engine.value?.triage(message));
}

export function readIncidents(): void {
  incidents.value = attempt(() => engine.peek()?.incidents(readClock())) ?? [];
}

interface Judged {
  readonly judged: ReadonlyMap<string, Item>;
  readonly refused: ReadonlyMap<string, string>;
}

async function judgeAll(messages: readonly DeskMessage[]): Promise<Judged> {
  const judged = new Map<string, Item>();
  const refused = new Map<string, string>();
  let milliseconds = 0;
  waiting.value = messages.length;
  await inSlices(messages, (message, index) => {
    const start = performance.now();
    try {
      const verdict = engine.peek()?.triage(message, { replies: 0, articles: 0 });
      if (verdict) judged.set(message.id, itemOf(message, verdict));
    } catch (error) {
      refused.set(message.id, error instanceof Error ? error.message : String(error));
    }
    milliseconds += performance.now() - start;
    waiting.value = messages.length - index - 1;
  });
  pace.value = { messages: judged.size, milliseconds };
  return { judged, refused };
}

function itemOf(message: DeskMessage, verdict: Verdict): Item {
  const visible = message.html === true ? visibleText(message.text) : plainText(message.text);
  const { customer, subject = "", id } = message;
  const parts = [
    customer?.name ?? "",
    customer?.email ?? "",
    subject,
    id,
    ...verdict.tags,
    visible.text.slice(0, 5000),
  ];
  return { message, verdict, visible, searchable: fold(parts.join("\n")) };
}

async function inSlices<T>(list: readonly T[], work: (one: T, index: number) => void): Promise<void> {
  let start = performance.now();
  for (const [index, one] of list.entries()) {
    work(one, index);
    if (performance.now() - start > SLICE) {
      await new Promise((resolve) => setTimeout(resolve));
      start = performance.now();
    }
  }
}

/** What cannot be done for one message must not stop the desk; a message that is refused is named when it is judged. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
