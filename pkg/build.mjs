// TypeScript to pkg/dist, after the engine was put into pkg/generated. Called by `cargo xtask build`.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL(".", import.meta.url));
const generated = `${root}generated`;
const shared = { absWorkingDir: root, format: "esm", target: "es2022", logLevel: "warning", legalComments: "none" };

rmSync(`${root}dist`, { recursive: true, force: true });

// The generated glue keeps its instance in module variables. Wrapped into a function, it can be made anew for
// each Triage: memories of their own, and a fault in one leaves the others alone. It is only ever handed compiled
// modules; with what it could fetch left out, Node need not load its fetch, which takes longer than the engine.
await build({
  ...shared,
  entryPoints: ["generated/triage.js"],
  bundle: true,
  format: "iife",
  globalName: "glue",
  define: { Request: "undefined", Response: "undefined", fetch: "undefined" },
  minifySyntax: true,
  banner: { js: "export function createGlue() {" },
  footer: { js: "return glue; }" },
  outfile: "generated/glue.js",
});
writeFileSync(
  `${generated}/glue.d.ts`,
  'export type { Core } from "./triage.js";\n' +
    'export type Glue = typeof import("./triage.js");\n' +
    "export declare function createGlue(): Glue;\n",
);

const engine = readFileSync(`${generated}/triage_bg.wasm`);
writeFileSync(`${generated}/base64.js`, `export const base64 = "${engine.toString("base64")}";\n`);
writeFileSync(`${generated}/base64.d.ts`, "export declare const base64: string;\n");

// Everything but the entry points in one file, so that the entry points share their classes.
await build({ ...shared, entryPoints: ["src/core.ts"], bundle: true, minifyWhitespace: true, minifySyntax: true, sourcemap: true, outdir: "dist" });
const entries = ["browser", "node", "workerd", "slim", "worker"].map((name) => `src/${name}.ts`);
await build({ ...shared, entryPoints: entries, outdir: "dist" });
await build({ ...shared, entryPoints: ["src/inline.ts"], bundle: true, external: ["./core.js"], outdir: "dist" });
await build({ ...shared, entryPoints: ["src/labels.ts"], bundle: true, minifyWhitespace: true, charset: "utf8", outdir: "dist" });
copyFileSync(`${generated}/triage_bg.wasm`, `${root}dist/triage_bg.wasm`);
