/// <reference lib="esnext.disposable" preserve="true" />
import { TriageError } from "./error.js";
import { unlessAborted } from "./load.js";
import { plain } from "./plain.js";
import { ARITY, perform, type RemoteName, type Request, type Response as Answer } from "./protocol.js";
import { check, type Triage } from "./triage.js";
import type { TriageOptions, WasmInput } from "./types.js";

/** What is used of a `Worker`, so that a wrapped or shared one can stand in. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  addEventListener(type: "message" | "messageerror" | "error", listener: (event: Event) => void): void;
  terminate?(): void;
}

/** Options of {@link createTriageWorker}: those of `Triage.create` and where to run. */
export interface TriageWorkerOptions extends TriageOptions {
  /**
   * The worker: the URL of the package's `hotcold/worker` file, a worker made from it, or `false` for none.
   * Default: the file that the package brings, where the platform has workers; without them the engine runs
   * in this thread.
   */
  readonly worker?: string | URL | WorkerLike | false;
}

/** Options of one call: `signal` gives up waiting for it. */
export interface RemoteCallOptions {
  /** The call rejects with the signal's reason. Default: it waits. */
  readonly signal?: AbortSignal;
}

type Remote<T> = T extends (...values: infer V) => infer R
  ? (...values: [...V, options?: RemoteCallOptions]) => Promise<R>
  : (options?: RemoteCallOptions) => Promise<T>;

/** A `Triage` elsewhere: the same names, each giving a promise. */
export type TriageRemote = {
  readonly [Name in RemoteName]: Remote<Triage[Name]>;
} & AsyncDisposable & {
    /** Whether it runs in a worker, not in this thread. */
    readonly threaded: boolean;
    /** Ends the worker. What still waits rejects with `DISPOSED`, as does every later call. */
    dispose(): Promise<void>;
  };

/** Runs calls somewhere. */
interface Executor {
  readonly threaded: boolean;
  run(name: RemoteName, values: readonly unknown[]): Promise<unknown>;
  end(): void;
}

const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

/**
 * `createTriageWorker` for an entry point: its class for this thread, and how the package's own worker
 * starts, where it has one.
 */
export async function createRemote(
  local: typeof Triage,
  options: TriageWorkerOptions,
  launch?: () => WorkerLike,
): Promise<TriageRemote> {
  const { worker: choice, ...given } = options;
  let settings: TriageOptions = given;
  check(settings);
  const worker = start(choice, launch);
  if (worker) {
    settings = { ...given, wasm: await sendable(given.wasm ?? local.source()) };
    const executor = await inWorker(worker, settings);
    if (executor) return remote(executor);
  }
  return remote(inThread(await local.create(settings)));
}

function remote(executor: Executor): TriageRemote {
  let gone = false;
  const dispose = async (): Promise<void> => {
    gone = true;
    executor.end();
  };
  const call = async (name: RemoteName, values: unknown[]): Promise<unknown> => {
    const { signal } = (values[ARITY[name]] ?? {}) as RemoteCallOptions;
    signal?.throwIfAborted();
    if (gone) throw disposed();
    const copies = values.slice(0, ARITY[name]).map((value, index) => plain(value, `arguments[${index}]`));
    return unlessAborted(executor.run(name, copies), signal);
  };
  const names = Object.keys(ARITY) as RemoteName[];
  const members = names.map((name) => [name, (...values: unknown[]) => call(name, values)] as const);
  return {
    ...(Object.fromEntries(members) as unknown as { [Name in RemoteName]: Remote<Triage[Name]> }),
    threaded: executor.threaded,
    dispose,
    [asyncDispose]: dispose,
  };
}

function inThread(triage: Triage): Executor {
  return {
    threaded: false,
    run: async (name, values) => perform(triage, name, values),
    end: () => triage.dispose(),
  };
}

/** An engine in this worker, or `undefined` where it does not start. */
async function inWorker(worker: WorkerLike, options: TriageOptions): Promise<Executor | undefined> {
  const now = options.now ?? Date.now;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  let answered = false;
  let broken: TriageError | undefined;
  let count = 0;

  const fail = (error: TriageError): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  const failed = (event: Event): void => {
    fail(new TriageError("WORKER_FAILED", "The worker broke; create a new one, from the last snapshot if there is one.", { cause: event }));
  };
  worker.addEventListener("error", failed);
  worker.addEventListener("messageerror", failed);
  worker.addEventListener("message", (event) => {
    const { id, value, error } = (event as MessageEvent).data as Answer;
    answered = true;
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error) caller?.reject(new TriageError(error.code, error.message, error.details && { details: error.details }));
    else caller?.resolve(value);
  });
  const ask = (name: Request["name"], values: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      const request: Request = { id: (count += 1), name, values, now: now() };
      worker.postMessage(request);
      waiting.set(request.id, { resolve, reject });
    });
  const end = (): void => {
    fail(disposed());
    worker.terminate?.();
  };

  try {
    await unlessAborted(ask("create", [portable(options)]), options.signal);
    return { threaded: true, run: ask, end };
  } catch (error) {
    end();
    // A worker that never spoke could not start: a policy or a missing file. This thread does as well.
    if (!answered && error instanceof TriageError && error.code === "WORKER_FAILED") return undefined;
    throw error;
  }
}

function start(
  choice: TriageWorkerOptions["worker"],
  launch: (() => WorkerLike) | undefined,
): WorkerLike | undefined {
  if (choice === false) return undefined;
  if (typeof choice === "object" && !(choice instanceof URL)) return choice;
  if (typeof Worker === "undefined") return undefined;
  try {
    return choice === undefined ? launch?.() : new Worker(choice, { type: "module" });
  } catch {
    // Refused by a policy, or from another origin.
    return undefined;
  }
}

/** An engine that can travel to a worker: an absolute address, bytes or a module. */
async function sendable(input: WasmInput): Promise<string | BufferSource | WebAssembly.Module> {
  const source = await input;
  if (source instanceof URL) return source.href;
  if (typeof source === "string") return new URL(source, globalThis.location?.href).href;
  return source instanceof Response ? source.arrayBuffer() : source;
}

/** Options that can travel to a worker. */
function portable(options: TriageOptions): unknown {
  const { wasm, snapshot, signal: _signal, now: _now, ...data } = options;
  return { ...(plain(data) as object), wasm, snapshot };
}

function disposed(): TriageError {
  return new TriageError("DISPOSED", "This Triage was disposed of; create a new one.");
}
