// The same core everywhere: the package in Node and the native command give equal verdicts.
// HOTCOLD_COMMAND names the command; HOTCOLD_DATA the development data (skipped where absent).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Triage } from "hotcold";
import { NOW, source } from "./helpers.mjs";

const root = process.env.HOTCOLD_ROOT;
const command = process.env.HOTCOLD_COMMAND ?? join(root, "target/debug/hotcold");
const data = process.env.HOTCOLD_DATA ?? join(root, "../shared/data");
const SAMPLE = 2000;

const lines = (text) => text.split("\n").filter(Boolean);

/** Messages of every development set, evenly spread; the sample inbox where the data is absent. */
function messages() {
  const folder = join(data, "dev/priority");
  if (!existsSync(folder)) return lines(source("www/public/sample/messages.ndjson"));
  const all = readdirSync(folder).sort().flatMap((name) => lines(readFileSync(join(folder, name), "utf8")));
  const step = Math.floor(all.length / SAMPLE);
  return all.filter((_, index) => index % step === 0).slice(0, SAMPLE);
}

test("verdicts are equal in Node and in the native command", { skip: existsSync(command) ? false : `no command at ${command}` }, async () => {
  const sample = messages();
  const files = ["replies", "articles", "rules"];
  const options = Object.fromEntries(files.map((name) => [name, JSON.parse(source(`www/public/sample/${name}.json`))]));
  const flags = files.flatMap((name) => [`--${name}`, join(root, `www/public/sample/${name}.json`)]);
  const { stdout, status, stderr } = spawnSync(command, ["triage", "--quiet", "--now", String(NOW), ...flags], { input: sample.join("\n"), encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(status, 0, stderr);
  const native = lines(stdout).map((line) => JSON.parse(line));
  assert.equal(native.length, sample.length);
  const triage = await Triage.create({ ...options, now: () => NOW });
  sample.forEach((line, index) => assert.deepEqual(triage.triage(JSON.parse(line)), native[index], line));
  triage.dispose();
});
