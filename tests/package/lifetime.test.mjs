// Memory, faults, snapshots: what happens over the life of an engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Triage } from "hotcold";
import { HOT, NOW, fails, wasm } from "./helpers.mjs";

/** Runs `work` while `change` sees each WebAssembly instance and may put another one in its place. */
async function instances(change, work) {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...values) => {
    const result = await instantiate.apply(WebAssembly, values);
    return result instanceof WebAssembly.Instance ? (change(result) ?? result) : result;
  };
  try {
    return await work();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

test("twenty thousand verdicts take no more memory than a few", async () => {
  let memory;
  const triage = await instances((instance) => void ({ memory } = instance.exports), () => Triage.create());
  const message = (index) => ({ id: `m${index}`, text: `${HOT} Order ${index}. अभी तक जवाब नहीं मिला 😡`, customer: { name: "Ada" } });
  for (let index = 0; index < 200; index += 1) triage.triage(message(index));
  const before = memory.buffer.byteLength;
  for (let index = 0; index < 20_000; index += 1) triage.triage(message(index % 50));
  for (let index = 0; index < 200; index += 1) fails("INVALID_ARGUMENT", () => triage.triage({ text: index }));
  assert.equal(memory.buffer.byteLength, before);
});

test("a disposed engine gives its memory back", async () => {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc");
  const memories = [];
  await instances(
    (instance) => void memories.push(new WeakRef(instance.exports.memory)),
    async () => {
      for (let round = 0; round < 5; round += 1) {
        const triage = await Triage.create();
        triage.triage("hi");
        triage.dispose();
      }
    },
  );
  for (let round = 0; round < 10; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    gc();
  }
  const alive = memories.filter((memory) => memory.deref()).length;
  assert.ok(alive <= 1, `${alive} of ${memories.length} memories are still held`);
});

test("`using` and dispose are the same", async () => {
  const triage = await Triage.create();
  triage[Symbol.dispose]();
  fails("DISPOSED", () => triage.triage("hi"));
});

test("a fault kills its own engine and no other", async () => {
  const healthy = await Triage.create();
  const faulty = (instance) => ({
    exports: { ...instance.exports, core_triage: () => { throw new WebAssembly.RuntimeError("unreachable"); } },
  });
  const real = WebAssembly.Instance;
  const triage = await instances((instance) => Object.setPrototypeOf(faulty(instance), real.prototype), () => Triage.create());
  const error = fails("WASM_TRAPPED", () => triage.triage("hi"), /snapshot/);
  assert.ok(error.cause instanceof WebAssembly.RuntimeError);
  fails("WASM_TRAPPED", () => triage.detectLanguage("it is dead for every call"));
  assert.equal(healthy.triage(HOT).priority, "hot");
  assert.equal((await Triage.create()).triage(HOT).priority, "hot");
});

test("what was learned survives in a snapshot, without the words", async () => {
  const secret = "Zanzibarquartz";
  const first = await Triage.create({ now: () => NOW });
  const before = first.revision;
  for (let round = 0; round < 5; round += 1) {
    first.learn([{ type: "priority", message: `${secret} the colour of the logo`, priority: "hot" }]);
  }
  assert.ok(first.revision > before);
  const snapshot = first.save();
  assert.ok(snapshot instanceof Uint8Array);
  assert.ok(!Buffer.from(snapshot).toString("latin1").toLowerCase().includes(secret.toLowerCase().slice(0, 6)));
  const second = await Triage.create({ snapshot, now: () => NOW });
  const text = "the colour of the logo";
  assert.deepEqual(second.triage(text), first.triage(text));
  assert.deepEqual(second.save(), snapshot);
  second.forget();
  const fresh = await Triage.create({ now: () => NOW });
  assert.equal(second.triage(text).score, fresh.triage(text).score);
});

test("the same message gives the same verdict, in every engine and every order", async () => {
  const messages = [HOT, "Где мой заказ?", "बहुत बढ़िया सेवा, धन्यवाद!", "환불해 주세요", "😀", "", "I LOVE IT!!!!"];
  const [one, two] = [await Triage.create({ now: () => NOW }), await Triage.create({ now: () => NOW, wasm: wasm() })];
  const forward = messages.map((message) => one.triage(message));
  const backward = messages.toReversed().map((message) => two.triage(message)).reverse();
  assert.deepEqual(forward, backward);
  assert.deepEqual(one.triageAll(messages), forward);
});

test("the first verdict comes soon", async (context) => {
  const start = performance.now();
  const triage = await Triage.create({ wasm: wasm() });
  triage.triage(HOT);
  context.diagnostic(`create to first verdict: ${(performance.now() - start).toFixed(1)} ms`);
});
