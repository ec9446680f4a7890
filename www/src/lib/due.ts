import type { Due } from "hotcold";

export type DueState = Due["state"];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The state at `now`, which moves on after the verdict was given. */
export function dueState(due: Due, now: number): DueState {
  if (now >= due.firstResponseAt) return "breached";
  return now >= due.warnAt ? "warn" : "ok";
}

/** A stretch of time in its two largest units: `3 d 4 h`, `2 h 5 min`, `40 s`. */
export function duration(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < MINUTE) return `${Math.floor(length / 1000)} s`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < DAY) return two(length, HOUR, "h", MINUTE, "min");
  return two(length, DAY, "d", HOUR, "h");
}

function two(length: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((length % large) / small);
  const head = `${Math.floor(length / large)} ${largeName}`;
  return rest > 0 ? `${head} ${rest} ${smallName}` : head;
}

/** The countdown in words, so that colour is never the only sign. */
export function dueWords(due: Due, now: number): string {
  const left = due.firstResponseAt - now;
  const state = dueState(due, now);
  if (state === "breached") return `overdue ${duration(-left)}`;
  return state === "warn" ? `due soon, ${duration(left)}` : `due in ${duration(left)}`;
}

/** How long ago something was: `just now`, `5 min ago`, `2 d ago`. */
export function agoWords(then: number, now: number): string {
  const past = now - then;
  if (past < MINUTE) return "just now";
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min ago`;
  if (past < DAY) return `${Math.floor(past / HOUR)} h ago`;
  return `${Math.floor(past / DAY)} d ago`;
}

const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A moment in the reader's own way of writing dates. */
export function momentWords(at: number): string {
  return MOMENT.format(at);
}
