// The whole API once round, as a user would: plain data in, plain data out.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Triage, responseMetrics } from "hotcold";
import { HOT, NOW } from "./helpers.mjs";

const HOUR = 3_600_000;
const triage = await Triage.create({
  now: () => NOW,
  replies: [{ id: "refund", title: "Refund", body: "Hi {{customer.firstName}}, your refund is on its way.", shortcut: "ref", tags: ["money"] }],
  articles: new Set([{ id: "password", title: "Reset your password", body: "Open Settings and choose Reset password.", url: "https://help.example/password" }]),
  rules: [{ id: "vip", when: { type: "field", path: "customer.vip", equals: true }, then: [{ assign: "care" }, { tag: "vip" }] }],
});
after(() => triage.dispose());

/** Whether JSON can carry a value without loss: no maps, no undefined, no class instances. */
const plain = (value) => assert.deepStrictEqual(JSON.parse(JSON.stringify(value)), value);

test("a verdict is plain data with the words that cause it", () => {
  const verdict = triage.triage({ id: "7", text: HOT, receivedAt: new Date(NOW - HOUR), channel: "email" });
  plain(verdict);
  assert.equal(verdict.messageId, "7");
  assert.equal(verdict.priority, "hot");
  assert.ok(verdict.score > 0.5 && verdict.score <= 1);
  assert.ok(["urgent", "high"].includes(verdict.level));
  assert.equal(verdict.language.language, "en");
  assert.ok(verdict.reasons.length > 0);
  assert.equal(verdict.due.firstResponseAt, NOW - HOUR + verdict.due.target);
  assert.match(verdict.versions.engine, /^\d+\.\d+\.\d+/);
});

test("praise is cold, however loud", () => {
  assert.equal(triage.triage("I LOVE IT!!!! Best service ever, thank you so much!!!").priority, "cold");
});

test("spans are UTF-16 places: slicing gives whole words, whatever stands before them", () => {
  const before = "😀👩‍👩‍👧 नमस्ते 안녕 e\u0301 \ud800 ";
  const text = `${before}I was charged twice and I want a refund 😡`;
  const { reasons, signals } = triage.triage(text);
  const spans = [...reasons, ...signals].flatMap((part) => part.spans);
  assert.ok(spans.length > 0);
  for (const { start, end } of spans) {
    const word = text.slice(start, end);
    assert.ok(start < end && end <= text.length);
    assert.equal(word, word.trim());
    assert.ok(!/[\p{L}\p{N}]/u.test(text[start - 1] ?? "") || !/[\p{L}\p{N}]/u.test(word[0]), `begins inside a word: ${word}`);
    assert.ok(word.isWellFormed() || word.includes("\ud800"), `cuts a character: ${word}`);
  }
  assert.ok(spans.some(({ start, end }) => /charged|twice|refund/.test(text.slice(start, end))));
});

test("entities are slices of the text", () => {
  const text = "😀 order #48213, mail ada@example.com, https://example.com/x";
  const { entities } = triage.triage(text);
  assert.ok(entities.some(({ kind }) => kind === "email"));
  for (const entity of entities) assert.equal(text.slice(entity.start, entity.end), entity.text);
});

test("dates, iterables, maps and undefined fields are understood", () => {
  const customer = { vip: true, since: new Date(0), name: undefined };
  const verdict = triage.triage({ text: "hello", customer, headers: new Map([["X-Test", "1"]]), fields: { seen: new Set([1]) } });
  assert.equal(verdict.assignee, "care");
  assert.deepEqual(verdict.tags, ["vip"]);
  assert.equal(verdict.rules[0].ruleId, "vip");
  assert.equal(triage.triageAll((function* () { yield "one"; yield { text: "two" }; })()).length, 2);
});

test("replies: suggest, find, render, remove", () => {
  plain(triage.suggestReplies("I want my refund"));
  assert.equal(triage.suggestReplies("I want my refund")[0].id, "refund");
  assert.equal(triage.findReplies("ref")[0].id, "refund");
  assert.equal(triage.triage("I want my refund").replies[0].id, "refund");
  assert.deepEqual(triage.triage("I want my refund", { replies: 0 }).replies, []);
  const rendered = triage.renderReply("refund", { customer: { firstName: "Ada" } });
  assert.equal(rendered.text, "Hi Ada, your refund is on its way.");
  assert.equal(rendered.segments.map(({ text }) => text).join(""), rendered.text);
  triage.upsertReplies([{ id: "other", title: "Other", body: "…" }]);
  assert.equal(triage.removeReplies(["other", "none"]), 1);
});

test("articles: search, render as answer and link, remove", () => {
  assert.equal(triage.searchArticles("how do I reset my password")[0].id, "password");
  const rendered = triage.renderArticle("password", "how do I reset my password");
  plain(rendered);
  assert.equal(rendered.url, "https://help.example/password");
  assert.ok(rendered.text.includes(rendered.url) && rendered.summary.length > 0);
  triage.upsertArticles([{ id: "other", title: "Other", body: "…" }]);
  assert.equal(triage.removeArticles(new Set(["other"])), 1);
});

test("rules can be tried before they are set", () => {
  const rules = [{ id: "parcel", when: { type: "contains", any: ["parcel"] }, then: [{ tag: "shipping" }] }];
  const reports = triage.simulateRules(rules, ["where is my parcel", "hello"]);
  plain(reports);
  assert.deepEqual(reports.map(({ ruleId, fired, examples }) => [ruleId, fired, examples[0].index]), [["parcel", 1, 0]]);
  assert.deepEqual(triage.triage("where is my parcel").tags, []);
});

test("redaction takes personal data out", () => {
  const { text, entities } = triage.redact("Write to ada@example.com or call");
  assert.ok(!text.includes("ada@example.com"));
  assert.equal(entities[0].kind, "email");
});

test("many customers with one problem are an incident", async () => {
  const desk = await Triage.create({ now: () => NOW });
  let incident;
  for (let index = 0; index < 30; index += 1) {
    incident = desk.observe({ id: `m${index}`, text: "The checkout page is down, error 500", receivedAt: NOW - index * 1000, customer: { id: `c${index}` } }) ?? incident;
  }
  assert.ok(incident);
  plain(incident);
  assert.ok(incident.count > 2);
  assert.equal(desk.incidents().length, 1);
  assert.deepEqual(desk.incidents(new Date(NOW + 100 * 24 * HOUR)), []);
});

test("metrics measure what persons answered", () => {
  const event = (kind, author, at) => ({ conversationId: "1", kind, author, at: new Date(NOW + at) });
  const metrics = responseMetrics([event("received", "customer", 0), event("replied", "bot", 1000), event("replied", "agent", HOUR)], {
    calendar: { timeZone: "UTC", hours: { friday: [["12:30", "18:00"]] } },
  });
  plain(metrics);
  assert.equal(metrics.firstResponse.median, HOUR);
  assert.equal(metrics.firstResponse.business.median, HOUR / 2);
});
