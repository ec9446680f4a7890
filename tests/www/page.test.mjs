// The page as a whole: policy, sizes, colours, what a screen reader gets.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openMessage, onDesk } from "./desk.mjs";

test("a strict policy stands in the page", () =>
  onDesk({}, async (page) => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.ok(policy.startsWith("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"));
    assert.ok(!policy.includes("unsafe-inline") && !policy.includes("'unsafe-eval'"));
  }));

for (const width of [360, 768, 1440]) {
  test(`nothing sticks out at ${width} pixels, closed or open`, () =>
    onDesk({ viewport: { width, height: 800 } }, async (page) => {
      const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(await sticksOut(), false);
      await openMessage(page, "m-0019");
      assert.equal(await sticksOut(), false);
      const send = await page.getByRole("button", { name: "Send and close" }).boundingBox();
      assert.ok(send.x >= 0 && send.x + send.width <= width && send.y + send.height <= 800, JSON.stringify(send));
    }));
}

test("on a phone the lanes share the place and the folders come out of a button", () =>
  onDesk({ viewport: { width: 360, height: 740 } }, async (page) => {
    assert.equal(await page.locator(".lane-hot").isVisible(), true);
    assert.equal(await page.locator(".lane-cold").isVisible(), false);
    await page.locator(".lane-tab-cold").click();
    assert.equal(await page.locator(".lane-cold").isVisible(), true);
    assert.equal(await page.locator(".sidebar").isVisible(), false);
    await page.getByRole("button", { name: "Folders" }).click();
    assert.equal(await page.locator(".sidebar").isVisible(), true);
    await page.locator(".side-hot").first().click();
    assert.equal(await page.locator(".sidebar").isVisible(), false);
  }));

test("on a phone the focus goes into the conversation and comes back to its row", () =>
  onDesk({ viewport: { width: 360, height: 740 } }, async (page) => {
    const id = await page.locator(".row").first().getAttribute("data-id");
    await page.locator(".row").first().click();
    await page.waitForFunction(() => document.activeElement?.matches(".conversation"));
    await page.getByRole("button", { name: "Back to the lanes" }).click();
    await page.waitForFunction((row) => document.activeElement?.dataset.id === row, id);
  }));

test("dark follows the system, the button turns it over, a reload keeps it", () =>
  onDesk({ colorScheme: "dark" }, async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const isDark = async () => Number(/\d+/.exec(await paper())[0]) < 60;
    assert.equal(await isDark(), true);
    await page.getByRole("button", { name: "Switch between light and dark" }).click();
    assert.equal(await isDark(), false);
    await page.reload();
    await page.locator(".row").first().waitFor();
    assert.equal(await isDark(), false);
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`every word has a contrast of 4.5 or more, ${colorScheme}`, () =>
    onDesk({ colorScheme }, async (page) => {
      await openMessage(page, "m-0019");
      await page.locator("[data-reply]").first().click();
      // A button that fades from disabled to enabled has no colour of its own yet.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
      const poor = await page.evaluate(poorContrasts);
      assert.deepEqual(poor, []);
    }));
}

test("the page is told apart by landmarks, and each control has a name", () =>
  onDesk({}, async (page) => {
    await openMessage(page, "m-0019");
    for (const role of ["banner", "navigation", "main"]) assert.equal(await page.getByRole(role).count(), 1, role);
    const nameless = await page.locator("button, input, textarea, a").evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .filter((one) => !(one.innerText || one.textContent || one.ariaLabel || one.labels?.[0]?.textContent)?.trim())
        .map((one) => one.outerHTML),
    );
    assert.deepEqual(nameless, []);
  }));

test("the lanes' new counts and overdue messages are announced", () =>
  onDesk({}, async (page) => {
    const news = page.locator("#news[role=status]");
    await page.locator(".lane-hot .row").first().click();
    await page.keyboard.press("c");
    await page.waitForFunction(() => /\d+ hot, \d+ cold/.test(document.getElementById("news").textContent));
    await page.getByRole("button", { name: /Real clock/ }).click();
    assert.match(await news.textContent(), /hot|overdue/);
  }));

test("with less motion wanted nothing moves", () =>
  onDesk({ reducedMotion: "reduce" }, async (page) => {
    await page.locator(".row").first().click();
    const moves = await page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((one) => {
          const { transitionDuration, animationName } = getComputedStyle(one);
          return parseFloat(transitionDuration) > 0 || animationName !== "none";
        }).length,
    );
    assert.equal(moves, 0);
  }));

/** In the page: texts whose contrast to what lies behind them is under 4.5. */
function poorContrasts() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const channels = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = channels(getComputedStyle(one).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (
      !words ||
      !element.checkVisibility() ||
      element.closest(".visually-hidden, .composer-mirror, [aria-disabled=true]")
    )
      continue;
    const [light, dark] = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))].sort(
      (a, b) => b - a,
    );
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) found.push(`${element.className}: ${element.textContent.slice(0, 30)} ${ratio.toFixed(2)}`);
  }
  return [...new Set(found)];
}
