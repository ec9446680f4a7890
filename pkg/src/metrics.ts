import { fromCore, trapped } from "./error.js";
import { stateless } from "./load.js";
import { plain } from "./plain.js";
import type { ConversationEvent, ResponseMetrics, ResponseMetricsOptions } from "./types.js";

/**
 * How long customers wait for answers, from what happened in conversations. Answers of bots and rules, notes
 * and messages after the answer do not count as responses. Needs an engine that was loaded before.
 */
export function responseMetrics(
  events: Iterable<ConversationEvent>,
  options?: ResponseMetricsOptions,
): ResponseMetrics {
  const [input, settings] = [plain(events, "events"), plain(options, "options")];
  return stateless((core) => {
    try {
      return core.responseMetrics(input, settings);
    } catch (thrown) {
      throw fromCore(thrown, "") ?? trapped(thrown);
    }
  });
}
