// How fast the package is in Node: from create to the first verdict, each in a process of its own, then verdicts over
// the sample messages. Over a limit is a failure.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { Triage } from "hotcold";

const LIMITS = { "create to first verdict, ms": 60 };
const MESSAGE = "My payment left the account twice and nobody answers. I want my money back today!";

const first = `
  import { Triage } from "hotcold";
  const start = performance.now();
  const triage = await Triage.create();
  triage.triage(${JSON.stringify(MESSAGE)});
  console.log(performance.now() - start);`;
const starts = Array.from({ length: 10 }, () =>
  Number(execFileSync(process.execPath, ["--input-type=module", "-e", first], { cwd: import.meta.dirname })),
);

const sample = new URL("../../www/public/sample/messages.ndjson", import.meta.url);
const messages = existsSync(sample)
  ? readFileSync(sample, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line))
  : [MESSAGE];
const triage = await Triage.create();
const times = [];
for (let round = 0; times.length < 5000 || round < 3; round += 1) {
  for (const message of messages) {
    const start = performance.now();
    triage.triage(message);
    if (round > 0) times.push((performance.now() - start) * 1000);
  }
}

const quantile = (values, part) => values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) * part)];
const figures = {
  "create to first verdict, ms": quantile(starts, 0.5),
  "verdict, median, µs": quantile(times, 0.5),
  "verdict, 99 %, µs": quantile(times, 0.99),
};
let over = false;
for (const [name, figure] of Object.entries(figures)) {
  const limit = LIMITS[name];
  over ||= figure > limit;
  console.log(`${name}: ${figure.toFixed(1)}${limit ? ` (limit ${limit})` : ""}`);
}
process.exitCode = over ? 1 : 0;
