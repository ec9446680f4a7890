// Every wrong input ends in a TriageError with the right code and place, and the engine goes on.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { crc32 } from "node:zlib";
import { Triage, TriageError, createTriageWorker, responseMetrics } from "hotcold";
import { HOT, fails, rejects } from "./helpers.mjs";

const triage = await Triage.create();
after(() => triage.dispose());

const cyclic = { text: "hi" };
cyclic.fields = { again: cyclic };
const nested = Array.from({ length: 100 }).reduce((inner) => ({ inner }), {});
const throwing = { text: "hi", get customer() { throw new RangeError("mine"); } };
const proxy = new Proxy({ text: "hi" }, { ownKeys: () => { throw new RangeError("mine"); } });

const messages = [
  ["nothing", undefined, ""],
  ["null", null, ""],
  ["a number", 7, ""],
  ["an array", ["hi"], ""],
  ["a function", () => "hi", ""],
  ["no text", {}, "text"],
  ["a text of another type", { text: 5 }, "text"],
  ["a wrong nested type", { text: "hi", customer: { vip: "yes" } }, "customer.vip"],
  ["a negative count", { text: "hi", thread: { unanswered: -1 } }, "thread.unanswered"],
  ["not a number", { text: "hi", receivedAt: NaN }, "receivedAt"],
  ["an invalid date", { text: "hi", receivedAt: new Date(NaN) }, "receivedAt"],
  ["an unknown author", { text: "hi", author: "ghost" }, "author"],
  ["a header of another type", { text: "hi", headers: { From: 1 } }, "headers.From"],
  ["a function inside", { text: "hi", fields: { format() {} } }, "fields.format"],
  ["a symbol inside", { text: "hi", fields: Symbol("x") }, "fields"],
  ["a big integer inside", { text: "hi", fields: { number: 1n } }, "fields.number"],
];

for (const [name, message, path] of messages) {
  test(`a message that is or has ${name} is an INVALID_ARGUMENT`, () => {
    const error = fails("INVALID_ARGUMENT", () => triage.triage(message));
    assert.equal(error.details.path, path ? `message.${path}` : "message");
  });
}

test("a cyclic message is refused, not followed", () => {
  fails("INVALID_ARGUMENT", () => triage.triage(cyclic), /refers to itself/);
  fails("INVALID_ARGUMENT", () => triage.triage({ text: "hi", fields: nested }), /deeper than 64/);
});

test("what a getter or a proxy throws is the cause", () => {
  for (const message of [throwing, proxy]) {
    assert.equal(fails("INVALID_ARGUMENT", () => triage.triage(message)).cause.message, "mine");
  }
});

test("an object that multiplies itself is refused quickly", () => {
  let bomb = {};
  for (let level = 0; level < 60; level += 1) bomb = { left: bomb, right: bomb };
  fails("INPUT_TOO_LARGE", () => triage.triage({ text: "hi", fields: bomb }));
});

test("an endless iterable is refused", () => {
  fails("INPUT_TOO_LARGE", () => triage.triageAll((function* () { for (;;) yield "hi"; })()));
});

test("a text above the limit is refused, one at the limit is read", async () => {
  const small = await Triage.create({ maxLength: 1000 });
  assert.equal(small.triage("😀".repeat(500)).rules.length, 0);
  const error = fails("INPUT_TOO_LARGE", () => small.triage(`${"😀".repeat(500)}!`));
  assert.equal(error.details.path, "message.text");
});

test("arguments of the wrong type name themselves", () => {
  const calls = {
    text: () => triage.detectLanguage(5),
    query: () => triage.findReplies(),
    replyId: () => triage.renderReply(null),
    articleId: () => triage.renderArticle({}),
    messages: () => triage.triageAll(5),
    replies: () => triage.upsertReplies("reply"),
    ids: () => triage.removeReplies({ id: 1 }),
    rules: () => triage.setRules({}),
    now: () => triage.incidents("soon"),
  };
  for (const [name, call] of Object.entries(calls)) {
    assert.equal(fails("INVALID_ARGUMENT", call).details.path, name, name);
  }
});

test("an item of a list names its place", () => {
  assert.equal(fails("INVALID_ARGUMENT", () => triage.triageAll(["hi", { text: 1 }])).details.path, "messages[1].text");
  assert.equal(fails("INVALID_ARGUMENT", () => triage.searchArticles({ text: 1 })).details.path, "query.text");
  assert.equal(fails("INVALID_ARGUMENT", () => triage.triage("hi", { replies: -1 })).details.path, "options.replies");
  assert.equal(fails("INVALID_ARGUMENT", () => triage.simulateRules([], ["hi", {}])).details.path, "messages[1].text");
  assert.equal(fails("INVALID_ARGUMENT", () => triage.learn([{ type: "priority", message: {}, priority: "hot" }])).details.path, "feedback[0].message.text");
  assert.match(fails("INVALID_ARGUMENT", () => triage.upsertReplies([{ id: "1" }])).details.path, /^replies\[0\]\./);
  assert.match(fails("INVALID_ARGUMENT", () => triage.upsertArticles([{ id: "1" }])).details.path, /^articles\[0\]\./);
});

