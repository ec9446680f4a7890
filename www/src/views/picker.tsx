import { active, choices, choose, isOpen, trigger } from "../state/picker";
import { renderFor, segmentText } from "../state/draft";
import type { Item } from "../state/inbox";
import { replies } from "../state/library";

export const PICKER_ID = "reply-picker";

export function optionId(index: number): string {
  return `${PICKER_ID}-${index}`;
}

/** Saved replies above the composer: what was typed after the trigger searches them. */
export function Picker({ item }: { item: Item }) {
  if (!isOpen.value) return <div id={PICKER_ID} hidden />;
  const list = choices.value;
  const chosen = list[active.value];
  const preview = chosen && renderFor(item, chosen.id);
  return (
    <div class="picker">
      <p class="picker-head">
        {trigger.value?.query.trim() ? "Saved replies" : "Saved replies for this message"}
        <span class="picker-keys">
          <kbd>↑</kbd> <kbd>↓</kbd> choose · <kbd>Enter</kbd> insert · <kbd>Esc</kbd> close
        </span>
      </p>
      <ul class="picker-list" id={PICKER_ID} role="listbox" aria-label="Saved replies">
        {list.map((match, index) => {
          const reply = replies.value.get(match.id);
          return (
            <li
              key={match.id}
              id={optionId(index)}
              class="picker-option"
              role="option"
              aria-selected={index === active.value}
              // The textarea keeps the focus: pressing must not take it away.
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => (active.value = index)}
              onClick={() => choose(item, index)}
            >
              <span class="picker-title" dir="auto">
                {reply?.title ?? match.id}
              </span>
              {reply?.shortcut !== undefined && <code>{reply.shortcut}</code>}
              <span class="picker-why">{match.why.slice(0, 2).join(", ")}</span>
            </li>
          );
        })}
      </ul>
      {preview && (
        <p class="picker-preview" dir="auto" lang={preview.language}>
          {preview.segments.map(segmentText).join("")}
        </p>
      )}
    </div>
  );
}
