import type { LanguageGuess } from "hotcold";

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language" });
const SCRIPTS = new Intl.DisplayNames(["en"], { type: "script" });

/** What the language chip says: the name, and the script where it is not the usual one. */
export function languageWords(guess: LanguageGuess): string {
  if (guess.language === "und") return "Language unsure";
  const [base = guess.language, script] = guess.language.split("-");
  const name = nameOf(LANGUAGES, base);
  return script?.length === 4 ? `${name} in ${nameOf(SCRIPTS, script)} script` : name;
}

/** The name of a language tag, or the tag itself when it is unknown. */
export function languageName(tag: string): string {
  return nameOf(LANGUAGES, tag);
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
