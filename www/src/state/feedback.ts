import { count } from "../lib/words";
import { customerName } from "./actions";
import { restoreEngine, teach } from "./engine";
import { standingOf } from "./filter";
import { items, judgeAgain, type Item } from "./inbox";
import { place, type Priority } from "./marks";
import { say } from "./toast";

/** The engine's memory from before the last correction; older corrections are undone by teaching the opposite. */
let last: { readonly id: string; readonly memory: Uint8Array } | undefined;

/** Moves a message to the other lane, teaches the engine why, and judges the inbox again. */
export async function fixLane(item: Item): Promise<void> {
  const { message } = item;
  const from = standingOf(item).priority;
  const to = other(from);
  const before = lanesNow();
  const memory = teach({ type: "priority", message, priority: to });
  if (memory) last = { id: message.id, memory };
  place(message.id, to);
  await judgeAgain();
  const moved = changes(before) - 1;
  const also = moved > 0 ? ` ${count(moved, "message")} like it moved too.` : "";
  say(`${customerName(item)} is now ${to}, and the desk has learned it.${also}`, () => void undoFix(message.id));
}

/** Takes a correction back: the message returns to the engine's lane and the engine forgets it. */
export async function undoFix(id: string): Promise<void> {
  const item = items.peek().get(id);
  if (!item) return;
  const taught = standingOf(item).priority;
  place(id, undefined);
  if (last?.id === id) await restoreEngine(last.memory);
  else teach({ type: "priority", message: item.message, priority: other(taught) });
  last = undefined;
  await judgeAgain();
  const now = items.peek().get(id);
  say(`Taken back: ${customerName(item)} is ${now ? standingOf(now).priority : other(taught)} again.`);
}

function other(priority: Priority): Priority {
  return priority === "hot" ? "cold" : "hot";
}

function lanesNow(): ReadonlyMap<string, Priority> {
  return new Map([...items.peek()].map(([id, item]) => [id, standingOf(item).priority]));
}

function changes(before: ReadonlyMap<string, Priority>): number {
  let changed = 0;
  for (const [id, priority] of lanesNow()) if (before.get(id) !== priority) changed += 1;
  return changed;
}
