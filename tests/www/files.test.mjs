// Files of messages, replies and articles: good ones, broken ones, and what stays as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dropFiles, openMessage, sample, onDesk, typeAnswer, viewCount } from "./desk.mjs";

const dialog = (page) => page.locator("dialog.import");
const total = sample.messages.length;

async function offer(page, name, text) {
  await dropFiles(page, [{ name, text }]);
  await dialog(page).waitFor();
  return dialog(page).innerText();
}

test("a CSV of messages with quotes, line breaks, semicolons and a byte order mark", () =>
  onDesk({}, async (page) => {
    const csv =
      '\uFEFFid;text;name;email;date\r\ncsv-1;"He said ""refund""; twice,\r\nand again";Ann;ann@mail.example;2026-11-20T10:00:00Z\r\ncsv-2;नमस्ते;Bo;;1795048920000\r\n';
    assert.match(await offer(page, "export.csv", csv), /2 messages read/);
    await page.getByRole("button", { name: "Add 2 messages" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    assert.equal(await viewCount(page, "all"), total + 2);
    await openMessage(page, "csv-1");
    assert.equal(await page.locator(".message-text").textContent(), 'He said "refund"; twice,\r\nand again');
    assert.match(await page.locator(".customer").innerText(), /Ann[^]*ann@mail\.example/);
  }));

test("bad lines are named by number and left out; the good ones can be added", () =>
  onDesk({}, async (page) => {
    const csv = "id,text,name\na,fine,Ann\nb,,Bob\nc,too,many,cells\nd,fine too,Dee\n";
    const words = await offer(page, "some.csv", csv);
    assert.match(words, /2 messages read/);
    assert.match(words, /Line 3\s+The text is missing/);
    assert.match(words, /Line 4\s+4 cells/);
    await page.getByRole("button", { name: "Add 2 messages" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    assert.equal(await viewCount(page, "all"), total + 2);
  }));

test("NDJSON names the broken line, JSON the line where it breaks", () =>
  onDesk({}, async (page) => {
    const ndjson = '{"id":"n-1","text":"one"}\n{"id":"n-2","text":\n{"id":"n-3","text":"three"}\n';
    assert.match(await offer(page, "some.ndjson", ndjson), /2 messages read[^]*Line 2\s+This is not valid JSON/);
    await page.getByRole("button", { name: "Leave it" }).click();
    assert.match(
      await offer(page, "broken.json", '[\n {"text": "one"},\n {"text": oops}\n]'),
      /Line 3\s+This is not valid JSON/,
    );
    await page.getByRole("button", { name: "All right" }).click();
    assert.equal(await viewCount(page, "all"), total);
  }));

test("files with nothing of use, a quote that never closes, and empty files change nothing", () =>
  onDesk({}, async (page) => {
    for (const [name, text, says] of [
      ["photo.csv", "x,y\n1,2\n", /No messages, replies or articles/],
      ["open.csv", 'text,name\n"never closed,Ann\nmore', /Line 2\s+A quote opens here/],
      ["empty.json", "", /No messages, replies or articles/],
    ]) {
      assert.match(await offer(page, name, text), says);
      await page.getByRole("button", { name: "All right" }).click();
      await dialog(page).waitFor({ state: "hidden" });
    }
    assert.equal(await viewCount(page, "all"), total);
  }));

test("saved replies are known by their fields and found at once", () =>
  onDesk({}, async (page) => {
    const csv = "title,body,shortcut,locale,tags\nParrot care,Feed the parrot twice a day,parrot,en,birds;food\n";
    assert.match(await offer(page, "replies.csv", csv), /1 saved reply read/);
    await page.getByRole("button", { name: "Add 1 saved reply" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    await openMessage(page, "m-0006");
    await typeAnswer(page, "##parrot");
    await page.locator(".picker-option", { hasText: "Parrot care" }).waitFor();
  }));

test("articles are known by their fields; a bad one is refused whole and named", () =>
  onDesk({}, async (page) => {
    const article = {
      id: "a-1",
      title: "Parrots",
      body: "How to feed a parrot.",
      url: "https://help.example/parrots",
      status: "published",
    };
    assert.match(await offer(page, "articles.json", JSON.stringify({ articles: [article] })), /1 article read/);
    await page.getByRole("button", { name: "Add 1 article" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    await offer(page, "bad.json", JSON.stringify([{ ...article, id: "a-2", status: 7 }]));
    await page.getByRole("button", { name: "Add 1 article" }).click();
    await page.locator(".problems").waitFor();
    assert.match(await page.locator(".problems").innerText(), /status/);
  }));

test("pasting records outside of fields offers them; pasting into a field does not", () =>
  onDesk({}, async (page) => {
    const paste = (selector) =>
      page.evaluate((target) => {
        const data = new DataTransfer();
        data.setData("text/plain", '[{"id":"p-1","text":"pasted"}]');
        document
          .querySelector(target)
          .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
      }, selector);
    await paste(".search input");
    assert.equal(await dialog(page).isVisible(), false);
    await paste("body");
    await dialog(page).waitFor();
    assert.match(await dialog(page).innerText(), /1 message read/);
  }));

test("the file button does what dropping does", () =>
  onDesk({}, async (page) => {
    await page.setInputFiles("input[type=file]", {
      name: "one.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"id":"f-1","text":"from a button"}'),
    });
    await dialog(page).waitFor();
    await page.getByRole("button", { name: "Replace the inbox" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    assert.equal(await viewCount(page, "all"), 1);
  }));

test("a message that is too long is refused by name and the rest is kept", () =>
  onDesk({}, async (page) => {
    const lines = [
      { id: "huge", text: "x".repeat(100_001) },
      { id: "small", text: "hello there" },
    ];
    await offer(page, "huge.ndjson", lines.map((one) => JSON.stringify(one)).join("\n"));
    await page.getByRole("button", { name: "Add 2 messages" }).click();
    await page.locator(".problems", { hasText: "huge" }).waitFor();
    await page.getByRole("button", { name: "All right" }).click();
    assert.equal(await viewCount(page, "all"), total + 1);
  }));
