import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TriageError } from "hotcold";

/** A message that every model must call hot. */
export const HOT = "My payment left the account twice and nobody answers. I want my money back today!";

/** A fixed clock. */
export const NOW = Date.UTC(2026, 2, 27, 12);

/** The bytes of the engine in the installed package. */
export const wasm = () => readFileSync(fileURLToPath(import.meta.resolve("hotcold/triage_bg.wasm")));

/** A file of the repository. */
export const source = (path) => readFileSync(join(process.env.HOTCOLD_ROOT, path), "utf8");

/** The error of `work`, which must be a `TriageError` of this code with a readable message. */
export function fails(code, work, pattern = /./) {
  let error;
  try {
    work();
  } catch (thrown) {
    error = thrown;
  }
  checkError(error, code, pattern);
  return error;
}

/** As `fails`, for promises. */
export async function rejects(code, promise, pattern = /./) {
  const error = await promise.then(() => undefined, (thrown) => thrown);
  checkError(error, code, pattern);
  return error;
}

function checkError(error, code, pattern) {
  assert.ok(error instanceof TriageError, `a TriageError, not ${error}`);
  assert.equal(error.code, code, error.message);
  assert.match(error.message, pattern);
}
