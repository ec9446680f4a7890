import { base64 } from "../generated/base64.js";
import { Triage as Base } from "./core.js";

export * from "./core.js";

/** The engine travels inside this file as text. */
export class Triage extends Base {
  /** @internal */
  protected static override readonly source = (): Uint8Array =>
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
