import { packed, perform, type RemoteName, type Request, type Response } from "./protocol.js";
import { Triage } from "./triage.js";
import type { TriageOptions } from "./types.js";

/** The part of a worker's global scope that is used. */
export interface Scope {
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/** Answers requests of `createTriageWorker`, in the order they come; every one gets an answer. */
export function serve(scope: unknown): void {
  const { addEventListener, postMessage } = scope as Scope;
  let triage: Promise<Triage> | undefined;
  let now = 0;

  async function answer({ name, values }: Request): Promise<unknown> {
    if (name === "create") {
      triage = Triage.create({ ...(values[0] as TriageOptions), now: () => now });
      await triage;
      return undefined;
    }
    return perform(await (triage as Promise<Triage>), name as RemoteName, values);
  }

  addEventListener.call(scope, "message", async ({ data }) => {
    const request = data as Request;
    const { id } = request;
    now = request.now;
    let response: Response;
    try {
      response = { id, value: await answer(request) };
    } catch (error) {
      response = { id, error: packed(error) };
    }
    postMessage.call(scope, response);
  });
}
