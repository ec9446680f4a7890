// A sample of real messages that every platform must judge alike, and the options to judge them with.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SAMPLE = 2000;

export const lines = (text) => text.split("\n").filter(Boolean);

/** Lines of JSON from every development set, evenly spread; the sample inbox where the data is absent. */
export function messages(root) {
  const folder = join(process.env.HOTCOLD_DATA ?? join(root, "../shared/data"), "dev/priority");
  if (!existsSync(folder)) {
    console.log("development data is absent: the sample inbox stands in");
    return lines(readFileSync(join(root, "www/public/sample/messages.ndjson"), "utf8"));
  }
  const all = readdirSync(folder).sort().flatMap((name) => lines(readFileSync(join(folder, name), "utf8")));
  const step = Math.floor(all.length / SAMPLE);
  return all.filter((_, index) => index % step === 0).slice(0, SAMPLE);
}

/** The sample team's replies, articles and rules: option name to file. */
export const files = (root) =>
  Object.fromEntries(["replies", "articles", "rules"].map((name) => [name, join(root, `www/public/sample/${name}.json`)]));

/** The same as options of `Triage.create`. */
export const options = (root) =>
  Object.fromEntries(Object.entries(files(root)).map(([name, path]) => [name, JSON.parse(readFileSync(path, "utf8"))]));
