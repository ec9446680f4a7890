import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Reason } from "hotcold";
import { weightWords } from "../lib/words";

interface Pointed {
  readonly reasons: readonly Reason[];
  readonly near: DOMRect;
}

const pointed = signal<Pointed | undefined>(undefined);

export const TOOLTIP_ID = "reason-tip";

export function showTooltip(near: Element, reasons: readonly Reason[]): void {
  pointed.value = { near: near.getBoundingClientRect(), reasons };
}

export function hideTooltip(): void {
  pointed.value = undefined;
}

/** Why a word is marked: code, label and weight of each reason, beside the word. */
export function Tooltip() {
  const element = useRef<HTMLDivElement>(null);
  const { value } = pointed;
  useLayoutEffect(() => {
    if (!value || !element.current) return;
    const { near } = value;
    const { width, height } = element.current.getBoundingClientRect();
    const below = near.bottom + 8 + height < innerHeight;
    element.current.style.left = `${Math.max(8, Math.min(near.left, innerWidth - width - 8))}px`;
    element.current.style.top = `${below ? near.bottom + 8 : Math.max(8, near.top - height - 8)}px`;
  }, [value]);
  return (
    <div class="tooltip" id={TOOLTIP_ID} role="tooltip" ref={element} hidden={!value}>
      {value?.reasons.map((reason) => (
        <p key={reason.code} class={reason.weight > 0 ? "tip tip-hot" : "tip tip-cold"}>
          <span class="tip-weight numbers">
            {weightWords(reason.weight)} {reason.weight > 0 ? "hotter" : "colder"}
          </span>
          <span>{reason.label}</span>
          <code>{reason.code}</code>
        </p>
      ))}
    </div>
  );
}
