// The labels of reasons in the language of an interface.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Triage } from "hotcold";
import { reasonLabels } from "hotcold/labels";
import { HOT, NOW, source } from "./helpers.mjs";

const LANGUAGES = { ar: "Arabic", el: "Greek", es: "Latin", fa: "Arabic", hi: "Devanagari", ko: "Hangul", te: "Telugu" };
const reason = (code, weight = 1, from = "model") => ({ source: from, code, label: "in English", weight, spans: [] });

/** The codes that the core gives to reasons, but `wording` and those of rules. */
const codes = [
  ...[...source("src/model/signal.rs").matchAll(/Self::\w+ => "([a-z_]+)",/g)].map(([, code]) => code),
  ...[...source("src/noise.rs").matchAll(/pub const KINDS: [^=]+=([^;]+);/g)].flatMap(([, list]) => list.match(/[a-z_]+/g)),
  ...[...source("src/context.rs").matchAll(/^\/\/! \| `([a-z_]+)` \|/gm)].map(([, code]) => code),
  ...["marked_hot", "marked_cold", "incident"],
];

for (const [language, script] of Object.entries(LANGUAGES)) {
  test(`${language}: every code of the core has a label of its own`, () => {
    assert.ok(codes.length > 30);
    const label = reasonLabels(language);
    const letters = new RegExp(`\\p{Script=${script}}`, "u");
    const labels = [...new Set(codes)].map((code) => label(reason(code)));
    labels.push(label(reason("wording")), label(reason("wording", -1)));
    for (const text of labels) {
      assert.match(text, letters);
      assert.notEqual(text, "in English");
    }
    assert.equal(new Set(labels).size, labels.length);
  });
}

test("a locale is its language; others get the engine's English", () => {
  const korean = reasonLabels("ko")(reason("money"));
  for (const locale of ["ko-KR", "ko_KR", "KO"]) assert.equal(reasonLabels(locale)(reason("money")), korean);
  for (const locale of ["en-GB", "und", "constructor", ""]) assert.equal(reasonLabels(locale)(reason("money")), "in English");
});

test("a rule keeps the label its team gave it, and so does what is not known", () => {
  const label = reasonLabels("el");
  assert.equal(label(reason("vip", 1, "rule")), "in English");
  assert.equal(label(reason("toString")), "in English");
});

test("every reason of a verdict has a label in the interface's language", async () => {
  const triage = await Triage.create({ now: () => NOW });
  const verdict = triage.triage({ text: HOT, customer: { vip: true, history: { complaints: 2 } } });
  assert.ok(verdict.reasons.length > 2);
  for (const text of verdict.reasons.map(reasonLabels("hi"))) assert.match(text, /^[\p{Script=Devanagari}\s,-]+$/u);
});
