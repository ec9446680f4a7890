import { agoWords } from "../lib/due";
import { count } from "../lib/words";
import { now } from "../state/clock";
import { incidentId, showIncident } from "../state/filter";
import { incidents } from "../state/inbox";
import { Icon } from "./icon";

/** Many customers, one problem: above everything else. */
export function IncidentBanner() {
  const [first, ...others] = incidents.value;
  if (!first) return null;
  const shown = incidentId.value === first.id;
  return (
    <aside class="incident" aria-label="Incident">
      <Icon name="alert" />
      <p>
        <strong>Incident:</strong> {count(first.count, "message")} from {count(first.customers, "customer")} about{" "}
        <bdi class="incident-words">{first.words.slice(0, 4).join(", ")}</bdi>, the latest{" "}
        {agoWords(first.lastAt, now.value)}.{others.length > 0 && ` ${count(others.length, "other incident")} open.`}
      </p>
      <button
        class="button button-small"
        type="button"
        aria-pressed={shown}
        onClick={() => showIncident(shown ? undefined : first.id)}
      >
        {shown ? "Show all" : "Show them"}
      </button>
    </aside>
  );
}
