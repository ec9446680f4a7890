import { base64 } from "../generated/base64.js";
import { createRemote, Triage as Base } from "./core.js";
import type { TriageRemote, TriageWorkerOptions } from "./public.js";

export { responseMetrics, TriageError } from "./core.js";
export type * from "./public.js";

/** The engine; it travels inside this file as text. */
export class Triage extends Base {
  /** @internal */
  static override readonly source = (): BufferSource =>
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** A `Triage` with promises; in this thread, unless `worker` is given. All options may be left out. */
export function createTriageWorker(options: TriageWorkerOptions = {}): Promise<TriageRemote> {
  return createRemote(Triage, options);
}
