import { createGlue, type Core, type Glue } from "../generated/glue.js";
import { TriageError, type TriageErrorDetails } from "./error.js";
import type { WasmInput } from "./types.js";

/** Where an entry point has the engine from, when the user says nothing. */
export type DefaultSource = () => WasmInput;

type Key = WasmInput | DefaultSource;

const byUrl = new Map<string, Promise<WebAssembly.Module>>();
const byObject = new WeakMap<object, Promise<WebAssembly.Module>>();
let latest: WebAssembly.Module | undefined;
let shared: Glue | undefined;

/**
 * @internal An engine of its own, from whatever `source` is. What was compiled before is used again; what failed
 * before is tried again.
 */
export async function load(source: Key, signal?: AbortSignal): Promise<Glue> {
  signal?.throwIfAborted();
  const module = await unlessAborted(compiled(source), signal);
  const glue = createGlue();
  try {
    await glue.default({ module_or_path: module });
  } catch (cause) {
    throw failed(cause);
  }
  signal?.throwIfAborted();
  latest = module;
  return glue;
}

/** @internal As {@link load}, at once: for bytes and modules, where no waiting is possible or none is wanted. */
export function loadSync(source: unknown): Glue {
  try {
    latest = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(checked(bytesOf(source)));
    return instance(latest);
  } catch (cause) {
    throw failed(cause);
  }
}

/** @internal Runs a function without state in an engine kept for such, made from what `Triage.create` compiled. */
export function stateless<T>(run: (core: typeof Core) => T): T {
  if (!latest) {
    throw new TriageError("WASM_LOAD_FAILED", "The engine is not loaded yet; await Triage.create() before.");
  }
  const glue = shared ?? instance(latest);
  // Kept only when all went well: an engine that stopped by a fault is not used again.
  shared = undefined;
  const result = run(glue.Core);
  shared = glue;
  return result;
}

function instance(module: WebAssembly.Module): Glue {
  const glue = createGlue();
  glue.initSync({ module });
  return glue;
}

async function compiled(source: Key): Promise<WebAssembly.Module> {
  const key = source instanceof URL ? source.href : source;
  // No place to have anything from; complains.
  if (typeof key !== "string" && Object(key) !== key) bytesOf(key);
  const known = typeof key === "string" ? byUrl.get(key) : byObject.get(key);
  if (known) return known;
  const module = compile(source);
  if (typeof key === "string") {
    byUrl.set(key, module);
    module.catch(() => byUrl.delete(key));
  } else {
    byObject.set(key, module);
    module.catch(() => byObject.delete(key));
  }
  return module;
}

async function compile(input: Key): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") {
    throw new TriageError("WASM_LOAD_FAILED", "This platform has no WebAssembly; use a current browser or runtime.");
  }
  let url: string | undefined;
  try {
    let source = await (typeof input === "function" ? input() : input);
    if (source instanceof WebAssembly.Module) return source;
    if (typeof source === "string" || source instanceof URL) {
      url = String(source);
      source = await fetch(source);
    }
    // Bytes first: Node loads its whole fetch at the first mention of Response, which takes longer than the engine.
    if (isBytes(source) || !(source instanceof Response)) return await WebAssembly.compile(checked(bytesOf(source)));
    url = source.url || url;
    if (!source.ok) throw refused(source.status, url);
    // Browsers keep compiled code between visits only for modules that were compiled while streaming.
    if (source.headers.get("content-type")?.startsWith("application/wasm")) {
      return await WebAssembly.compileStreaming(source);
    }
    return await WebAssembly.compile(checked(await source.arrayBuffer(), url));
  } catch (cause) {
    throw failed(cause, url);
  }
}

function isBytes(source: unknown): source is BufferSource {
  return source instanceof ArrayBuffer || ArrayBuffer.isView(source);
}

function bytesOf(source: unknown): BufferSource {
  if (isBytes(source)) return source;
  throw new TriageError(
    "INVALID_ARGUMENT",
    "wasm must be a URL, a Response, bytes or a WebAssembly.Module (createSync: bytes or a module).",
    { details: { path: "wasm" } },
  );
}

/** Refuses what is no WebAssembly before a compiler complains in its own words. */
function checked(source: BufferSource, url?: string): BufferSource {
  // As a byte array in any case: not every platform compiles other views.
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  if (bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d) return bytes;
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith("<")) {
    throw loadError(
      "A web page came instead of the engine: a bundler or server has not put triage_bg.wasm next to the script. " +
        "Exclude hotcold from pre-bundling (Vite: optimizeDeps.exclude), pass `wasm`, or import hotcold/inline.",
      { url, html: true },
    );
  }
  throw loadError("What was given as the engine is not WebAssembly; give the bytes of triage_bg.wasm.", { url });
}

function refused(status: number, url: string | undefined): TriageError {
  return loadError(`The server answered ${status} for the engine; check that triage_bg.wasm is deployed.`, { url, status });
}

function failed(cause: unknown, url?: string): TriageError {
  if (cause instanceof TriageError) return cause;
  if (/content security policy|\bcsp\b|unsafe-eval|disallowed by embedder/i.test(String(cause))) {
    return loadError(
      "The page's content security policy refuses WebAssembly; add 'wasm-unsafe-eval' to script-src.",
      { url, csp: true },
      cause,
    );
  }
  if (cause instanceof WebAssembly.LinkError) {
    return loadError("The engine belongs to another version of hotcold; deploy script and wasm together.", { url }, cause);
  }
  if (cause instanceof WebAssembly.CompileError) {
    return loadError("The engine does not compile: it is damaged or this browser is too old.", { url }, cause);
  }
  return loadError(
    "The engine could not be loaded; check its address, the network, and connect-src of the content security policy.",
    { url },
    cause,
  );
}

function loadError(message: string, facts: TriageErrorDetails, cause?: unknown): TriageError {
  const details = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
  return new TriageError("WASM_LOAD_FAILED", message, { details, ...(cause !== undefined && { cause }) });
}

/** The promise, or the signal's reason, whichever comes first. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
