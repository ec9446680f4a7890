// The same core everywhere: the package in Node and the native command give equal verdicts.
// HOTCOLD_COMMAND names the command.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Triage } from "hotcold";
import { NOW } from "./helpers.mjs";
import { files, lines, messages, options } from "./sample.mjs";

const root = process.env.HOTCOLD_ROOT;
const command = process.env.HOTCOLD_COMMAND ?? join(root, "target/debug/hotcold");

test("verdicts are equal in Node and in the native command", { skip: existsSync(command) ? false : `no command at ${command}` }, async () => {
  const sample = messages(root);
  const flags = Object.entries(files(root)).flatMap(([name, path]) => [`--${name}`, path]);
  const input = sample.join("\n");
  const { stdout, status, stderr } = spawnSync(command, ["triage", "--quiet", "--now", String(NOW), ...flags], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(status, 0, stderr);
  const native = lines(stdout).map((line) => JSON.parse(line));
  assert.equal(native.length, sample.length);
  const triage = await Triage.create({ ...options(root), now: () => NOW });
  sample.forEach((line, index) => assert.deepEqual(triage.triage(JSON.parse(line)), native[index], line));
  triage.dispose();
});