test("a bad rule names its place and leaves the old rules", () => {
  triage.setRules([{ id: "old", when: { type: "contains", any: ["refund"] }, then: [{ tag: "money" }] }]);
  const bad = { id: "new", when: { all: [{ type: "matches", pattern: "(" }] }, then: [{ tag: "x" }] };
  const error = fails("INVALID_RULE", () => triage.setRules([bad]));
  assert.match(error.details.path, /^rules\[0\]\.when\.all\[0\]/);
  assert.deepEqual(triage.triage("a refund").tags, ["money"]);
  triage.setRules([]);
});

test("options that no engine can be made with are refused", async () => {
  await rejects("INVALID_ARGUMENT", Triage.create({ hotThreshold: "high" }), /hotThreshold/);
  await rejects("INVALID_ARGUMENT", Triage.create({ semantic: "en" }), /semantic/);
  await rejects("INVALID_ARGUMENT", Triage.create({ now: 5 }), /now/);
  await rejects("INVALID_ARGUMENT", Triage.create({ wasm: 5 }), /wasm/);
  await rejects("INVALID_ARGUMENT", Triage.create("options"), /options/);
  await rejects("INVALID_RULE", Triage.create({ rules: [{ id: "x" }] }), /rules\[0\]/);
  const timeless = await Triage.create({ now: () => NaN });
  fails("INVALID_ARGUMENT", () => timeless.triage("hi"), /now/);
});

test("ids that are not there", () => {
  fails("UNKNOWN_ID", () => triage.renderReply("none"), /none/);
  fails("UNKNOWN_ID", () => triage.renderArticle("none"), /none/);
  assert.equal(triage.removeReplies(["none"]), 0);
});

test("a damaged snapshot, one of a newer engine, and what is none", async () => {
  const taught = await Triage.create();
  taught.learn({ type: "priority", message: HOT, priority: "cold" });
  const snapshot = taught.save();
  const damaged = Uint8Array.from(snapshot);
  damaged[damaged.length - 1] ^= 1;
  await rejects("SNAPSHOT_CORRUPT", Triage.create({ snapshot: damaged }));
  await rejects("SNAPSHOT_CORRUPT", Triage.create({ snapshot: snapshot.subarray(0, 5) }));
  await rejects("SNAPSHOT_CORRUPT", Triage.create({ snapshot: new TextEncoder().encode("hello world, this is no snapshot") }));
  await rejects("INVALID_ARGUMENT", Triage.create({ snapshot: "bytes" }), /snapshot/);
  const newer = Buffer.from(snapshot);
  newer.writeUInt16LE(9999, 12);
  newer.writeUInt32LE(crc32(newer.subarray(12)), 8);
  await rejects("SNAPSHOT_VERSION", Triage.create({ snapshot: newer }), /newer/);
});

test("after its end an engine says so, as often as it is asked", async () => {
  const gone = await Triage.create();
  gone.dispose();
  gone.dispose();
  for (const call of [() => gone.triage("hi"), () => gone.save(), () => gone.revision, () => gone.forget()]) {
    fails("DISPOSED", call, /create a new one/);
  }
});

test("bytes that are no engine", async () => {
  const page = new TextEncoder().encode("\n<!doctype html>");
  assert.equal((await rejects("WASM_LOAD_FAILED", Triage.create({ wasm: page }), /web page/)).details.html, true);
  await rejects("WASM_LOAD_FAILED", Triage.create({ wasm: new Uint8Array(8) }));
  await rejects("WASM_LOAD_FAILED", Triage.create({ wasm: Uint8Array.of(0, 0x61, 0x73, 0x6d, 9) }));
  await rejects("WASM_LOAD_FAILED", Triage.create({ wasm: Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0) }));
  await rejects("WASM_LOAD_FAILED", Triage.create({ wasm: new Response("no", { status: 404 }) }), /404/);
  await rejects("WASM_LOAD_FAILED", Triage.create({ wasm: Promise.reject(new Error("offline")) }));
});

test("a signal ends the waiting with its own reason", async () => {
  const reason = await Triage.create({ signal: AbortSignal.abort("enough") }).catch((thrown) => thrown);
  assert.equal(reason, "enough");
  const controller = new AbortController();
  const waiting = Triage.create({ wasm: new Promise(() => {}), signal: controller.signal }).catch((thrown) => thrown);
  controller.abort("later");
  assert.equal(await waiting, "later");
});

test("a remote engine gives the same errors as a local one", async () => {
  const remote = await createTriageWorker({ worker: false });
  for (const message of [cyclic, throwing, { text: 5 }, undefined]) await rejects("INVALID_ARGUMENT", remote.triage(message));
  await rejects("UNKNOWN_ID", remote.renderReply("none"));
  await remote.dispose();
  await rejects("DISPOSED", remote.triage("hi"));
});

test("metrics name the event that is wrong", () => {
  const error = fails("INVALID_ARGUMENT", () => responseMetrics([{ conversationId: "1", at: "noon", kind: "received", author: "customer" }]));
  assert.equal(error.details.path, "events[0].at");
});

test("an engine that was asked all this still works", () => {
  assert.equal(triage.triage(HOT).priority, "hot");
  assert.ok(new TriageError("DISPOSED", "x") instanceof Error);
});
