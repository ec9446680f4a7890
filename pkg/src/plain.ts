import { TriageError, invalid } from "./error.js";

/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The engine reads lists and objects up to this depth. */
const MAX_DEPTH = 64;

/** How much one call may hold: about a hundred million characters, each value counted as a hundred more. */
const MAX_SIZE = 100_000_000;

/**
 * Copies what a host hands over into plain data: dates become milliseconds, iterables arrays, maps objects;
 * fields that are `undefined` fall away. Whatever the host's getters or proxies do, they do it here, before
 * the engine is entered; hence a cycle, a getter that throws or a function ends in `INVALID_ARGUMENT`.
 */
export function plain(value: unknown, root = ""): Json | undefined {
  let room = MAX_SIZE;

  function copy(value: unknown, path: string, depth: number): Json | undefined {
    room -= 100;
    switch (typeof value) {
      case "string":
        room -= value.length;
        if (room < 0) throw tooLarge();
        return value;
      case "number":
      case "boolean":
      case "undefined":
        return value;
      case "object":
        if (room < 0) throw tooLarge();
        if (value === null) return null;
        if (depth > MAX_DEPTH) {
          throw invalid(path, `is nested deeper than ${MAX_DEPTH} or refers to itself; hand over plain data`);
        }
        return copyObject(value, path, depth + 1);
      default:
        throw invalid(path, `must be plain data, not a ${typeof value}; leave it out`);
    }
  }

  function copyObject(value: object, path: string, depth: number): Json {
    // By its tag, so that dates of other frames count too.
    if (Object.prototype.toString.call(value) === "[object Date]") {
      const time = (value as Date).getTime();
      if (Number.isNaN(time)) throw invalid(path, "must be a valid date");
      return time;
    }
    if (value instanceof Map) return copyFields(value, path, depth);
    if (Symbol.iterator in value) {
      const items: Json[] = [];
      for (const item of value as Iterable<unknown>) {
        items.push(copy(item, `${path}[${items.length}]`, depth) ?? null);
      }
      return items;
    }
    return copyFields(Object.entries(value), path, depth);
  }

  function copyFields(fields: Iterable<[unknown, unknown]>, path: string, depth: number): Json {
    const object: { [name: string]: Json } = {};
    for (const [name, field] of fields) {
      const key = String(name);
      const copied = copy(field, path ? `${path}.${key}` : key, depth);
      if (copied !== undefined) object[key] = copied;
    }
    return object;
  }

  try {
    return copy(value, root, 0);
  } catch (thrown) {
    if (thrown instanceof TriageError) throw thrown;
    throw invalid(root, "cannot be read: a getter, proxy or iterator of it threw; hand over plain data", thrown);
  }
}

function tooLarge(): TriageError {
  return new TriageError("INPUT_TOO_LARGE", "One call holds too much data; hand it over in parts.");
}

/** The string, or an `INVALID_ARGUMENT` about `name`. */
export function string(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) throw invalid(name, "is missing; add it");
  throw invalid(name, `must be a string, not ${kind(value)}`);
}

/** What a value is, in words, as the engine's own errors put it. */
function kind(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
