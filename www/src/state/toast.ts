import { signal } from "@preact/signals";

/** What just happened, with a way back where there is one. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

const SECONDS = 15;

export const toast = signal<Toast | undefined>(undefined);
/** What a screen reader says: set by whoever has news, read by the live region. */
export const announcement = signal("");

let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string, undo?: () => void): void {
  last += 1;
  toast.value = undo ? { id: last, text, undo } : { id: last, text };
  keepToast(false);
}

export function dismissToast(): void {
  toast.value = undefined;
}

/** Holds the toast while the pointer or the focus is on it. */
export function keepToast(hold: boolean): void {
  clearTimeout(timer);
  if (!hold) timer = setTimeout(dismissToast, SECONDS * 1000);
}

export function announce(text: string): void {
  announcement.value = text;
}
