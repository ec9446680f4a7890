// An open message: its words, its direction, what decided, and the correction of a mistake.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dropFiles, openMessage, sample, onDesk, viewCount } from "./desk.mjs";

/** Opens the first hot message whose words are marked. */
async function openMarked(page) {
  for (const row of await page.locator(".lane-hot .row").all()) {
    await row.click();
    if ((await page.locator(".message-text mark").count()) > 0) return;
  }
  assert.fail("no hot message has marked words");
}

test("marked words are the reasons' words, in every script", () =>
  onDesk({}, async (page) => {
    let marked = 0;
    for (const { id, text, html } of sample.messages.filter((_, index) => index % 12 === 0)) {
      if (html) continue;
      await openMessage(page, id);
      const body = page.locator(".message-text");
      assert.equal(await body.textContent(), text);
      const marks = await body
        .locator("mark")
        .evaluateAll((all) =>
          all.map(({ textContent, dataset }) => [textContent, Number(dataset.start), Number(dataset.end)]),
        );
      for (const [words, start, end] of marks) assert.equal(words, text.slice(start, end));
      marked += marks.length;
    }
    assert.ok(marked > 10, `${marked} marks`);
  }));

test("hot and cold words differ by line as well as by colour, and a legend says so", () =>
  onDesk({}, async (page) => {
    const text = "Thank you, I love the lamp, but the second one arrived broken and I want a refund today";
    await dropFiles(page, [{ name: "one.json", text: JSON.stringify([{ id: "one", text }]) }]);
    await page.getByRole("button", { name: "Add 1 message" }).click();
    await openMessage(page, "one");
    await page.locator(".legend").waitFor();
    const style = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
    assert.equal(await style(".legend .why-hot"), "solid");
    assert.equal(await style(".legend .why-cold"), "dotted");
    assert.ok((await page.locator(".message-text mark").count()) > 0);
  }));

test("pointing at a word, or moving the focus to it, says code, label and weight", () =>
  onDesk({}, async (page) => {
    await openMarked(page);
    const mark = page.locator(".message-text mark").first();
    const tip = page.locator("#reason-tip");
    assert.equal(await tip.isVisible(), false);
    for (const point of ["hover", "focus"]) {
      await mark[point]();
      assert.match(await tip.innerText(), /[+−]\d\.\d\d (hotter|colder)\n.+\n\S+/);
      if (point === "hover") await page.mouse.move(2, 2);
    }
  }));

test("a Persian message reads from right to left, its row too", () =>
  onDesk({}, async (page) => {
    const persian = sample.messages.find(
      (message) => /[\u0600-\u06ff]{3}/.test(message.text.slice(0, 20)) && !message.subject,
    );
    await openMessage(page, persian.id);
    const direction = (selector) => page.locator(selector).evaluate((element) => getComputedStyle(element).direction);
    assert.equal(await direction(".message-text"), "rtl");
    assert.equal(await direction(`.row[data-id="${persian.id}"] .row-text`), "rtl");
    assert.equal(await direction(".message-head"), "ltr");
    await page.locator("#composer").fill("سلام");
    assert.equal(await direction("#composer"), "rtl");
  }));

test("HTML is read as text: no markup of a message becomes markup of the page", () =>
  onDesk({}, async (page) => {
    const html =
      '<p>Hello</p><img src="https://track.example/o.gif" onerror="document.title=1"><script>document.title=2</script><b>refund</b> &amp; more';
    await dropFiles(page, [{ name: "html.json", text: JSON.stringify([{ id: "html", text: html, html: true }]) }]);
    await page.getByRole("button", { name: "Add 1 message" }).click();
    await openMessage(page, "html");
    assert.equal(await page.locator(".message-text").textContent(), "Hello\n\nrefund & more");
    assert.equal(await page.locator(".message-text img, .message-text script").count(), 0);
    assert.equal(await page.title(), "hotcold desk");
  }));

test("a message of 100 kB opens folded, unfolds whole, and the page stays quick", () =>
  onDesk({}, async (page) => {
    const text = "I was charged twice and want a refund. ".repeat(2600).slice(0, 100_000);
    await dropFiles(page, [{ name: "long.json", text: JSON.stringify([{ id: "long", text }]) }]);
    await page.getByRole("button", { name: "Add 1 message" }).click();
    const start = Date.now();
    await openMessage(page, "long");
    assert.ok((await page.locator(".message-text").textContent()).length < 10_000);
    assert.ok(Date.now() - start < 5000, `${Date.now() - start} ms`);
    await page.getByRole("button", { name: /Show all 100,000 characters/ }).click();
    assert.equal((await page.locator(".message-text").textContent()).length, 100_000);
  }));

test("notes on the customer stand in the card and at the composer; noise and headers are explained", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0019");
    for (const place of [".customer", ".composer"]) {
      assert.match(await page.locator(place).innerText(), /serious in tone/);
    }
    assert.match(await page.locator(".customer").innerText(), /NL-47731/);
    await openMessage(page, "m-0013");
    assert.match(await page.locator(".notice").innerText(), /automatic reply: no answer needed/);
  }));

test("one click moves a message to the other lane and teaches; Undo takes both back", () =>
  onDesk({}, async (page) => {
    const id = "m-0006";
    await openMessage(page, id);
    const lane = () =>
      page.locator(`.row[data-id="${id}"]`).evaluate((row) => (row.closest(".lane-hot") ? "hot" : "cold"));
    const learned = () => page.evaluate(() => localStorage.getItem("hotcold-desk:taught"));
    const before = await lane();
    const hot = await viewCount(page, "hot");
    await page.getByRole("button", { name: /Wrong\? Fix it/ }).click();
    await page.locator(".toast", { hasText: "has learned it" }).waitFor();
    assert.notEqual(await lane(), before);
    assert.match(await page.locator(".badge-detail").innerText(), /set by your team/);
    assert.ok(await learned());
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await page.locator(".toast", { hasText: "Taken back" }).waitFor();
    assert.equal(await lane(), before);
    assert.equal(await viewCount(page, "hot"), hot);
  }));

test("a correction outlives a reload", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0006");
    const word = await page.locator(".badge").innerText();
    await page.getByRole("button", { name: /Wrong\? Fix it/ }).click();
    await page.locator(".toast", { hasText: "has learned it" }).waitFor();
    await page.reload();
    await page.locator(".row").first().waitFor();
    await openMessage(page, "m-0006");
    assert.notEqual(await page.locator(".badge").innerText(), word);
  }));
