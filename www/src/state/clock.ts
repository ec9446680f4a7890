import { signal } from "@preact/signals";

/** The sample's clock starts shortly after its newest message, so that due times look alive; or the real one. */
export type ClockMode = "sample" | "real";

export const clockMode = signal<ClockMode>("sample");
/** Now, in milliseconds since 1970: moves on once a second while the page is in sight. */
export const now = signal(Date.now());

let sampleStart = Date.now();
let startedAt = Date.now();

export function startSampleClock(start: number): void {
  sampleStart = start;
  startedAt = Date.now();
  tick();
}

export function useClock(mode: ClockMode): void {
  clockMode.value = mode;
  tick();
}

export function readClock(): number {
  return clockMode.value === "real" ? Date.now() : sampleStart + (Date.now() - startedAt);
}

export function runClock(): void {
  setInterval(() => {
    if (!document.hidden) tick();
  }, 1000);
  document.addEventListener("visibilitychange", tick);
}

function tick(): void {
  now.value = readClock();
}
