import { readFile } from "node:fs/promises";
import { createRemote, Triage as Base } from "./core.js";
import type { TriageRemote, TriageWorkerOptions } from "./public.js";

export { responseMetrics, TriageError } from "./core.js";
export type * from "./public.js";

/** The engine; it is read from the file next to this one. */
export class Triage extends Base {
  /** @internal */
  static override readonly source = (): Promise<BufferSource> =>
    readFile(new URL("./triage_bg.wasm", import.meta.url));
}

/** A `Triage` with promises; in this thread, unless `worker` is given. All options may be left out. */
export function createTriageWorker(options: TriageWorkerOptions = {}): Promise<TriageRemote> {
  return createRemote(Triage, options);
}
