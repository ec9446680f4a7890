import { invalid } from "./error.js";
import type { Calendar, Weekday } from "./types.js";

/** A span of open time: milliseconds since 1970, the end not included. */
export type OpenSpan = [open: number, close: number];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How far spans reach around a moment: past the oldest wait and the longest response time. */
const DAYS_BEFORE = 30;
const DAYS_AFTER = 60;

/** Spans for longer than this would only waste memory. */
const MOST_DAYS = 20 * 366;

const WEEKDAYS: readonly Weekday[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * A calendar as spans of absolute time around `first` to `last`, sorted and without overlap: the engine knows no time
 * zones, the platform's `Intl` does. A clock time that summer time skips moves by the length of the gap; of one
 * that comes twice, opening takes the first and closing the last.
 */
export function openSpans(calendar: Calendar, first: number, last = first): OpenSpan[] {
  if (typeof calendar !== "object") throw invalid("calendar", "must be an object");
  const offset = offsets(calendar.timeZone);
  const holidays = new Set(list(calendar.holidays ?? [], "calendar.holidays").map(date));
  const hours = new Map(WEEKDAYS.map((day) => [day, list(calendar.hours?.[day] ?? [], `calendar.hours.${day}`)]));
  for (const day of Object.keys(Object(calendar.hours))) {
    if (!hours.has(day as Weekday)) throw invalid(`calendar.hours.${day}`, "is no day; use monday to sunday");
  }
  const from = Math.floor(first / DAY) - DAYS_BEFORE;
  const to = Math.floor(last / DAY) + DAYS_AFTER;
  if (!(to - from < MOST_DAYS)) throw invalid("calendar", "cannot cover more than 20 years; hand over fewer events");
  const spans: OpenSpan[] = [];
  for (let day = from; day <= to; day += 1) {
    if (holidays.has(day)) continue;
    const weekday = WEEKDAYS[new Date(day * DAY).getUTCDay()] as Weekday;
    for (const [index, span] of (hours.get(weekday) ?? []).entries()) {
      const path = `calendar.hours.${weekday}[${index}]`;
      const [open, close] = list(span, path);
      const start = day * DAY + clock(open, `${path}[0]`);
      const end = day * DAY + clock(close, `${path}[1]`);
      const opens = instant(start, offset, Math.min);
      const closes = instant(end > start ? end : end + DAY, offset, Math.max);
      if (opens < closes) spans.push([opens, closes]);
    }
  }
  if (spans.length === 0) throw invalid("calendar.hours", "has no opening hours; leave the calendar out for always open");
  return joined(spans);
}

function joined(spans: OpenSpan[]): OpenSpan[] {
  spans.sort(([left], [right]) => left - right);
  const result: OpenSpan[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else result.push(span);
  }
  return result;
}

/**
 * The moment at which clocks show `local`. Both offsets in force around it are tried: a skipped time fits
 * neither and becomes the later candidate, a time that comes twice fits both and `choose` decides.
 */
function instant(local: number, offset: (time: number) => number, choose: typeof Math.min): number {
  const before = local - offset(local - DAY);
  const after = local - offset(local + DAY);
  if (before === after) return before;
  const fitting = [before, after].filter((time) => time + offset(time) === local);
  return fitting.length > 0 ? choose(...fitting) : Math.max(before, after);
}

/** The zone's distance from UTC at a moment, in milliseconds. */
function offsets(timeZone: unknown): (time: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US-u-ca-iso8601-hc-h23-nu-latn", {
      timeZone: String(timeZone),
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (cause) {
    throw invalid("calendar.timeZone", 'must be an IANA time zone such as "Europe/Athens"', cause);
  }
  const known = new Map<number, number>();
  return (time) => {
    const second = Math.floor(time / 1000) * 1000;
    let offset = known.get(second);
    if (offset === undefined) {
      const part = Object.fromEntries(format.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
      const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second: seconds = 0 } = part;
      offset = Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
      known.set(second, offset);
    }
    return offset;
  };
}

/** The number of a local day since 1970. */
function date(value: unknown): number {
  const time = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw invalid("calendar.holidays", 'must hold dates such as "2026-12-25"');
  return time / DAY;
}

/** The milliseconds from midnight of `"09:30"`. */
function clock(value: unknown, path: string): number {
  const [, hours, minutes] = /^(\d\d?):(\d\d)$/.exec(String(value)) ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  if (!(time <= 24 * 60 && Number(minutes) < 60)) throw invalid(path, 'must be a time of day such as "09:30"');
  return time * MINUTE;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(path, "must be an array");
  return value;
}
