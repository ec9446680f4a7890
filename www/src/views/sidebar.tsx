import { count } from "../lib/words";
import { counts, folder, folders, show, showFolder, view, type View } from "../state/filter";
import { pace, waiting } from "../state/inbox";
import { menuOpen } from "../state/ui";
import { Icon, type IconName } from "./icon";

const VIEWS: readonly { readonly id: View; readonly name: string; readonly icon: IconName }[] = [
  { id: "all", name: "All", icon: "inbox" },
  { id: "hot", name: "Hot", icon: "hot" },
  { id: "cold", name: "Cold", icon: "cold" },
  { id: "closed", name: "Closed", icon: "check" },
];

export function Sidebar() {
  return (
    <nav class="sidebar" id="folders" aria-label="Views and folders" data-shown={menuOpen.value}>
      <ul class="views" role="list">
        {VIEWS.map(({ id, name, icon }) => (
          <li key={id}>
            <button
              class={`side-item side-${id}`}
              type="button"
              aria-current={view.value === id && folder.value === undefined ? "page" : undefined}
              onClick={() => {
                show(id);
                menuOpen.value = false;
              }}
            >
              <Icon name={icon} />
              <span class="side-name">{name}</span>
              <span class="side-count numbers">{counts.value[id]}</span>
            </button>
          </li>
        ))}
      </ul>
      <h2 class="side-title">Folders</h2>
      <ul class="folders" role="list">
        {folders.value.map(({ tag, total, hot }) => (
          <li key={tag}>
            <button
              class="side-item"
              type="button"
              aria-current={folder.value === tag ? "page" : undefined}
              aria-label={`${tag}, ${count(total, "message")}, ${hot} hot`}
              onClick={() => {
                showFolder(folder.value === tag ? undefined : tag);
                menuOpen.value = false;
              }}
            >
              <Icon name="folder" />
              <span class="side-name" dir="auto">
                {tag}
              </span>
              {hot > 0 && <span class="side-hot numbers">{hot}</span>}
              <span class="side-count numbers">{total}</span>
            </button>
          </li>
        ))}
        {folders.value.length === 0 && <li class="side-empty">Rules give tags; each tag is a folder.</li>}
      </ul>
      <Pace />
    </nav>
  );
}

/** How fast the engine was, since that is why it can live in the page. */
function Pace() {
  if (waiting.value > 0) return <p class="pace">Reading {count(waiting.value, "message")}…</p>;
  if (!pace.value || pace.value.messages === 0) return null;
  const { messages, milliseconds } = pace.value;
  return (
    <p class="pace">
      {count(messages, "message")} judged in {Math.max(1, Math.round(milliseconds))} ms, in this browser. Nothing was
      sent anywhere.
    </p>
  );
}
