import { languageWords } from "../lib/language";
import { channelName, sentenceCase } from "../lib/words";
import { customerName } from "../state/actions";
import { standingOf } from "../state/filter";
import type { Item } from "../state/inbox";
import { marks } from "../state/marks";
import { select, selectedId } from "../state/selection";
import { DueChip } from "./due-chip";
import { Icon } from "./icon";

interface RowProps {
  readonly item: Item;
  readonly top: number;
  readonly position: number;
  readonly total: number;
  /** Whether the Tab key stops here: one row of a lane, the arrows reach the others. */
  readonly tabStop: boolean;
}

export function Row({ item, top, position, total, tabStop }: RowProps) {
  const { message, verdict, visible } = item;
  const { level, byHand } = standingOf(item);
  const chosen = selectedId.value === message.id;
  const mixed = verdict.language.mixed;
  return (
    <li class="row-place" style={{ transform: `translateY(${top}px)` }} aria-setsize={total} aria-posinset={position}>
      <button
        class={`row row-${level}`}
        type="button"
        data-id={message.id}
        aria-current={chosen ? "true" : undefined}
        tabIndex={tabStop ? 0 : -1}
        onClick={() => select(message.id)}
      >
        <span class="row-line">
          <bdi class="row-name">{customerName(item)}</bdi>
          {marks.value.liked[message.id] && (
            <span class="row-like">
              <Icon name="heart" filled />
              <span class="visually-hidden">liked</span>
            </span>
          )}
          <span class="row-channel">{channelName(message.channel)}</span>
          {!marks.value.closed[message.id] && verdict.due && <DueChip due={verdict.due} />}
        </span>
        <span class="row-text" dir="auto">
          {firstLine(item)}
        </span>
        <span class="row-line row-foot">
          <span class={`level level-${level}`}>{sentenceCase(level)}</span>
          <span class="row-reason">{byHand ? "set by your team" : topReason(item)}</span>
          <span class="language">
            {languageWords(verdict.language)}
            {mixed && <span class="language-mixed">mixed</span>}
          </span>
        </span>
      </button>
    </li>
  );

  function firstLine({ message: { subject } }: Item): string {
    const text = visible.text.slice(0, 400).trim().replace(/\s+/g, " ");
    return subject === undefined || subject === "" ? text : `${subject} — ${text}`;
  }
}

/** The strongest reason that speaks for the lane. */
function topReason({ verdict }: Item): string {
  if (verdict.noise) return `noise: ${verdict.noise.kind.replace(/_/g, " ")}`;
  const sign = verdict.priority === "hot" ? 1 : -1;
  const reason = verdict.reasons.find(({ weight }) => weight * sign > 0) ?? verdict.reasons[0];
  return reason?.label ?? "nothing stands out";
}
