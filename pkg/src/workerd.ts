import module from "./triage_bg.wasm";
import { createRemote, Triage as Base } from "./core.js";
import type { TriageRemote, TriageWorkerOptions } from "./public.js";

export { responseMetrics, TriageError } from "./core.js";
export type * from "./public.js";

/** The engine; the platform compiled it when it deployed. */
export class Triage extends Base {
  /** @internal */
  static override readonly source = (): WebAssembly.Module => module;
}

/** A `Triage` with promises; in this thread, unless `worker` is given. All options may be left out. */
export function createTriageWorker(options: TriageWorkerOptions = {}): Promise<TriageRemote> {
  return createRemote(Triage, options);
}
