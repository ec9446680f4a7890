// The dashboard's own small parts, run without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSource } from "./desk.mjs";

const part = (name) => loadSource(`lib/${name}.ts`);

test("CSV: quotes, line breaks inside, delimiters, line numbers", async () => {
  const { parseCsv } = await part("csv");
  const cells = (text) => parseCsv(text).rows.map((row) => row.cells);
  assert.deepEqual(cells('a,b\n"x ""y""",z\n'), [
    ["a", "b"],
    ['x "y"', "z"],
  ]);
  assert.deepEqual(cells("a;b\r\n1;2"), [
    ["a", "b"],
    ["1", "2"],
  ]);
  assert.deepEqual(cells("a\tb\r1\t2"), [
    ["a", "b"],
    ["1", "2"],
  ]);
  assert.deepEqual(
    parseCsv('a,b\n"1\n2",x\n\n3,y').rows.map((row) => row.line),
    [1, 2, 5],
  );
  assert.equal(parseCsv('a\n"open').unclosedQuote, 2);
  assert.deepEqual(cells(""), []);
});

test("the place where JSON breaks", async () => {
  const { brokenAt } = await part("json-place");
  for (const [text, at] of [
    ["[1, 2, oops]", 7],
    ['{"a": 1,}', 8],
    ["[1 2]", 3],
    ['{"a" 1}', 5],
    ['["open]', 1],
    ["[1", 2],
    ["[]]", 2],
  ]) {
    assert.equal(brokenAt(text), at, text);
    assert.throws(() => JSON.parse(text), text);
  }
  for (const good of ['{"a":[1,-2.5e3,null,true,"\\u00e9\\n"]}', " [] ", '"x"'])
    assert.equal(brokenAt(good), good.length);
  const deep = "[".repeat(200_000);
  assert.equal(brokenAt(deep), deep.length);
});

test("HTML becomes the words a reader sees, and places keep pointing at them", async () => {
  const { visibleText } = await part("html");
  const words = (html) => visibleText(html).text;
  assert.equal(words("<p>One</p><p>Two<br>Three</p>"), "One\n\nTwo\nThree");
  assert.equal(words("<style>p{}</style>a &lt;b&gt; &#233; &#x41; &nope; 1 < 2"), "a <b> é A &nope; 1");
  assert.equal(words("a\n   b"), "a b");
  const html = "<p>I want a <b>refund</b> &amp; an answer</p>";
  const { text, place } = visibleText(html);
  for (const word of ["want", "refund", "answer"]) {
    const start = html.indexOf(word);
    assert.equal(text.slice(place(start), place(start + word.length)), word);
  }
  for (const hostile of ["<", "<style>", "<b> ", "&", "&amp ", "a ", "<p>a</p>", "<!--"]) {
    const start = Date.now();
    visibleText(hostile.repeat(100_000 / hostile.length));
    assert.ok(Date.now() - start < 1000, `${hostile} ends soon`);
  }
});

test("runs cover the text once, and each knows the reasons of its words", async () => {
  const { cutRuns } = await part("highlight");
  const { plainText } = await part("html");
  const text = "abcdefghij";
  const reason = (code, weight, ...spans) => ({ code, weight, spans: spans.map(([start, end]) => ({ start, end })) });
  const runs = cutRuns(plainText(text), [reason("x", 1, [0, 4]), reason("y", -2, [2, 6], [8, 99])]);
  assert.equal(runs.map((run) => run.text).join(""), text);
  assert.deepEqual(
    runs.map((run) => [run.text, run.reasons.map(({ code }) => code).join("")]),
    [
      ["ab", "x"],
      ["cd", "yx"],
      ["ef", "y"],
      ["gh", ""],
      ["ij", "y"],
    ],
  );
});

test("only words that say something alone are marked, of reasons that weigh something", async () => {
  const { isTelling, tellingReasons } = await part("telling");
  const { plainText } = await part("html");
  for (const words of ["refund", "NOW", "502", "!!", "😡", "환불", "退款", "پول", "पैसे", "I cannot pay"])
    assert.ok(isTelling(words), words);
  for (const words of ["my", "I", "the", "-", "?", ".", "και", "به", "का"]) assert.ok(!isTelling(words), words);
  const reason = (code, weight, start, end) => ({ code, weight, spans: [{ start, end }] });
  const reasons = [reason("x", 1, 3, 9), reason("y", 1, 0, 2), reason("z", -0.1, 3, 9)];
  assert.deepEqual(
    tellingReasons(plainText("my refund"), reasons).map(({ code }) => code),
    ["x"],
  );
});

test("what is due is said in words", async () => {
  const { dueWords, dueState } = await part("due");
  const due = { firstResponseAt: 10_000_000, warnAt: 9_000_000, target: 1, state: "ok" };
  assert.equal(dueWords(due, 2_800_000), "due in 2 h");
  assert.equal(dueWords(due, 9_400_000), "due soon, 10 min");
  assert.equal(dueWords(due, 10_000_000 + 86_400_000 + 7_200_000), "overdue 1 d 2 h");
  assert.deepEqual(
    [0, 9_000_000, 10_000_000].map((now) => dueState(due, now)),
    ["ok", "warn", "breached"],
  );
});

test("the picker's triggers", async () => {
  const { findTrigger } = await part("draft");
  const query = (text) => findTrigger({ text, at: text.length })?.query;
  assert.equal(query("Hello ##re fund"), "re fund");
  assert.equal(query("/ship"), "ship");
  assert.equal(query("a\n::x"), "x");
  for (const none of ["1/2", "a##b", "and / or", "http://x", ""]) assert.equal(query(none), undefined, none);
});
