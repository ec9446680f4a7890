import { effect, signal, type Signal } from "@preact/signals";

const PREFIX = "hotcold-desk:";

/**
 * A signal that is kept in this browser. `read` turns the stored value into a good one and refuses others
 * with `undefined`, so that an old or broken entry never stops the page.
 */
export function stored<T>(name: string, initial: T, read: (value: unknown) => T | undefined): Signal<T> {
  const kept = signal<T>(load(name, read) ?? initial);
  let first = true;
  effect(() => {
    const value = JSON.stringify(kept.value);
    if (!first) save(name, value);
    first = false;
  });
  return kept;
}

export function readText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function load<T>(name: string, read: (value: unknown) => T | undefined): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? undefined : read(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function save(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Private windows and full disks keep nothing: the desk goes on for this visit.
  }
}
