import { commandOf, isComposing, isPressable, isSendKey, isTyping, type Command } from "../lib/keys";
import { sendAndClose, toggleClosed, toggleLike } from "./actions";
import { select, selected, step } from "./selection";
import { helpOpen, menuOpen } from "./ui";

/** Listens for the keys of the desk. Fields, dialogs and input methods keep theirs. */
export function listenForKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isComposing(event) || isTyping(event.target)) return;
    const item = selected.peek();
    if (item && isSendKey(event)) {
      event.preventDefault();
      sendAndClose(item);
      return;
    }
    const command = commandOf(event);
    if (command !== undefined && !belongsToControl(command, event.target) && run(command)) event.preventDefault();
  });
}

/** Goes back to the lanes, with the focus on the message that was open. */
export function leaveConversation(): void {
  const id = selected.peek()?.message.id;
  select(undefined);
  if (id === undefined) return;
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`.row[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  });
}

/** Enter on a button presses it, unless it is the row that is already open. */
function belongsToControl(command: Command, target: EventTarget | null): boolean {
  if (command !== "compose" || !isPressable(target)) return false;
  return !(target instanceof Element && target.closest('.row[aria-current="true"]'));
}

function run(command: Command): boolean {
  const item = selected.peek();
  switch (command) {
    case "next":
    case "previous":
      step(command === "next" ? 1 : -1);
      focusOpenRow();
      return true;
    case "help":
      helpOpen.value = true;
      return true;
    case "back":
      if (menuOpen.peek()) menuOpen.value = false;
      else leaveConversation();
      return true;
    case "compose":
      document.getElementById("composer")?.focus();
      return item !== undefined;
    case "like":
      if (item) toggleLike(item);
      return item !== undefined;
    case "close":
      if (item) toggleClosed(item);
      return item !== undefined;
  }
}

/** The focus follows the open message as long as it is in a lane or nowhere. */
function focusOpenRow(): void {
  const focused = document.activeElement;
  if (focused !== document.body && !focused?.closest(".lane")) return;
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('.row[aria-current="true"]')?.focus({ preventScroll: true });
  });
}
