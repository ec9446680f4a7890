import { Triage as Base } from "./core.js";

export * from "./core.js";

/** {@inheritDoc Base} The engine is fetched from the file next to this one. */
export class Triage extends Base {
  /** @internal */
  protected static override readonly source = (): URL => new URL("./triage_bg.wasm", import.meta.url);
}
