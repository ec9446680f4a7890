/** @file What an engine is made with. */
import type { Article, Reply } from "./library.js";
import type { Time } from "./message.js";
import type { Rule } from "./rules.js";
import type { Level } from "./verdict.js";

/** The team's own names and words. */
export interface Brand {
  /** Names of the company and its products. */
  readonly names?: readonly string[];
  /** Its handles on social networks. */
  readonly handles?: readonly string[];
  /** Words that concern it. */
  readonly keywords?: readonly string[];
  /** How it speaks; values for templates. */
  readonly voice?: Readonly<Record<string, string>>;
}

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** When the team works. */
export interface Calendar {
  /** The IANA time zone: `"Asia/Kolkata"`. Summer time is respected. */
  readonly timeZone: string;
  /**
   * Opening hours of each day, as `["09:00", "17:30"]`; several a day are fine, `"24:00"` is midnight, and an
   * end before its start lies on the next day. Days left out are closed.
   */
  readonly hours: Readonly<Partial<Record<Weekday, readonly (readonly [open: string, close: string])[]>>>;
  /** Days without opening hours, as `"2026-12-25"`. Default: none. */
  readonly holidays?: readonly string[];
}

/**
 * Response times in milliseconds, by channel (`"default"` for all others) and level. Levels left out keep their
 * default; `null` promises nothing.
 */
export type Targets = Readonly<Record<string, Readonly<Partial<Record<Level, number | null>>> | null>>;

/** When messages alike become an incident. Times are in milliseconds. */
export interface IncidentOptions {
  /** Messages within this time count together. Default: an hour. */
  readonly window?: number;
  /** The least messages in that time. Default 5. */
  readonly minimum?: number;
  /** The least customers in that time. Default 3. */
  readonly customers?: number;
  /** How many standard deviations above the same hour of earlier days. Default 2. */
  readonly deviations?: number;
  /** The time between two alerts of one topic. Default: an hour. */
  readonly coolDown?: number;
}

/** A place to have the engine from. A string is a URL. */
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

/** A {@link WasmSource} or a promise of one. */
export type WasmInput = WasmSource | Promise<WasmSource>;

/** What an engine is made with. All of it may be left out. */
export interface TriageOptions {
  /** Where the engine comes from. Default: the file that the package brings. */
  readonly wasm?: WasmInput;
  /** Reserved for vector packs; giving one is an `INVALID_ARGUMENT` until there are any. Default: words only. */
  readonly semantic?: "en" | "multilingual" | URL | BufferSource;
  /** What {@link Triage.save} gave. Default: nothing learned. */
  readonly snapshot?: Uint8Array | ArrayBuffer;
  /** Saved replies. Default: none. */
  readonly replies?: Iterable<Reply>;
  /** Help articles. Default: none. */
  readonly articles?: Iterable<Article>;
  /** Rules, in order. Default: none. */
  readonly rules?: readonly Rule[];
  /** The team's own names and words. Default: none. */
  readonly brand?: Brand;
  /** The languages customers write in (BCP 47); others become less probable. Default: all. */
  readonly languages?: readonly string[];
  /** From which score on a message is hot, 0..1. Default 0.5. */
  readonly hotThreshold?: number;
  /** Response times. Default: a table of customary ones. */
  readonly targets?: Targets;
  /** When the team works; due times count only those hours. Default: always. */
  readonly calendar?: Calendar;
  /** When messages alike become an incident. Default: see {@link IncidentOptions}. */
  readonly incidents?: IncidentOptions;
  /** The longest text, in UTF-16 code units. Default 100,000. */
  readonly maxLength?: number;
  /** The clock. Default `Date.now`. */
  readonly now?: () => number;
  /** Gives up waiting for the engine; `create` then rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** Options of one verdict. */
export interface TriageCallOptions {
  /** How many saved replies to suggest. Default 3. */
  readonly replies?: number;
  /** How many articles to suggest. Default 3. */
  readonly articles?: number;
  /** The present time. Default: the clock of {@link TriageOptions.now}. */
  readonly now?: Time;
  /** The language to suggest in (BCP 47). Default: the message's. */
  readonly language?: string;
}
