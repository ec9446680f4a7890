/**
 * What went wrong, as a closed set to branch on.
 *
 * - `WASM_LOAD_FAILED`: the engine could not be fetched or compiled; `details` tells `url`, `status`, `html` or `csp`.
 * - `WASM_TRAPPED`: the engine stopped by a fault; create a new one, from the last snapshot if there is one.
 * - `WORKER_FAILED`: the worker broke; what it had learned since the last snapshot is lost.
 * - `DISPOSED`: the engine was disposed of.
 * - `INVALID_ARGUMENT`, `INVALID_RULE`: a value cannot be used; `details.path` tells which.
 * - `INPUT_TOO_LARGE`: a text is longer than `maxLength`, or a call holds too much data.
 * - `SNAPSHOT_CORRUPT`, `SNAPSHOT_VERSION`: a snapshot is damaged, or from a newer engine.
 * - `MODEL_CORRUPT`, `MODEL_VERSION`: the same for the model.
 * - `UNKNOWN_ID`: no reply or article has this id.
 */
export type TriageErrorCode =
  | "WASM_LOAD_FAILED"
  | "WASM_TRAPPED"
  | "WORKER_FAILED"
  | "DISPOSED"
  | "INVALID_ARGUMENT"
  | "INVALID_RULE"
  | "INPUT_TOO_LARGE"
  | "SNAPSHOT_CORRUPT"
  | "SNAPSHOT_VERSION"
  | "MODEL_CORRUPT"
  | "MODEL_VERSION"
  | "UNKNOWN_ID";

/** Facts of an error: `path` of the value, `url`, `status`, `html`, `csp`. */
export type TriageErrorDetails = Readonly<Record<string, unknown>>;

/** The one error of the package. Its message is a sentence that says the cure. */
export class TriageError extends Error {
  override readonly name = "TriageError";
  /** What to branch on. */
  readonly code: TriageErrorCode;
  /** Facts of the error; absent when there are none. */
  declare readonly details?: TriageErrorDetails;

  /** `options.cause` is the error underneath; absent by default, as `options.details` is. */
  constructor(
    code: TriageErrorCode,
    message: string,
    options: { cause?: unknown; details?: TriageErrorDetails } = {},
  ) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.code = code;
    if (options.details) this.details = options.details;
  }
}

/** An `INVALID_ARGUMENT` about the value at `path`. */
export function invalid(path: string, text: string, cause?: unknown): TriageError {
  const message = path ? `${path} ${text}` : text;
  return new TriageError("INVALID_ARGUMENT", message, {
    ...(path && { details: { path } }),
    ...(cause !== undefined && { cause }),
  });
}

/**
 * The error of an engine call, or `undefined` for anything that is none: then the engine is at fault.
 * `subject` is what the caller calls the message, with which the engine's paths begin.
 */
export function fromCore(thrown: unknown, subject = "message"): TriageError | undefined {
  if (thrown instanceof Error) return undefined;
  const { code, message, path } = Object(thrown) as Partial<Record<string, unknown>>;
  if (typeof code !== "string" || typeof message !== "string" || typeof path !== "string") return undefined;
  const place = path.replace(/^message\b/, subject);
  return new TriageError(
    code as TriageErrorCode,
    place + message.slice(path.length),
    place ? { details: { path: place } } : {},
  );
}

/** The error of an engine that stopped by a fault. */
export function trapped(cause: unknown): TriageError {
  return new TriageError(
    "WASM_TRAPPED",
    "The engine stopped by a fault; create a new Triage, from the last snapshot if there is one.",
    { cause },
  );
}
