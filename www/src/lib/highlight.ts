import type { Reason, Span } from "hotcold";
import type { VisibleText } from "./html";

/** A run of a text and the reasons whose words it belongs to, strongest first. */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly reasons: readonly Reason[];
}

interface Edge {
  readonly at: number;
  readonly reason: number;
  readonly opens: boolean;
}

/**
 * Cuts `text` from 0 to `end` into runs at the edges of the reasons' words. Each run carries all reasons that
 * cover it, so words that two reasons share are marked once. Linear in the text plus sorted edges.
 */
export function cutRuns(visible: VisibleText, reasons: readonly Reason[], end = visible.text.length): Run[] {
  const edges = reasons.flatMap((reason, index) => reason.spans.flatMap((span) => edgesOf(visible, span, index, end)));
  edges.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
  const open = new Map<number, number>();
  const runs: Run[] = [];
  let from = 0;
  const cut = (to: number): void => {
    if (to <= from) return;
    const covering = [...open.keys()].flatMap((index) => reasons[index] ?? []);
    covering.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    runs.push({ text: visible.text.slice(from, to), start: from, reasons: covering });
    from = to;
  };
  for (const { at, reason, opens } of edges) {
    cut(at);
    const depth = (open.get(reason) ?? 0) + (opens ? 1 : -1);
    if (depth > 0) open.set(reason, depth);
    else open.delete(reason);
  }
  cut(end);
  return runs;
}

function edgesOf(visible: VisibleText, span: Span, reason: number, end: number): Edge[] {
  const start = Math.min(visible.place(span.start), end);
  const stop = Math.min(visible.place(span.end), end);
  if (stop <= start) return [];
  return [
    { at: start, reason, opens: true },
    { at: stop, reason, opens: false },
  ];
}

/** 1, 2 or 3: how strongly to mark a word, by its reason's weight in log-odds. */
export function strength(weight: number): 1 | 2 | 3 {
  const size = Math.abs(weight);
  if (size >= 1.5) return 3;
  return size >= 0.5 ? 2 : 1;
}
