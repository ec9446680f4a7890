import type { Due } from "hotcold";
import { dueState, dueWords, duration, momentWords } from "../lib/due";
import { now } from "../state/clock";

/** The countdown to the first answer: state in words and colour. */
export function DueChip({ due }: { due: Due }) {
  const state = dueState(due, now.value);
  return (
    <span
      class={`due due-${state}`}
      title={`Answer due ${momentWords(due.firstResponseAt)}, target ${duration(due.target)}`}
    >
      {dueWords(due, now.value)}
    </span>
  );
}
