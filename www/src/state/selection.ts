import { computed, signal } from "@preact/signals";
import type { Verdict } from "hotcold";
import { walk } from "./filter";
import { items, judge } from "./inbox";

export const selectedId = signal<string | undefined>(undefined);

export const selected = computed(() =>
  selectedId.value === undefined ? undefined : items.value.get(selectedId.value),
);

/** The whole verdict of the open message, with replies and articles. */
export const openVerdict = computed<Verdict | undefined>(() => {
  const item = selected.value;
  return item && (judge(item.message) ?? item.verdict);
});

export function select(id: string | undefined): void {
  selectedId.value = id;
}

/** The message after (1) or before (-1) the open one; the first one when none is open. */
export function step(direction: 1 | -1): void {
  const list = walk.peek();
  const at = list.findIndex((item) => item.message.id === selectedId.peek());
  const to = at === -1 ? 0 : Math.min(list.length - 1, Math.max(0, at + direction));
  const target = list[to];
  if (target) select(target.message.id);
}

/** The id of the message to go to when `id` leaves the list. */
export function neighbour(id: string): string | undefined {
  const list = walk.peek();
  const at = list.findIndex((item) => item.message.id === id);
  if (at === -1) return list[0]?.message.id;
  return (list[at + 1] ?? list[at - 1])?.message.id;
}
