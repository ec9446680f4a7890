import { openSpans } from "./calendar.js";
import { fromCore, trapped } from "./error.js";
import { stateless } from "./load.js";
import { plain, type Json } from "./plain.js";
import type { ConversationEvent, ResponseMetrics, ResponseMetricsOptions } from "./types.js";

/**
 * How long customers wait for answers, from what happened in conversations. Answers of bots and rules, notes
 * and messages after the answer do not count as responses. Needs an engine that was loaded before.
 */
export function responseMetrics(
  events: Iterable<ConversationEvent>,
  options?: ResponseMetricsOptions,
): ResponseMetrics {
  const input = plain(events, "events");
  const { calendar, ...rest } = options ?? {};
  const spans = calendar && openSpans(calendar, ...range(input));
  const settings = plain({ ...rest, calendar: spans }, "options");
  return stateless((core) => {
    try {
      return core.responseMetrics(input, settings);
    } catch (thrown) {
      throw fromCore(thrown) ?? trapped(thrown);
    }
  });
}

/** The first and the last moment of events; the engine complains of malformed ones. */
function range(events: Json | undefined): [first: number, last: number] {
  const times = Array.isArray(events) ? events.map((event) => Number(Object(event).at) || 0) : [];
  times.sort((left, right) => left - right);
  return [times[0] ?? 0, times.at(-1) ?? 0];
}
