import { readFile } from "node:fs/promises";
import { Triage as Base } from "./core.js";

export * from "./core.js";

/** The engine is read from the file next to this one. */
export class Triage extends Base {
  /** @internal */
  protected static override readonly source = (): Promise<Uint8Array> =>
    readFile(new URL("./triage_bg.wasm", import.meta.url));
}
