/** What a key does outside of fields. */
export type Command = "like" | "close" | "next" | "previous" | "compose" | "help" | "back";

/** Whether an input method is composing: its keys belong to it alone. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether keys pressed here write text or move inside a control, so that no single-letter command may run. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"], dialog[open]') !== null
  );
}

/** Whether the element does something of its own on Enter. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary, [role="button"]') !== null;
}

/** Cmd+Enter on a Mac, Ctrl+Enter elsewhere; both are taken everywhere. */
export function isSendKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !isComposing(event) && isKey(event, "Enter", "Enter");
}

/**
 * The command of a key. Letters go by the place of the key, so that F and C work under a Hindi or Korean layout;
 * where the layout gives a Latin letter, the letter says what was meant.
 */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === "?") return "help";
  if (event.key === "Escape") return "back";
  if (event.shiftKey) return undefined;
  if (isKey(event, "Enter", "Enter") || event.code === "NumpadEnter") return "compose";
  if (isKey(event, "ArrowDown", "ArrowDown")) return "next";
  if (isKey(event, "ArrowUp", "ArrowUp")) return "previous";
  return letterCommand(event);
}

function letterCommand(event: KeyboardEvent): Command | undefined {
  const latin = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : undefined;
  const letter = latin ?? /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  if (letter === "f") return "like";
  if (letter === "c") return "close";
  if (letter === "j") return "next";
  return letter === "k" ? "previous" : undefined;
}

function isKey(event: KeyboardEvent, code: string, key: string): boolean {
  return event.code === code || event.key === key;
}
