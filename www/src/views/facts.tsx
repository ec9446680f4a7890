import type { Due, Reason, Span, Verdict } from "hotcold";
import type { VisibleText } from "../lib/html";
import { isTelling, wordsOf } from "../lib/telling";
import { codeWords, sentenceCase, weightWords } from "../lib/words";
import { duration, momentWords } from "../lib/due";
import type { Item } from "../state/inbox";
import { rules } from "../state/library";
import { pointedReason } from "../state/ui";

/** Everything the engine says: why, what it is about, what it names, which rules fired. */
export function Facts({ item, verdict }: { item: Item; verdict: Verdict }) {
  return (
    <div class="facts">
      <Reasons item={item} reasons={verdict.reasons} />
      <div class="fact-columns">
        <Signals verdict={verdict} />
        <Entities verdict={verdict} />
        <Target due={verdict.due} />
      </div>
      <Rules verdict={verdict} />
    </div>
  );
}

function Reasons({ item, reasons }: { item: Item; reasons: readonly Reason[] }) {
  const largest = Math.max(1, ...reasons.map(({ weight }) => Math.abs(weight)));
  return (
    <section class="fact" aria-labelledby="why-title">
      <h3 id="why-title">Why</h3>
      {reasons.length === 0 && <p class="fact-none">Nothing in the words or around them stands out.</p>}
      <ul class="reasons" role="list">
        {reasons.map((reason, index) => (
          <li
            key={`${reason.code}${index}`}
            class={reason.weight > 0 ? "reason reason-hot" : "reason reason-cold"}
            onPointerEnter={() => (pointedReason.value = reason.code)}
            onPointerLeave={() => (pointedReason.value = undefined)}
          >
            <span class="reason-weight numbers">{weightWords(reason.weight)}</span>
            <meter class="reason-meter" min={0} max={largest} value={Math.abs(reason.weight)} aria-hidden="true" />
            <span class="reason-label">
              {reason.label}
              <ReasonWords visible={item.visible} spans={reason.spans} />
            </span>
            <span class="reason-source">{reason.source}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReasonWords({ visible, spans }: { visible: VisibleText; spans: readonly Span[] }) {
  const words = spans.map((span) => wordsOf(visible, span)).filter(isTelling);
  if (words.length === 0) return null;
  return (
    <span class="reason-words">
      <bdi>{words.slice(0, 4).join(" · ")}</bdi>
    </span>
  );
}

function Signals({ verdict: { signals, intents } }: { verdict: Verdict }) {
  const facts = [
    ...intents.map(({ id, probability }) => ({ name: sentenceCase(codeWords(id)), probability, kind: "about" })),
    ...signals.map(({ name, probability }) => ({ name: sentenceCase(codeWords(name)), probability, kind: "signal" })),
  ];
  return (
    <section class="fact" aria-labelledby="signals-title">
      <h3 id="signals-title">What it says</h3>
      {facts.length === 0 && <p class="fact-none">Unsure.</p>}
      <ul class="signals" role="list">
        {facts.map(({ name, probability, kind }) => (
          <li key={kind + name}>
            <span>{name}</span>
            <span class="numbers">{Math.round(probability * 100)} %</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entities({ verdict: { entities } }: { verdict: Verdict }) {
  return (
    <section class="fact" aria-labelledby="entities-title">
      <h3 id="entities-title">What it names</h3>
      {entities.length === 0 && <p class="fact-none">No number, date or address.</p>}
      <ul class="signals" role="list">
        {entities.map((entity) => (
          <li key={`${entity.kind}${entity.start}`}>
            <span>
              {sentenceCase(entity.kind)}
              {entity.deadline === true && <span class="deadline"> deadline</span>}
            </span>
            <bdi class="entity" title={entity.value}>
              {entity.text}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Target({ due }: { due: Due | undefined }) {
  if (!due) return null;
  return (
    <section class="fact" aria-labelledby="target-title">
      <h3 id="target-title">When to answer</h3>
      <ul class="signals" role="list">
        <li>
          <span>Answer by</span>
          <span class="moment">{momentWords(due.firstResponseAt)}</span>
        </li>
        <li>
          <span>Target</span>
          <span>{duration(due.target)}</span>
        </li>
      </ul>
    </section>
  );
}

function Rules({ verdict }: { verdict: Verdict }) {
  if (verdict.rules.length === 0) return null;
  return (
    <section class="fact" aria-labelledby="rules-title">
      <h3 id="rules-title">Rules that fired</h3>
      {verdict.rules.map(({ ruleId, actions, trace }) => (
        <details key={ruleId} class="rule">
          <summary>{rules.value.get(ruleId)?.name ?? ruleId}</summary>
          <p class="rule-actions">
            {actions
              .map((action) =>
                Object.entries(action)
                  .map(([name, value]) => `${name}: ${shown(value)}`)
                  .join(", "),
              )
              .join(" · ")}
          </p>
          <ul class="trace" role="list">
            {trace.map(({ path, seen, matched }) => (
              <li key={path}>
                <span class={matched ? "trace-yes" : "trace-no"}>{matched ? "held" : "did not hold"}</span>
                <code>{path}</code>
                <bdi>{shown(seen)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
