// The keyboard: every key, and where it must stay dead.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openId, openMessage, onDesk, viewCount } from "./desk.mjs";

const firstRows = (page) =>
  page.locator(".lane-hot .row").evaluateAll((rows) => rows.slice(0, 3).map((row) => row.dataset.id));

/** A key as a keyboard of another layout or an input method sends it. */
const press = (page, init) =>
  page.evaluate((event) => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...event }));
  }, init);

test("J and K, and the arrows, walk through the messages", () =>
  onDesk({}, async (page) => {
    const [first, second] = await firstRows(page);
    for (const [forth, back] of [
      ["j", "k"],
      ["ArrowDown", "ArrowUp"],
    ]) {
      await page.keyboard.press(forth);
      assert.equal(await openId(page), first);
      await page.keyboard.press(forth);
      assert.equal(await openId(page), second);
      await page.keyboard.press(back);
      assert.equal(await openId(page), first);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".conversation").count(), 0);
    }
  }));

test("F likes and takes back, C closes and goes on, C on a closed one opens it", () =>
  onDesk({}, async (page) => {
    const [first, second] = await firstRows(page);
    await page.keyboard.press("j");
    await page.keyboard.press("f");
    assert.equal(await page.locator(`.row[data-id="${first}"] .row-like`).count(), 1);
    await page.keyboard.press("f");
    assert.equal(await page.locator(`.row[data-id="${first}"] .row-like`).count(), 0);
    await page.keyboard.press("c");
    assert.equal(await viewCount(page, "closed"), 1);
    assert.equal(await openId(page), second);
    await page.locator(".side-closed").click();
    await page.locator(`.row[data-id="${first}"]`).click();
    await page.keyboard.press("c");
    assert.equal(await viewCount(page, "closed"), 0);
  }));

test("Enter goes to the composer, Esc leaves it and then the message", () =>
  onDesk({}, async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "composer");
    await page.keyboard.press("Escape");
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), "composer");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".conversation").count(), 0);
  }));

test("Enter on a button presses the button", () =>
  onDesk({}, async (page) => {
    await page.keyboard.press("j");
    const like = page.locator(".bar-actions button").first();
    await like.focus();
    await page.keyboard.press("Enter");
    assert.equal(await like.getAttribute("aria-pressed"), "true");
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), "composer");
  }));

test("? shows the list of keys, Esc closes it and nothing else", () =>
  onDesk({}, async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    await page.keyboard.press("c");
    assert.equal(await viewCount(page, "closed"), 0);
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.equal(await page.locator(".conversation").count(), 1);
  }));

test("letters typed into fields are text", () =>
  onDesk({}, async (page) => {
    await page.keyboard.press("j");
    const open = await openId(page);
    for (const field of ["#composer", ".search input", ".signature input"]) {
      await page.locator(field).focus();
      await page.keyboard.type("fcjk?");
      assert.match(await page.locator(field).inputValue(), /fcjk\?/);
      await page.locator(field).fill("");
    }
    assert.equal(await openId(page), open);
    assert.equal(await viewCount(page, "closed"), 0);
    assert.equal(await page.locator(".row-like").count(), 0);
    assert.equal(await page.getByRole("dialog").count(), 0);
  }));

test("keys of an input method belong to it", () =>
  onDesk({}, async (page) => {
    await page.keyboard.press("j");
    await press(page, { key: "c", code: "KeyC", isComposing: true });
    await press(page, { key: "Process", code: "KeyC", keyCode: 229 });
    assert.equal(await viewCount(page, "closed"), 0);
    await page.locator("#composer").fill("답");
    await page.locator("#composer").focus();
    await press(page, { key: "Enter", code: "Enter", ctrlKey: true, isComposing: true });
    await press(page, { key: "Enter", code: "Enter", ctrlKey: true, keyCode: 229 });
    assert.equal(await viewCount(page, "closed"), 0);
  }));

test("letters go by the place of the key under layouts of other scripts", () =>
  onDesk({}, async (page) => {
    await press(page, { key: "ㅓ", code: "KeyJ" });
    const open = await openId(page);
    assert.ok(open);
    await press(page, { key: "ب", code: "KeyF" });
    assert.equal(await page.locator(`.row[data-id="${open}"] .row-like`).count(), 1);
    await press(page, { key: "с", code: "KeyC" });
    assert.equal(await viewCount(page, "closed"), 1);
  }));

test("with Ctrl, Alt or Cmd a letter is the browser's", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0006");
    for (const modifier of ["ctrlKey", "altKey", "metaKey"])
      await press(page, { key: "c", code: "KeyC", [modifier]: true });
    assert.equal(await viewCount(page, "closed"), 0);
  }));
