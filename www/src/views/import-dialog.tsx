import { count } from "../lib/words";
import { accept, decline, NAMES, offers } from "../state/imports";
import { Icon } from "./icon";
import { useModal } from "./modal";

const MOST = 50;

/** What a file holds and what is wrong in it, before anything changes. */
export function ImportDialog() {
  const [first] = offers.value;
  const modal = useModal(first !== undefined, decline);
  const size = first?.loaded?.records.length ?? 0;
  const kind = first?.loaded?.kind;
  return (
    <dialog class="dialog import" aria-labelledby="import-title" {...modal}>
      {first && (
        <>
          <header class="dialog-head">
            <h2 id="import-title" dir="auto">
              {first.name}
            </h2>
            <button class="button button-quiet button-icon" type="button" aria-label="Close" onClick={decline}>
              <Icon name="close" />
            </button>
          </header>
          <p>
            {kind && size > 0 ? `${count(size, ...NAMES[kind])} read.` : "Nothing could be read from this."}
            {first.problems.length > 0 &&
              size > 0 &&
              ` ${count(first.problems.length, "problem")}: these lines are left out.`}
          </p>
          {first.problems.length > 0 && (
            <ul class="problems" role="list">
              {first.problems.slice(0, MOST).map(({ line, message }, index) => (
                <li key={index}>
                  {line > 0 && <span class="problem-line numbers">Line {line}</span>}
                  <span>{message}</span>
                </li>
              ))}
              {first.problems.length > MOST && <li>And {first.problems.length - MOST} more.</li>}
            </ul>
          )}
          <footer class="dialog-foot">
            {size === 0 || !kind ? (
              <>
                <p class="dialog-note">What was there before is unchanged.</p>
                <button class="button button-primary" type="button" autofocus onClick={decline}>
                  All right
                </button>
              </>
            ) : (
              <>
                <button class="button button-quiet" type="button" onClick={decline}>
                  Leave it
                </button>
                {kind === "messages" && (
                  <button class="button" type="button" onClick={() => void accept(true)}>
                    Replace the inbox
                  </button>
                )}
                <button class="button button-primary" type="button" autofocus onClick={() => void accept(false)}>
                  Add {count(size, ...NAMES[kind])}
                </button>
              </>
            )}
          </footer>
        </>
      )}
    </dialog>
  );
}
