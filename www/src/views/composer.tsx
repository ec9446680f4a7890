import { useLayoutEffect, useRef } from "preact/hooks";
import { openBlanks } from "../lib/draft";
import { isComposing, isSendKey } from "../lib/keys";
import { count } from "../lib/words";
import { sendAndClose } from "../state/actions";
import { agentName, blanksLeft, caret, caretWish, draft, writeDraft } from "../state/draft";
import type { Item } from "../state/inbox";
import { active, choose, composing, dismiss, isOpen, move, retype } from "../state/picker";
import { Icon } from "./icon";
import { optionId, Picker, PICKER_ID } from "./picker";

export function Composer({ item }: { item: Item }) {
  const { id, customer } = item.message;
  const area = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const wish = caretWish.value;

  // Another message, another caret: behind what was already written.
  useLayoutEffect(() => {
    const end = draft.peek().text.length;
    caret.value = { start: end, end };
  }, [id]);

  // After an insertion the caret belongs on the first blank, so that typing fills it.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || !wish) return;
    element.focus();
    element.setSelectionRange(wish.start, wish.end);
    caretWish.value = undefined;
    readCaret();
  }, [wish]);

  function readCaret(): void {
    const element = area.current;
    if (!element) return;
    const { selectionStart: start, selectionEnd: end } = element;
    const before = caret.peek();
    if (before.start === start && before.end === end) return;
    caret.value = { start, end };
    retype();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (isSendKey(event)) {
      event.preventDefault();
      sendAndClose(item);
    } else if (isOpen.peek() && pickerKey(event)) event.preventDefault();
    else if (event.key === "Escape") {
      event.preventDefault();
      area.current?.blur();
    }
  }

  function pickerKey(event: KeyboardEvent): boolean {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && !event.shiftKey) choose(item);
    else if (event.key === "Escape") dismiss();
    else return false;
    return true;
  }

  const left = blanksLeft.value;
  const [next] = left;
  return (
    <form
      class="composer"
      aria-label="Answer"
      onSubmit={(event) => {
        event.preventDefault();
        sendAndClose(item);
      }}
    >
      {customer?.notes?.map((note) => (
        <p key={note} class="tone" dir="auto">
          <Icon name="note" />
          {note}
        </p>
      ))}
      <Picker item={item} />
      <div class="composer-box">
        <div class="composer-mirror" ref={mirror} dir="auto" aria-hidden="true">
          <Marked />
        </div>
        <textarea
          id="composer"
          ref={area}
          dir="auto"
          rows={4}
          aria-label="Your answer"
          aria-describedby="composer-state"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={PICKER_ID}
          aria-activedescendant={isOpen.value ? optionId(active.value) : undefined}
          placeholder="Write an answer. ## brings up the saved replies."
          value={draft.value.text}
          onInput={(event) => {
            writeDraft(id, event.currentTarget.value);
            readCaret();
          }}
          onSelect={readCaret}
          onClick={readCaret}
          onKeyUp={readCaret}
          onFocus={() => {
            composing.value = true;
          }}
          onBlur={() => {
            composing.value = false;
          }}
          onScroll={(event) => {
            if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop;
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div class="composer-foot">
        <label class="signature">
          Signing as
          <input
            type="text"
            value={agentName.value}
            autocomplete="off"
            onInput={(event) => (agentName.value = event.currentTarget.value)}
          />
        </label>
        <p class="composer-state" id="composer-state" role="status">
          {next && (
            <>
              {count(left.length, "blank")} to fill before sending:{" "}
              <button
                class="blank-link"
                type="button"
                onClick={() => (caretWish.value = { start: next.start, end: next.end })}
              >
                <bdi>{next.blank}</bdi>
              </button>
            </>
          )}
        </p>
        <button
          class="button button-primary"
          type="submit"
          aria-disabled={left.length > 0 || draft.value.text.trim() === ""}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title="Send, close and go to the next (Ctrl or Cmd + Enter)"
        >
          <Icon name="send" />
          Send and close
        </button>
      </div>
    </form>
  );
}

/** The draft once more behind the textarea, with the blanks marked. */
function Marked() {
  const { text, blanks } = draft.value;
  let from = 0;
  const parts = openBlanks(text, blanks).flatMap(({ start, end, blank }) => {
    const before = text.slice(from, start);
    from = end;
    return [before, <mark key={start}>{blank}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(from)}
      {"\n"}
    </>
  );
}
