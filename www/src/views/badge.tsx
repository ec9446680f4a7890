import { sentenceCase } from "../lib/words";
import { standingOf } from "../state/filter";
import { fixLane, undoFix } from "../state/feedback";
import type { Item } from "../state/inbox";
import { Icon } from "./icon";

const CONFIDENCE = { high: "sure", medium: "fairly sure", low: "a guess" } as const;

/** Hot or cold with the word for how sure, and the one click that puts a mistake right. */
export function Badge({ item }: { item: Item }) {
  const { priority, level, byHand } = standingOf(item);
  const { score, confidence } = item.verdict;
  const other = priority === "hot" ? "cold" : "hot";
  return (
    <div class="badge-group">
      <span class={`badge badge-${priority}`} title={`Probability of hot: ${Math.round(score * 100)} %`}>
        <Icon name={priority} />
        {sentenceCase(priority)}
      </span>
      <span class="badge-detail">
        {sentenceCase(level)}, {byHand ? "set by your team" : CONFIDENCE[confidence]}
      </span>
      {byHand ? (
        <button class="button button-quiet fix" type="button" onClick={() => void undoFix(item.message.id)}>
          <Icon name="swap" />
          Undo the fix
        </button>
      ) : (
        <button
          class="button button-quiet fix"
          type="button"
          aria-label={`Wrong? Fix it: make it ${other}`}
          title={`Moves this message to ${sentenceCase(other)} and teaches the desk`}
          onClick={() => void fixLane(item)}
        >
          <Icon name="swap" />
          <span class="fix-long">Wrong? Make it {other}</span>
        </button>
      )}
    </div>
  );
}
