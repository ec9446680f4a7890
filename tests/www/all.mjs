// All tests of the dashboard in one process, so that they share one browser and one server.
import { readdirSync } from "node:fs";

const files = readdirSync(new URL(".", import.meta.url));
for (const file of files.filter((name) => name.endsWith(".test.mjs")).sort()) await import(`./${file}`);
