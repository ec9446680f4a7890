// The example messages and rules of the source articles, through the installed package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Triage } from "hotcold";
import { source } from "./helpers.mjs";

const cases = JSON.parse(source("tests/cases/seeds.json"));

for (const { text, lang, priority } of cases) {
  test(`${priority} in ${lang}: ${text}`, async () => {
    const triage = await Triage.create();
    const verdict = triage.triage(text);
    triage.dispose();
    assert.equal(verdict.priority, priority);
    assert.equal(verdict.language.language, lang);
    const sign = priority === "hot" ? 1 : -1;
    const words = verdict.reasons
      .filter((reason) => reason.weight * sign > 0)
      .flatMap((reason) => reason.spans.map(({ start, end }) => text.slice(start, end)));
    assert.ok(words.some((word) => word.trim()), JSON.stringify(verdict.reasons));
  });
}

test("if a conversation …, then …: the articles' rules", async () => {
  const triage = await Triage.create({
    rules: [
      { id: "irrelevant", when: { type: "noise", in: ["gibberish", "spam"] }, then: [{ close: true }], stop: true },
      { id: "payment", when: { type: "contains", any: ["pay", "भुगतान", "결제"] }, then: [{ tag: "Payment" }] },
      { id: "urgent", when: { type: "contains", any: ["urgent", "अत्यावश्यक", "तत्काल", "긴급"] }, then: [{ tag: "Urgent" }] },
      { id: "chinese", when: { type: "language", in: ["zh"] }, then: [{ assign: "Jack" }] },
      { id: "pricing", when: { type: "contains", any: ["how much", "कितने", "얼마"] }, then: [{ tag: "pricing" }] },
    ],
  });
  assert.deepEqual(triage.triage("मेरा भुगतान दो बार कट गया").tags, ["Payment"]);
  assert.deepEqual(triage.triage("Urgent! I cannot pay").tags, ["Payment", "Urgent"]);
  assert.deepEqual(triage.triage("यह तत्काल है").tags, ["Urgent"]);
  assert.deepEqual(triage.triage("이건 얼마예요?").tags, ["pricing"]);
  assert.equal(triage.triage("请问我的包裹什么时候能到？").assignee, "Jack");
  assert.equal(triage.triage("ㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇ").close, true);
  triage.dispose();
});
