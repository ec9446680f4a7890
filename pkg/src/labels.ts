import { ar } from "./labels/ar.js";
import { el } from "./labels/el.js";
import { es } from "./labels/es.js";
import { fa } from "./labels/fa.js";
import { hi } from "./labels/hi.js";
import { ko } from "./labels/ko.js";
import { te } from "./labels/te.js";
import type { Labels } from "./labels/table.js";
import type { Reason } from "./types.js";

const languages = new Map<string, Labels>(Object.entries({ ar, el, es, fa, hi, ko, te }));

/**
 * The labels of reasons in the language of an interface: a function that gives a reason's label in Arabic, Greek,
 * Hindi, Korean, Persian, Spanish or Telugu, and the engine's English one for any other locale. A rule's label is the
 * team's own and stays as it is. Labels with a count in English say the same without it.
 *
 * ```ts
 * const label = reasonLabels(navigator.language);
 * verdict.reasons.map(label); // ["금전 피해", …]
 * ```
 */
export function reasonLabels(locale: string): (reason: Reason) => string {
  const [language = ""] = locale.toLowerCase().split(/[-_]/);
  const known = new Map<string, string>(Object.entries(languages.get(language) ?? {}));
  return ({ source, code, label, weight }) => {
    if (source === "rule") return label;
    const name = code === "wording" ? (weight > 0 ? "urgent_wording" : "calm_wording") : code;
    return known.get(name) ?? label;
  };
}
