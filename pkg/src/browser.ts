import { createRemote, Triage as Base } from "./core.js";
import type { TriageRemote, TriageWorkerOptions } from "./public.js";

export { responseMetrics, TriageError } from "./core.js";
export type * from "./public.js";

/** The engine; it is fetched from the file next to this one. */
export class Triage extends Base {
  /** @internal */
  static override readonly source = (): URL => new URL("./triage_bg.wasm", import.meta.url);
}

/** A `Triage` in a worker, which starts from the file next to this one. All options may be left out. */
export function createTriageWorker(options: TriageWorkerOptions = {}): Promise<TriageRemote> {
  return createRemote(Triage, options, () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" }));
}
