import module from "./triage_bg.wasm";
import { Triage as Base } from "./core.js";

export * from "./core.js";

/** The engine is a module that the platform compiled when it deployed. */
export class Triage extends Base {
  /** @internal */
  protected static override readonly source = (): WebAssembly.Module => module;
}
