import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Reason } from "hotcold";
import { cutRuns, strength, type Run } from "../lib/highlight";
import type { VisibleText } from "../lib/html";
import { tellingReasons } from "../lib/telling";
import { pointedReason } from "../state/ui";
import { hideTooltip, showTooltip, TOOLTIP_ID } from "./tooltip";

/** Longer messages open with this many characters. */
const FOLD = 6000;

interface MessageTextProps {
  readonly visible: VisibleText;
  readonly reasons: readonly Reason[];
  readonly language: string;
}

/** The customer's words in their own direction, with the words marked that decided. */
export function MessageText({ visible, reasons, language }: MessageTextProps) {
  const whole = useSignal(visible.text.length <= FOLD);
  const end = whole.value ? visible.text.length : FOLD;
  const runs = useMemo(() => cutRuns(visible, tellingReasons(visible, reasons), end), [visible, reasons, end]);
  const marked = runs.some((run) => run.reasons.length > 0);
  return (
    <>
      <div class="message-text" dir="auto" lang={language === "und" ? undefined : language}>
        {runs.map((run) => (run.reasons.length > 0 ? <Marked key={run.start} run={run} /> : run.text))}
        {!whole.value && "…"}
      </div>
      {!whole.value && (
        <button class="button button-small unfold" type="button" onClick={() => (whole.value = true)}>
          Show all {visible.text.length.toLocaleString("en")} characters
        </button>
      )}
      {marked && <Legend />}
    </>
  );
}

function Marked({ run }: { run: Run }) {
  const [strongest] = run.reasons;
  if (!strongest) return null;
  const lifted = run.reasons.some((reason) => reason.code === pointedReason.value);
  return (
    <mark
      class={`why why-${strongest.weight > 0 ? "hot" : "cold"} why-${strength(strongest.weight)}${lifted ? " why-lifted" : ""}`}
      data-start={run.start}
      data-end={run.start + run.text.length}
      tabIndex={0}
      aria-describedby={TOOLTIP_ID}
      onPointerEnter={(event) => showTooltip(event.currentTarget, run.reasons)}
      onPointerLeave={hideTooltip}
      onFocus={(event) => showTooltip(event.currentTarget, run.reasons)}
      onBlur={hideTooltip}
    >
      {run.text}
    </mark>
  );
}

function Legend() {
  return (
    <p class="legend" aria-label="Legend">
      <span>
        <span class="why why-hot why-2" aria-hidden="true">
          word
        </span>{" "}
        makes it hotter (solid line)
      </span>
      <span>
        <span class="why why-cold why-2" aria-hidden="true">
          word
        </span>{" "}
        makes it colder (dotted line)
      </span>
      <span>thicker line: more weight</span>
    </p>
  );
}
