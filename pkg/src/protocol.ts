import { TriageError, type TriageErrorCode, type TriageErrorDetails } from "./error.js";
import type { Triage } from "./triage.js";

/** What of a `Triage` a worker answers: everything but its end, which the worker's end is. */
export type RemoteName = Exclude<keyof Triage, "dispose" | symbol>;

/** How many arguments each takes; a call's `{ signal }` follows them. */
export const ARITY: Readonly<Record<RemoteName, number>> = {
  triage: 2,
  triageAll: 2,
  detectLanguage: 1,
  upsertReplies: 1,
  removeReplies: 1,
  suggestReplies: 2,
  findReplies: 2,
  renderReply: 2,
  upsertArticles: 1,
  removeArticles: 1,
  searchArticles: 2,
  renderArticle: 2,
  setRules: 1,
  simulateRules: 2,
  learn: 1,
  forget: 0,
  observe: 1,
  incidents: 1,
  redact: 2,
  revision: 0,
  save: 0,
};

/** What a page asks a worker. `now` is the page's clock, which the worker's engine goes by. */
export interface Request {
  readonly id: number;
  readonly name: RemoteName | "create";
  readonly values: readonly unknown[];
  readonly now: number;
}

/** What a worker answers: a value, or an error. */
export interface Response {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly code: TriageErrorCode; readonly message: string; readonly details?: TriageErrorDetails };
}

/** Runs a member of an engine by name. */
export function perform(triage: Triage, name: RemoteName, values: readonly unknown[]): unknown {
  if (name === "revision") return triage.revision;
  const method = triage[name] as (...values: readonly unknown[]) => unknown;
  return method.apply(triage, values as unknown[]);
}

/** An error as data. Causes stay behind: not all of them can travel. */
export function packed(error: unknown): NonNullable<Response["error"]> {
  if (!(error instanceof TriageError)) return { code: "WORKER_FAILED", message: String(error) };
  const { code, message, details } = error;
  return { code, message, ...(details && { details }) };
}
