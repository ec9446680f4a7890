import { helpOpen } from "../state/ui";
import { Icon } from "./icon";
import { useModal } from "./modal";

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [["J", "↓"], "Next message"],
  [["K", "↑"], "Message before"],
  [["Enter"], "Write an answer"],
  [["Ctrl Enter", "Cmd Enter"], "Send, close and go to the next"],
  [["##", "/", "::"], "In the answer: saved replies"],
  [["F"], "Like the message"],
  [["C"], "Close the conversation, or open it again"],
  [["Esc"], "Leave the answer, then the conversation"],
  [["?"], "This list"],
];

export function HelpDialog() {
  const close = (): void => {
    helpOpen.value = false;
  };
  const modal = useModal(helpOpen.value, close);
  return (
    <dialog class="dialog" aria-labelledby="help-title" {...modal}>
      <header class="dialog-head">
        <h2 id="help-title">Keyboard</h2>
        <button
          class="button button-quiet button-icon"
          type="button"
          aria-label="Close this list"
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      <dl class="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key, index) => (
                <>
                  {index > 0 && <span class="keys-or">or</span>}
                  <kbd key={key}>{key}</kbd>
                </>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="dialog-note">
        Single letters work while no field has the focus. Drop or paste CSV, JSON or NDJSON to bring your own messages,
        saved replies or articles; they stay in this tab.
      </p>
    </dialog>
  );
}
