// The installed package in Chromium: a plain page under a strict policy, and a Vite app.
// CHROMIUM names the browser, HOTCOLD_CONSUMER a folder into which the tarball was installed.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { build, createServer } from "vite";
import { messages, options } from "../package/sample.mjs";
import { serve } from "./server.mjs";

const consumer = process.env.HOTCOLD_CONSUMER;
const installed = join(consumer, "node_modules/hotcold");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const MESSAGE = "My payment left the account twice, I want a refund";

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--headless=new", ...flags] });
});
after(() => browser?.close());

/** A page on a server of `folder`; ends both afterwards. `work` runs in this process. */
async function onPage(folder, options, work) {
  const server = await serve(folder, options);
  const context = await browser.newContext();
  const page = await context.newPage();
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  const foreign = [];
  await context.route("**", (route) => {
    if (!route.request().url().startsWith(server.url)) foreign.push(route.request().url());
    return route.continue();
  });
  try {
    await page.goto(`${server.url}/`);
    await work(page, server);
    assert.deepEqual(foreign, [], "nothing but the page's own server is asked");
    if (!options.expectTrouble) assert.deepEqual(trouble, []);
  } finally {
    await context.close();
    await server.close();
  }
}

/** A folder with an empty page and the package's files under /hotcold/. */
function plainPage(name) {
  const folder = join(consumer, name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(installed, "dist"), join(folder, "hotcold"), { recursive: true });
  writeFileSync(join(folder, "index.html"), '<!doctype html><html lang="en"><title>plain</title><link rel="icon" href="data:,">');
  return folder;
}

test("a plain page under script-src 'self' 'wasm-unsafe-eval' judges a message", () =>
  onPage(plainPage("plain"), {}, async (page, server) => {
    const verdict = await page.evaluate(async (message) => {
      const { Triage } = await import("/hotcold/browser.js");
      const triage = await Triage.create();
      return triage.triage(message);
    }, MESSAGE);
    assert.equal(verdict.priority, "hot");
    assert.deepEqual(server.requests.filter((path) => path.endsWith(".wasm")), ["/hotcold/triage_bg.wasm"]);
  }));

test("importing asks for nothing, creating twice loads once", () =>
  onPage(plainPage("inert"), {}, async (page, server) => {
    await page.evaluate(() => import("/hotcold/browser.js").then(() => undefined));
    assert.ok(!server.requests.some((path) => path.endsWith(".wasm") || path.endsWith("worker.js")));
    await page.evaluate(async () => {
      const { Triage } = await import("/hotcold/browser.js");
      await Promise.all([Triage.create(), Triage.create()]);
      await Triage.create();
    });
    assert.equal(server.requests.filter((path) => path.endsWith(".wasm")).length, 1);
  }));

test("the inline entry needs no file but its scripts", () =>
  onPage(plainPage("inline"), {}, async (page, server) => {
    const priority = await page.evaluate(async (message) => {
      const { Triage } = await import("/hotcold/inline.js");
      return (await Triage.create()).triage(message).priority;
    }, MESSAGE);
    assert.equal(priority, "hot");
    assert.ok(!server.requests.some((path) => path.endsWith(".wasm")));
  }));

test("a worker gives the same verdict as the page, relays errors and ends", () =>
  onPage(plainPage("worker"), {}, async (page) => {
    const result = await page.evaluate(async (message) => {
      const { Triage, TriageError, createTriageWorker } = await import("/hotcold/browser.js");
      const code = (promise) => promise.then(() => "none", (error) => (error instanceof TriageError ? error.code : String(error)));
      const now = () => 1_700_000_000_000;
      const remote = await createTriageWorker({ now });
      const local = await Triage.create({ now });
      const [there, here] = [await remote.triage(message), local.triage(message)];
      const wrong = await code(remote.triage({ text: 5 }));
      const unknown = await code(remote.renderReply("none"));
      const aborted = await remote.triage(message, {}, { signal: AbortSignal.abort("enough") }).catch((reason) => reason);
      const many = await remote.triageAll(Array.from({ length: 20 }, () => ({ text: message, receivedAt: new Date(0) })));
      const waiting = remote.triage(message);
      const lost = code(waiting);
      await remote.dispose();
      return {
        threaded: remote.threaded, there, here, wrong, unknown, aborted, many: many.length,
        lost: await lost, after: await code(remote.triage(message)),
      };
    }, MESSAGE);
    assert.equal(result.threaded, true);
    assert.deepEqual(result.there, result.here);
    assert.equal(result.wrong, "INVALID_ARGUMENT");
    assert.equal(result.unknown, "UNKNOWN_ID");
    assert.equal(result.aborted, "enough");
    assert.equal(result.many, 20);
    assert.equal(result.lost, "DISPOSED");
    assert.equal(result.after, "DISPOSED");
  }));

