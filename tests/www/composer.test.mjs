// Answering: saved replies with their blanks, articles, the picker, sending.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openId, openMessage, sample, onDesk, typeAnswer, viewCount } from "./desk.mjs";

const composer = (page) => page.locator("#composer");
/** The saved reply whose body asks the agent for `{{when}}`, and its shortcut. */
const withBlank = sample.replies.find((reply) => reply.body.includes("{{when}}") && reply.shortcut);

async function insertByShortcut(page) {
  await typeAnswer(page, `##${withBlank.shortcut}`);
  await page.locator(".picker-option", { hasText: withBlank.title }).first().waitFor();
  await page.locator(".picker-option", { hasText: withBlank.title }).first().click();
}

test("suggested replies show values filled in and blanks marked, and go in at the caret", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0002");
    const cards = page.locator("[data-reply]");
    assert.ok((await cards.count()) > 0 && (await cards.count()) <= 3);
    await composer(page).fill("Before. After.");
    await composer(page).evaluate((area) => area.setSelectionRange(8, 8));
    await cards.first().click();
    const text = await composer(page).inputValue();
    assert.ok(text.startsWith("Before. ") && text.endsWith("After.") && text.length > 40, text);
  }));

test("a reply with a blank cannot be sent until the blank is filled", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0002");
    await insertByShortcut(page);
    const text = await composer(page).inputValue();
    assert.ok(!text.includes("##") && text.includes("[when]"), text);
    assert.ok(text.includes("Dana") && text.includes("Robin Vale"), text);
    const selected = () => composer(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.match(await selected(), /^\[.+\]$/, "the first blank is selected");
    assert.match(await page.locator("#composer-state").innerText(), /to fill before sending/);
    const closed = await viewCount(page, "closed");
    const send = page.getByRole("button", { name: "Send and close" });
    assert.equal(await send.getAttribute("aria-disabled"), "true");
    await send.click({ force: true });
    assert.match(await page.locator(".toast").innerText(), /to fill before this can go out/);
    assert.equal(await viewCount(page, "closed"), closed);
    for (let left = 5; left > 0 && (await page.locator(".blank-link").count()) > 0; left -= 1) {
      await page.locator(".blank-link").click();
      await page.keyboard.type("tomorrow");
    }
    assert.equal(await page.locator("#composer-state").innerText(), "");
    await send.click();
    assert.equal(await viewCount(page, "closed"), closed + 1);
    await page.locator(".side-closed").click();
    await page.locator('.row[data-id="m-0002"]').click();
    assert.match(await page.locator(".sent").innerText(), /tomorrow/);
  }));

test("without a name to sign with, the signature is a blank too", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0002");
    await page.locator(".signature input").fill("");
    await insertByShortcut(page);
    assert.match(await composer(page).inputValue(), /\[agent\.name\]/);
  }));

test("an article goes in as a summary with its link", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0002");
    const button = page.locator("[data-article]").first();
    const id = await button.getAttribute("data-article");
    await button.click();
    const text = await composer(page).inputValue();
    const article = sample.articles.find((one) => one.id === id);
    const urls = [article.url, ...Object.values(article.translations ?? {}).map((one) => one.url)];
    const url = urls.find((one) => one && text.includes(one));
    assert.ok(url, text);
    assert.ok(text.replace(url, "").trim().length > 20, "not the link alone");
  }));

test("## , / and :: open the picker as you type; arrows, Enter and Esc work in it", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0006");
    for (const trigger of ["##", "/", "::"]) {
      await composer(page).fill("");
      await typeAnswer(page, `Hello ${trigger}`);
      await page.locator(".picker").waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".picker").count(), 0, trigger);
      assert.equal(await composer(page).inputValue(), `Hello ${trigger}`);
    }
    await composer(page).fill("");
    await typeAnswer(page, "##");
    const options = page.locator(".picker-option");
    const chosen = () => page.locator('.picker-option[aria-selected="true"]');
    assert.equal(await chosen().getAttribute("id"), await options.nth(0).getAttribute("id"));
    await page.keyboard.press("ArrowDown");
    assert.equal(await chosen().getAttribute("id"), await options.nth(1).getAttribute("id"));
    assert.equal(await composer(page).getAttribute("aria-activedescendant"), await chosen().getAttribute("id"));
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".picker").count(), 0);
    assert.ok((await composer(page).inputValue()).length > 20);
  }));

test("typing after the trigger searches all saved replies", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0006");
    await typeAnswer(page, `##${withBlank.shortcut}`);
    await page.locator(".picker-option", { hasText: withBlank.title }).waitFor();
    assert.match(await page.locator(".picker-preview").innerText(), /\S/);
  }));

test("slashes inside words and dates open nothing", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0006");
    for (const text of ["on 1/2", "https://a", "and / or", "a::b", "C#"]) {
      await composer(page).fill("");
      await typeAnswer(page, text);
      assert.equal(await page.locator(".picker").count(), 0, text);
    }
  }));

test("Ctrl+Enter sends, closes and goes to the next message", () =>
  onDesk({}, async (page) => {
    await page.locator(".lane-hot .row").nth(0).click();
    const next = await page.locator(".lane-hot .row").nth(1).getAttribute("data-id");
    await composer(page).fill("On its way.");
    await composer(page).press("Control+Enter");
    assert.equal(await openId(page), next);
    assert.equal(await viewCount(page, "closed"), 1);
    assert.equal(await composer(page).inputValue(), "");
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    assert.equal(await viewCount(page, "closed"), 0);
  }));

test("each message keeps a draft of its own", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0006");
    await composer(page).fill("half an answer");
    await openMessage(page, "m-0002");
    assert.equal(await composer(page).inputValue(), "");
    await openMessage(page, "m-0006");
    assert.equal(await composer(page).inputValue(), "half an answer");
  }));
