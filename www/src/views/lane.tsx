import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { windowOf } from "../lib/window";
import type { Item } from "../state/inbox";
import type { Priority } from "../state/marks";
import { selectedId } from "../state/selection";
import { Icon } from "./icon";
import { Row } from "./row";

/** The height of a row in pixels: the same for all, so that a lane of thousands draws only what is in sight. */
const ROW_HEIGHT = 92;

const EMPTY: Readonly<Record<Priority, string>> = {
  hot: "Nothing burns. Well done.",
  cold: "Nothing is waiting here.",
};

export function Lane({ priority, items }: { priority: Priority; items: readonly Item[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const place = useSignal({ top: 0, height: 900 });
  const chosen = items.findIndex((item) => item.message.id === selectedId.value);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => {
      place.value = { top: element.scrollTop, height: element.clientHeight };
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [place]);

  // The open message stays in sight: row by row when keys walk through the list, below a whole row after a jump.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || chosen === -1) return;
    const above = element.scrollTop - chosen * ROW_HEIGHT;
    const below = -above + ROW_HEIGHT - element.clientHeight;
    if (above <= 0 && below <= 0) return;
    if (above > ROW_HEIGHT || below > ROW_HEIGHT) element.scrollTop = (chosen - 1) * ROW_HEIGHT;
    else element.scrollTop += above > 0 ? -above : below;
  }, [chosen, items]);

  const { first, end } = windowOf(items.length, ROW_HEIGHT, place.value.top, place.value.height);
  const tabStop = chosen === -1 ? 0 : chosen;
  const name = priority === "hot" ? "Hot" : "Cold";
  return (
    <section class={`lane lane-${priority}`} aria-labelledby={`lane-${priority}`}>
      <h2 class="lane-head" id={`lane-${priority}`}>
        <Icon name={priority} />
        <span class="lane-name">{name}</span>
        <span class="lane-count numbers">{items.length}</span>
      </h2>
      <div class="lane-scroll" ref={scroller}>
        {items.length === 0 ? (
          <p class="lane-empty">{EMPTY[priority]}</p>
        ) : (
          <ul class="rows" role="list" style={{ height: `${items.length * ROW_HEIGHT}px` }}>
            {items.slice(first, end).map((item, offset) => (
              <Row
                key={item.message.id}
                item={item}
                top={(first + offset) * ROW_HEIGHT}
                position={first + offset + 1}
                total={items.length}
                tabStop={first + offset === tabStop}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