test("where workers are refused the page's own thread does the work", () =>
  onPage(
    plainPage("refused"),
    { policy: "script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'", expectTrouble: true },
    async (page) => {
      const result = await page.evaluate(async (message) => {
        const { createTriageWorker } = await import("/hotcold/browser.js");
        const remote = await createTriageWorker();
        const missing = await createTriageWorker({ worker: "/nowhere.js" });
        const none = await createTriageWorker({ worker: false });
        return [remote, missing, none].reduce(
          async (all, each) => [...(await all), each.threaded, (await each.triage(message)).priority],
          Promise.resolve([]),
        );
      }, MESSAGE);
      assert.deepEqual(result, [false, "hot", false, "hot", false, "hot"]);
    },
  ));

/** The error of `Triage.create` on a page. */
const failure = (page, options) =>
  page.evaluate(async (options) => {
    const { Triage } = await import("/hotcold/browser.js");
    return Triage.create(options).then(
      () => undefined,
      ({ code, message, details }) => ({ code, message, details }),
    );
  }, options);

test("a policy without 'wasm-unsafe-eval' is named as the cause", () =>
  onPage(plainPage("policy"), { policy: "script-src 'self'", expectTrouble: true }, async (page) => {
    const error = await failure(page, {});
    assert.equal(error.code, "WASM_LOAD_FAILED");
    assert.equal(error.details.csp, true);
    assert.match(error.message, /wasm-unsafe-eval/);
  }));

test("a web page in the place of the engine is named as the cause, and a second try can succeed", () =>
  onPage(plainPage("fallback"), {}, async (page) => {
    const error = await failure(page, { wasm: "/moved/triage_bg.wasm" });
    assert.equal(error.code, "WASM_LOAD_FAILED");
    assert.equal(error.details.html, true);
    assert.match(error.message, /optimizeDeps/);
    assert.equal(await failure(page, {}), undefined);
  }));

test("a server that does not know the type of .wasm does no harm", () =>
  onPage(plainPage("types"), { types: { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/octet-stream" } }, async (page) => {
    assert.equal(await failure(page, {}), undefined);
  }));

/** A small app that uses the package in the page and in a worker. */
function app(name) {
  const root = join(consumer, name);
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "index.html"), '<!doctype html><title>app</title><link rel="icon" href="data:,"><script type="module" src="/main.js"></script>');
  writeFileSync(
    join(root, "main.js"),
    `import { Triage, createTriageWorker } from "hotcold";
     globalThis.result = (async () => {
       const remote = await createTriageWorker();
       const local = await Triage.create();
       const message = ${JSON.stringify(MESSAGE)};
       return [remote.threaded, (await remote.triage(message)).priority, local.triage(message).priority];
     })();`,
  );
  return root;
}

test("a Vite app ships one engine and works, in the page and in a worker", async () => {
  const root = app("app");
  await build({ root, configFile: false, logLevel: "warn" });
  const assets = readdirSync(join(root, "dist/assets"));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 1, assets.join(" "));
  await onPage(join(root, "dist"), {}, async (page) => {
    assert.deepEqual(await page.evaluate(() => globalThis.result), [true, "hot", "hot"]);
  });
});

test("Vite's development server works as the README says", async () => {
  const server = await createServer({
    root: app("dev"),
    configFile: false,
    logLevel: "warn",
    optimizeDeps: { exclude: ["hotcold"] },
    server: { host: "127.0.0.1", port: 0, hmr: false, ws: false },
  });
  await server.listen();
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
    await page.waitForFunction(() => globalThis.result);
    assert.deepEqual(await page.evaluate(() => globalThis.result), [true, "hot", "hot"]);
  } finally {
    await page.close();
    await server.close();
  }
});

test("verdicts are equal in Chromium and in Node", () =>
  onPage(plainPage("identity"), {}, async (page) => {
    const root = resolve(import.meta.dirname, "../..");
    const sample = messages(root);
    const now = Date.UTC(2026, 2, 27, 12);
    const seen = await page.evaluate(
      async ([sample, options, now]) => {
        const { Triage } = await import("/hotcold/browser.js");
        const triage = await Triage.create({ ...options, now: () => now });
        return sample.map((line) => JSON.stringify(triage.triage(JSON.parse(line))));
      },
      [sample, options(root), now],
    );
    const { Triage } = await import(pathToFileURL(join(installed, "dist/node.js")));
    const triage = await Triage.create({ ...options(root), now: () => now });
    sample.forEach((line, index) => assert.equal(seen[index], JSON.stringify(triage.triage(JSON.parse(line))), line));
    triage.dispose();
  }));
