// Each way to the engine: default, createSync, inline, slim, worker; and what the package exports.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { Worker } from "node:worker_threads";
import * as main from "hotcold";
import * as inline from "hotcold/inline";
import * as slim from "hotcold/slim";
import { HOT, NOW, fails, rejects, wasm } from "./helpers.mjs";

const options = { now: () => NOW };
const expected = (await main.Triage.create(options)).triage(HOT);

test("every entry has the same names and one TriageError", () => {
  const names = ["Triage", "TriageError", "createTriageWorker", "responseMetrics"];
  for (const entry of [main, inline, slim]) {
    assert.deepEqual(Object.keys(entry).sort(), names);
    assert.equal(entry.TriageError, main.TriageError);
  }
});

test("inline: asynchronous and at once", async () => {
  assert.deepEqual((await inline.Triage.create(options)).triage(HOT), expected);
  assert.deepEqual(inline.Triage.createSync(options).triage(HOT), expected);
});

test("slim: whatever the engine comes as", async () => {
  const module = await WebAssembly.compile(wasm());
  const response = () => new Response(wasm(), { headers: { "content-type": "application/wasm" } });
  const url = `data:application/wasm;base64,${wasm().toString("base64")}`;
  const { buffer } = Uint8Array.from(wasm());
  for (const engine of [module, wasm(), buffer, new DataView(buffer), response(), Promise.resolve(response()), url, new URL(url)]) {
    assert.deepEqual((await slim.Triage.create({ ...options, wasm: engine })).triage(HOT), expected);
  }
  await rejects("INVALID_ARGUMENT", slim.Triage.create(), /slim/);
});

test("createSync takes bytes and modules", () => {
  for (const engine of [wasm(), new WebAssembly.Module(wasm())]) {
    assert.deepEqual(main.Triage.createSync({ ...options, wasm: engine }).triage(HOT), expected);
  }
  fails("INVALID_ARGUMENT", () => main.Triage.createSync({ wasm: "https://host/triage_bg.wasm" }), /bytes or a module/);
});

test("tools find the package and its files without loading it", () => {
  const require = createRequire(import.meta.url);
  assert.match(require.resolve("hotcold"), /node\.js$/);
  assert.equal(require("hotcold/package.json").name, "hotcold");
  assert.deepEqual(require("hotcold/package.json").dependencies ?? {}, {});
});

const threads = [];
after(() => Promise.all(threads.map((worker) => worker.terminate())));

/** A thread of Node that looks like a browser's worker. */
function thread() {
  const worker = new Worker(
    `const { parentPort } = require("node:worker_threads");
     globalThis.postMessage = (message) => parentPort.postMessage(message);
     globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
     import(${JSON.stringify(import.meta.resolve("hotcold/worker"))});`,
    { eval: true },
  );
  threads.push(worker);
  return {
    postMessage: (message) => worker.postMessage(message),
    addEventListener: (type, listener) => worker.on(type, (data) => listener({ data })),
    terminate: () => worker.terminate(),
    worker,
  };
}

test("worker: same verdicts, errors with codes, the page's clock", async () => {
  const { createTriageWorker } = main;
  const remote = await createTriageWorker({ ...options, worker: thread(), rules: [] });
  assert.equal(remote.threaded, true);
  assert.deepEqual(await remote.triage(HOT), expected);
  assert.deepEqual(await remote.triageAll(new Set([HOT])), [expected]);
  assert.equal((await remote.detectLanguage("어디에 있나요? 아직 못 받았어요")).language, "ko");
  const error = await rejects("INVALID_ARGUMENT", remote.triage({ text: 5 }));
  assert.equal(error.details.path, "message.text");
  assert.equal(await remote.upsertReplies([{ id: "1", title: "Refund", body: "Sorry" }]), undefined);
  assert.equal((await remote.renderReply("1")).text, "Sorry");
  await remote.learn({ type: "priority", message: HOT, priority: "hot" });
  assert.ok((await remote.save()) instanceof Uint8Array);
  assert.ok((await remote.revision()) > 0);
  await remote[Symbol.asyncDispose]();
  await rejects("DISPOSED", remote.triage(HOT));
});

test("worker: when it breaks, everyone who waits is told", async () => {
  const broken = thread();
  const remote = await main.createTriageWorker({ worker: broken });
  const waiting = [remote.triage(HOT), remote.triage(HOT)];
  broken.worker.emit("error", new Error("out of memory"));
  for (const each of waiting) await rejects("WORKER_FAILED", each, /create a new one/);
  await rejects("WORKER_FAILED", remote.triage(HOT));
  await remote.dispose();
});

test("worker: wrong options are an error, not a reason to fall back", async () => {
  await rejects("INVALID_ARGUMENT", main.createTriageWorker({ worker: thread(), hotThreshold: "high" }), /hotThreshold/);
});
