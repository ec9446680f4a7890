import { count } from "../lib/words";
import { clearDraft, draftOf, openBlanksOf } from "./draft";
import { teach } from "./engine";
import { readClock } from "./clock";
import { items, type Item } from "./inbox";
import { addSent, marks, setFlag } from "./marks";
import { neighbour, select, selectedId } from "./selection";
import { say } from "./toast";

/** Who wrote a message, for sentences. */
export function customerName(item: Item): string {
  const { customer } = item.message;
  return customer?.name ?? customer?.email ?? "Unknown customer";
}

export function toggleLike(item: Item): void {
  const { id } = item.message;
  const on = !marks.value.liked[id];
  setFlag("liked", id, on);
  say(on ? `Liked the message of ${customerName(item)}.` : `Took the like back.`, () => setFlag("liked", id, !on));
}

/** Closes a conversation and goes to the next one, or opens a closed one again. */
export function toggleClosed(item: Item): void {
  const { id } = item.message;
  const on = !marks.value.closed[id];
  const wasOpen = selectedId.peek() === id;
  if (wasOpen) select(neighbour(id));
  setFlag("closed", id, on);
  say(on ? `Closed the conversation with ${customerName(item)}.` : `Opened it again.`, () => {
    setFlag("closed", id, !on);
    if (wasOpen) select(id);
  });
}

/** Records the answer, closes the conversation and goes to the next one. Nothing leaves this page. */
export function sendAndClose(item: Item): boolean {
  const { id } = item.message;
  const draft = draftOf(id);
  const text = draft.text.trim();
  if (text === "") {
    say("There is nothing to send yet: write an answer or insert a saved reply.");
    return false;
  }
  const blanks = openBlanksOf(id);
  if (blanks.length > 0) {
    say(
      `${count(blanks.length, "blank")} to fill before this can go out: ${blanks.map((one) => one.blank).join(", ")}.`,
    );
    return false;
  }
  addSent(id, { text, at: readClock() });
  for (const replyId of draft.replyIds) {
    teach({ type: "reply", message: item.message, replyId, accepted: true });
  }
  for (const articleId of draft.articleIds) {
    teach({ type: "article", message: item.message, articleId, accepted: true });
  }
  clearDraft(id);
  select(neighbour(id));
  setFlag("closed", id, true);
  say(`Sent to ${customerName(item)} and closed.`, () => {
    setFlag("closed", id, false);
    if (items.peek().has(id)) select(id);
  });
  return true;
}
