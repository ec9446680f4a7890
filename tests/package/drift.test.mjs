// The hand-written types against the Rust core: the same codes, names and fields.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./helpers.mjs";

const types = ["library", "message", "metrics", "options", "rules", "verdict"].map((name) => source(`pkg/src/types/${name}.ts`)).join("\n");

const union = (text, name) => {
  const body = new RegExp(`export type ${name} =([^;]+);`).exec(text)[1];
  return [...body.matchAll(/"([^"]+)"/g)].map(([, member]) => member).sort();
};

test("error codes: the core's and those of the JavaScript side make the union", () => {
  const core = [...source("src/error.rs").matchAll(/=> "([A-Z_]+)"/g)].map(([, code]) => code);
  const own = ["WASM_LOAD_FAILED", "WASM_TRAPPED", "WORKER_FAILED", "DISPOSED"];
  assert.ok(core.length > 5);
  assert.deepEqual(union(source("pkg/src/error.ts"), "TriageErrorCode"), [...core, ...own].sort());
});

/** The members of a Rust list of strings. */
const list = (path, name) => [...new RegExp(`pub const ${name}: [^=]+=([^;]+);`).exec(source(path))[1].matchAll(/"([^"]+)"/g)].map(([, member]) => member).sort();

test("kinds of entities and of noise, and the signals", () => {
  assert.deepEqual(union(types, "EntityKind"), list("src/entity.rs", "KINDS"));
  assert.deepEqual(union(types, "NoiseKind"), list("src/noise.rs", "KINDS"));
});

/** The fields of a Rust struct that serialises, in camel case. */
function fields(text, name) {
  const body = new RegExp(`pub struct ${name} \\{([\\s\\S]*?)\\n\\}`).exec(text)?.[1];
  assert.ok(body, name);
  return [...body.matchAll(/^ {4}pub (\w+):/gm)].map(([, field]) => field.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())).sort();
}

/** The fields of a TypeScript interface, and those it inherits. */
function members(text, name) {
  const found = new RegExp(`export interface ${name}(?: extends (\\w+))? \\{([\\s\\S]*?)\\n\\}`).exec(text);
  assert.ok(found, name);
  const own = [...found[2].matchAll(/^ {2}(?:readonly )?(\w+)\??:/gm)].map(([, member]) => member);
  return [...own, ...(found[1] ? members(text, found[1]) : [])].sort();
}

const outputs = {
  "src/verdict.rs": ["Span", "LanguageGuess", "Signal", "Intent", "Entity", "Noise", "Reason", "RuleFiring", "Trace", "Due", "Incident", "IncidentRef", "Match", "Verdict"],
  "src/rules/simulate.rs": ["RuleReport", "RuleExample"],
  "src/template.rs": ["RenderedReply"],
  "src/articles.rs": ["RenderedArticle"],
  "src/entity.rs": ["Redacted"],
  "src/metrics/figures.rs": ["ResponseMetrics", "Figures", "AgentFigures", "Times"],
};
for (const [file, names] of Object.entries(outputs)) {
  for (const name of names) {
    test(`${name} has the fields of ${file}`, () => {
      assert.deepEqual(members(types, name), fields(source(file), name));
    });
  }
}
