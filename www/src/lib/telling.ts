import type { Reason, Span } from "hotcold";
import type { VisibleText } from "./html";

/** Reasons below this weight, in log-odds, move no message: to mark their words would only distract. */
const LEAST_WEIGHT = 0.3;

/** In these scripts a word of up to three letters is mostly an article, a pronoun or a conjunction. */
const ALPHABETS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+$/u;
const ABJADS_AND_INDIC = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Telugu}]+$/u;

/**
 * The reasons to mark in a text, each with the words that tell a reader something. The engine weighs every word,
 * "my" and "the" too; a reader wants to see "refund".
 */
export function tellingReasons(visible: VisibleText, reasons: readonly Reason[]): Reason[] {
  return reasons
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
    .map((reason) => ({ ...reason, spans: reason.spans.filter((span) => isTelling(wordsOf(visible, span))) }))
    .filter(({ spans }) => spans.length > 0);
}

/** The words of a span as the reader sees them. */
export function wordsOf({ text, place }: VisibleText, { start, end }: Span): string {
  return text.slice(place(start), place(end));
}

/** Whether words say something when they are read alone. */
export function isTelling(words: string): boolean {
  const core = words.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  if (core === "") return /\p{Extended_Pictographic}|[!?！？]{2}/u.test(words);
  const isLoud = core.length > 1 && core === core.toUpperCase() && core !== core.toLowerCase();
  if (isLoud || /\p{N}/u.test(core)) return true;
  if (ALPHABETS.test(core)) return core.length > 3;
  return !ABJADS_AND_INDIC.test(core) || core.length > 2;
}
