import { changeClock } from "../state/boot";
import { clockMode, now } from "../state/clock";
import { query } from "../state/filter";
import { offerFiles } from "../state/imports";
import { nextTheme } from "../state/theme";
import { helpOpen, menuOpen } from "../state/ui";
import { momentWords } from "../lib/due";
import { Icon } from "./icon";

export function Header() {
  return (
    <header class="header">
      <button
        class="button button-quiet button-icon menu-button"
        type="button"
        aria-expanded={menuOpen.value}
        aria-controls="folders"
        onClick={() => (menuOpen.value = !menuOpen.value)}
      >
        <Icon name="menu" />
        <span class="visually-hidden">Folders</span>
      </button>
      <h1 class="brand">
        <span class="brand-hot">hot</span>
        <span class="brand-cold">cold</span>
      </h1>
      <search class="search">
        <Icon name="search" />
        <input
          type="search"
          aria-label="Search messages"
          placeholder="Search"
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      </search>
      <div class="header-tools">
        <ClockSwitch />
        <FileButton />
        <button
          class="button button-quiet button-icon"
          type="button"
          onClick={nextTheme}
          aria-label="Switch between light and dark"
          title="Light or dark"
        >
          <span class="only-light">
            <Icon name="moon" />
          </span>
          <span class="only-dark">
            <Icon name="sun" />
          </span>
        </button>
        <button
          class="button button-quiet button-icon"
          type="button"
          onClick={() => (helpOpen.value = true)}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

function ClockSwitch() {
  const real = clockMode.value === "real";
  return (
    <button
      class="button button-quiet clock-switch"
      type="button"
      aria-pressed={real}
      aria-label={`Real clock. Now ${momentWords(now.value)}`}
      title={
        real
          ? "Showing the real time. Press for the time of the sample."
          : "Showing the time of the sample. Press for the real time."
      }
      onClick={() => void changeClock(real ? "sample" : "real")}
    >
      <Icon name="clock" />
      <span class="clock-text">{real ? "Real clock" : "Sample clock"}</span>
      <time class="clock-time numbers" dateTime={new Date(now.value).toISOString()}>
        {momentWords(now.value)}
      </time>
    </button>
  );
}

function FileButton() {
  return (
    <label class="button button-quiet file-button" title="CSV, JSON or NDJSON of messages, replies or articles">
      <Icon name="upload" />
      <span class="file-text">Open file</span>
      <input
        class="visually-hidden"
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,text/csv,application/json"
        aria-label="Open a file of messages, replies or articles"
        onChange={(event) => {
          const input = event.currentTarget;
          void offerFiles([...(input.files ?? [])]).then(() => (input.value = ""));
        }}
      />
    </label>
  );
}
