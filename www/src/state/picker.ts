import { computed, signal } from "@preact/signals";
import type { Match } from "hotcold";
import { findTrigger } from "../lib/draft";
import { caret, draft, insertReply } from "./draft";
import { engine } from "./engine";
import type { Item } from "./inbox";
import { openVerdict } from "./selection";

const LIMIT = 8;

/** Whether the composer has the focus: the picker lives only there. */
export const composing = signal(false);
export const active = signal(0);
/** The trigger that Esc was pressed at; typing a new one opens the picker again. */
const dismissed = signal<number | undefined>(undefined);

/** The trigger behind the caret, if the picker is open. */
export const trigger = computed(() => {
  const { start, end } = caret.value;
  if (!composing.value || start !== end) return undefined;
  const found = findTrigger({ text: draft.value.text, at: start });
  return found && found.start !== dismissed.value ? found : undefined;
});

/** Saved replies for what was typed; before anything is typed, those that answer the open message. */
export const choices = computed<readonly Match[]>(() => {
  const open = trigger.value;
  const verdict = openVerdict.value;
  if (!open || !engine.value) return [];
  const language = verdict?.language.language;
  const options = { limit: LIMIT, ...(language !== undefined && language !== "und" && { language }) };
  if (open.query.trim() !== "") return engine.value.findReplies(open.query.trim(), options);
  const fitting = verdict?.replies ?? [];
  const rest = engine.value.findReplies("", options).filter((one) => fitting.every((fit) => fit.id !== one.id));
  return [...fitting, ...rest].slice(0, LIMIT);
});

export const isOpen = computed(() => trigger.value !== undefined && choices.value.length > 0);

export function move(direction: 1 | -1): void {
  const size = choices.peek().length;
  if (size > 0) active.value = (active.peek() + direction + size) % size;
}

export function dismiss(): void {
  dismissed.value = trigger.peek()?.start;
}

/** To be called when the text or the caret changes: another query starts at its best match. */
export function retype(): void {
  active.value = 0;
  if (trigger.peek() === undefined && dismissed.peek() !== undefined) {
    const { start } = caret.peek();
    const found = findTrigger({ text: draft.peek().text, at: start });
    if (found?.start !== dismissed.peek()) dismissed.value = undefined;
  }
}

/** Puts the chosen reply in the place of the trigger and what was typed after it. */
export function choose(item: Item, index = active.peek()): void {
  const open = trigger.peek();
  const choice = choices.peek()[index];
  if (!open || !choice) return;
  insertReply(item, choice.id, { start: open.start, end: caret.peek().start });
}
