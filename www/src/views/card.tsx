import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { languageName } from "../lib/language";

interface CardProps {
  readonly title: string;
  readonly language: string | undefined;
  /** How long the text is, in characters: long ones are cut until the reader asks for all. */
  readonly length: number;
  readonly text: ComponentChildren;
  /** The button, and what stands beside it. */
  readonly children: ComponentChildren;
}

/** More than fills the five lines that a card shows at first. */
const LONG = 190;

/** A saved reply or an article, with its language and its text. */
export function Card({ title, language, length, text, children }: CardProps) {
  const whole = useSignal(length <= LONG);
  return (
    <article class="card" data-whole={whole.value}>
      <header class="card-head">
        <h4 dir="auto">{title}</h4>
        {language !== undefined && <span class="card-language">{languageName(language)}</span>}
      </header>
      <p class="card-text" dir="auto" lang={language}>
        {text}
      </p>
      <footer class="card-foot">
        {children}
        {length > LONG && (
          <button
            class="card-more"
            type="button"
            aria-expanded={whole.value}
            onClick={() => (whole.value = !whole.value)}
          >
            {whole.value ? "Less" : "More"}
            <span class="visually-hidden"> of {title}</span>
          </button>
        )}
      </footer>
    </article>
  );
}
