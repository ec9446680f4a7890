import { folder, incidentId, lanes, query, show, showFolder, view } from "../state/filter";
import { laneInSight } from "../state/ui";
import { Icon } from "./icon";
import { Lane } from "./lane";

export function Lanes() {
  const { hot, cold } = lanes.value;
  const shows = view.value;
  return (
    <div class="lanes-frame">
      <Filters />
      <div class="lanes" data-view={shows} data-sight={laneInSight.value}>
        {shows !== "cold" && <Lane priority="hot" items={hot} />}
        {shows !== "hot" && <Lane priority="cold" items={cold} />}
      </div>
    </div>
  );
}

/** What narrows the lanes, with a way out; and the switch between the lanes where one fits. */
function Filters() {
  const { hot, cold } = lanes.value;
  const narrowed = folder.value ?? (incidentId.value === undefined ? undefined : "Incident");
  const both = view.value === "all" || view.value === "closed";
  return (
    <div class="filters">
      {both && (
        <div class="lane-switch" role="group" aria-label="Lane in sight">
          {(["hot", "cold"] as const).map((lane) => (
            <button
              key={lane}
              class={`lane-tab lane-tab-${lane}`}
              type="button"
              aria-pressed={laneInSight.value === lane}
              onClick={() => (laneInSight.value = lane)}
            >
              <Icon name={lane} />
              {lane === "hot" ? "Hot" : "Cold"} <span class="numbers">{lane === "hot" ? hot.length : cold.length}</span>
            </button>
          ))}
        </div>
      )}
      {view.value === "closed" && <p class="filter">Closed conversations</p>}
      {narrowed !== undefined && (
        <p class="filter">
          <Icon name={folder.value === undefined ? "alert" : "folder"} />
          <span dir="auto">{narrowed}</span>
          <button
            class="filter-clear"
            type="button"
            onClick={() => (folder.value === undefined ? show("all") : showFolder(undefined))}
          >
            <Icon name="close" />
            <span class="visually-hidden">Show everything again</span>
          </button>
        </p>
      )}
      {query.value.trim() !== "" && (
        <p class="filter">
          <Icon name="search" />
          <span>
            {hot.length + cold.length} found for “<bdi>{query.value.trim()}</bdi>”
          </span>
          <button class="filter-clear" type="button" onClick={() => (query.value = "")}>
            <Icon name="close" />
            <span class="visually-hidden">Clear the search</span>
          </button>
        </p>
      )}
    </div>
  );
}
