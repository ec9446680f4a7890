/** @file The team's own rules. */
import type { Time } from "./message.js";
import type { EntityKind, Level, NoiseKind, Priority, SignalName } from "./verdict.js";

/** A rule of the team. Rules run in order. */
export interface Rule {
  /** Its id, which comes back in {@link RuleFiring}. */
  readonly id: string;
  /** What the team calls it. Default: its id. */
  readonly name?: string;
  /** When it fires. */
  readonly when: Condition;
  /** What it does. */
  readonly then: readonly Action[];
  /** Whether later rules are skipped when it fires. Default `false`. */
  readonly stop?: boolean;
  /** Default `true`. */
  readonly enabled?: boolean;
}

/**
 * When a rule fires: conditions joined by `all`, `any` or `none`, or one condition.
 *
 * - `contains`: a word of `any` and every word of `all` is there. Case, accents and width do not matter, unless
 *   `exact`; parts of longer words count, unless `whole`. `in` is `"both"` by default.
 * - `matches`: the regular expression matches somewhere in the text. Case, accents, width and the script of digits do
 *   not matter, unless `exact`. `\w` knows the letters of every script; `\b` only Latin words, and is refused beside
 *   others. Time is linear in the text whatever the pattern; there is no look-around and no back-reference.
 * - `language`: it begins with one of these: `"zh"` covers `"zh-Hant"`.
 * - `signal`: it has at least this probability, by default 0.5.
 * - `time`: the message came on one of these weekdays, from `"09:00"` to before `"17:00"`.
 * - `field`: the value at this path of the message passes every test given; texts without regard to case.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] }
  | {
      readonly type: "contains";
      readonly any?: readonly string[];
      readonly all?: readonly string[];
      readonly whole?: boolean;
      readonly in?: "text" | "subject" | "both";
      readonly exact?: boolean;
    }
  | { readonly type: "matches"; readonly pattern: string; readonly exact?: boolean }
  | { readonly type: "language"; readonly in: readonly string[] }
  | { readonly type: "channel"; readonly in: readonly string[] }
  | { readonly type: "signal"; readonly name: SignalName; readonly atLeast?: number }
  | { readonly type: "intent"; readonly in: readonly string[] }
  | { readonly type: "noise"; readonly in: readonly NoiseKind[] }
  | { readonly type: "entity"; readonly kind: EntityKind }
  | { readonly type: "priority"; readonly is: Priority }
  | { readonly type: "score"; readonly atLeast?: number; readonly below?: number }
  | {
      readonly type: "time";
      readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
      readonly from?: string;
      readonly to?: string;
      readonly utcOffsetMinutes?: number;
    }
  | {
      readonly type: "field";
      readonly path: string;
      readonly equals?: string | number | boolean;
      readonly in?: readonly (string | number)[];
      readonly atLeast?: number;
      readonly below?: number;
      readonly before?: Time | string;
      readonly after?: Time | string;
      readonly exists?: boolean;
    };

/** What a rule does: one of these. Nothing is ever sent, closed or deleted; the verdict says what to do. */
export type Action =
  | { readonly tag: string }
  | { readonly untag: string }
  | { readonly assign: string }
  | { readonly priority: Priority }
  | { readonly level: Level }
  | { readonly addScore: number }
  | { readonly close: true }
  | { readonly suggestReply: string }
  | { readonly notify: string; readonly data?: unknown };

/** A rule that fired. */
export interface RuleFiring {
  /** The rule's id. */
  ruleId: string;
  /** Its actions, as they were given. */
  actions: Action[];
  /** Each condition that was looked at. */
  trace: Trace[];
}

/** A condition, the value it saw and whether it held. */
export interface Trace {
  /** Its path in the rule: `"when.all[0]"`. */
  path: string;
  /** The value that was looked at, shortened. */
  seen: unknown;
  /** Whether it held. */
  matched: boolean;
}

/** What a rule would have done. */
export interface RuleReport {
  /** The rule's id. */
  ruleId: string;
  /** On how many messages it would have fired. */
  fired: number;
  /** On how many more, had no rule before it ended the pass with `stop`. */
  shadowed: number;
  /** The rules that ended those passes. */
  shadowedBy: string[];
  /** Whether it would never have fired. */
  neverFired: boolean;
  /** Some of the messages it would have fired on. */
  examples: RuleExample[];
}

/** A message that a rule would have fired on, and why. */
export interface RuleExample {
  /** The message's id, if it had one. */
  messageId?: string;
  /** Its place among the messages. */
  index: number;
  /** Each condition that was looked at. */
  trace: Trace[];
}
