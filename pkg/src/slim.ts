import { createRemote, Triage as Base } from "./core.js";
import type { TriageRemote, TriageWorkerOptions } from "./public.js";

export { responseMetrics, TriageError } from "./core.js";
export type * from "./public.js";

/** The engine; `wasm` says where it is. */
export class Triage extends Base {}

/** A `Triage` with promises; in this thread, unless `worker` is given. All options may be left out. */
export function createTriageWorker(options: TriageWorkerOptions = {}): Promise<TriageRemote> {
  return createRemote(Triage, options);
}
