// The two lanes: what stands in them, in which order, and how they are narrowed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Triage } from "hotcold";
import { dropFiles, loadSource, openMessage, sample, onDesk, viewCount } from "./desk.mjs";

const RANK = ["urgent", "high", "normal", "low"];

/** What the package says in Node: the page must show the same. */
const expected = await verdicts();

async function verdicts() {
  const { messages, replies, articles, rules } = sample;
  const { team } = await loadSource("state/team.ts");
  const now = Math.max(...messages.map((message) => message.receivedAt)) + 240_000;
  const triage = await Triage.create({ ...team, replies, articles, rules, now: () => now });
  const inTime = [...messages].sort((a, b) => a.receivedAt - b.receivedAt);
  for (const message of inTime) triage.observe(message);
  return inTime.map((message) => ({ message, verdict: triage.triage(message) }));
}

function inOrder(priority) {
  return expected
    .filter(({ verdict }) => verdict.priority === priority)
    .sort(
      (a, b) =>
        RANK.indexOf(a.verdict.level) - RANK.indexOf(b.verdict.level) ||
        (a.verdict.due?.firstResponseAt ?? Infinity) - (b.verdict.due?.firstResponseAt ?? Infinity) ||
        a.message.receivedAt - b.message.receivedAt,
    )
    .map(({ message }) => message.id);
}

const rowIds = (page, lane) =>
  page.locator(`.lane-${lane} .row`).evaluateAll((rows) => rows.map((row) => row.dataset.id));

test("each message stands in the lane of its verdict, and the counts say so", () =>
  onDesk({}, async (page) => {
    for (const lane of ["hot", "cold"]) {
      const ids = inOrder(lane);
      assert.ok(ids.length > 0, `the sample has ${lane} messages`);
      assert.equal(await viewCount(page, lane), ids.length);
      assert.equal(Number(await page.locator(`.lane-${lane} .lane-count`).textContent()), ids.length);
    }
    assert.equal(await viewCount(page, "all"), sample.messages.length);
  }));

test("a lane is sorted by level and then by due time", () =>
  onDesk({}, async (page) => {
    for (const lane of ["hot", "cold"]) {
      const shown = await rowIds(page, lane);
      assert.deepEqual(shown, inOrder(lane).slice(0, shown.length));
    }
  }));

test("a row says customer, channel, language, level, reason and due time in words", () =>
  onDesk({}, async (page) => {
    const id = inOrder("hot")[0];
    const { message, verdict } = expected.find((one) => one.message.id === id);
    const text = await page.locator(`.row[data-id="${id}"]`).innerText();
    assert.ok(text.includes(message.customer.name));
    assert.match(text, new RegExp(verdict.level, "i"));
    assert.match(text, /due in|due soon|overdue/);
    assert.ok(
      verdict.reasons.some((reason) => text.includes(reason.label)),
      text,
    );
  }));

test("a tag is a folder, and a message lies in all of its folders", () =>
  onDesk({}, async (page) => {
    const tags = new Map();
    for (const { verdict } of expected) for (const tag of verdict.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    const folders = await page
      .locator(".folders .side-item")
      .evaluateAll((items) =>
        items.map((item) => [
          item.querySelector(".side-name").textContent,
          Number(item.querySelector(".side-count").textContent),
        ]),
      );
    assert.deepEqual(new Map(folders.sort()), new Map([...tags].sort()));
    const [tag, size] = folders[0];
    await page.locator(".folders .side-item", { hasText: tag }).first().click();
    const counts = await page.locator(".lane-count").allTextContents();
    assert.equal(
      counts.reduce((sum, count) => sum + Number(count), 0),
      size,
    );
  }));

test("Hot and Cold show one lane; the search box looks through names, words and ids", () =>
  onDesk({}, async (page) => {
    await page.locator(".side-hot").first().click();
    assert.equal(await page.locator(".lane-cold").count(), 0);
    await page.locator(".side-cold").first().click();
    assert.equal(await page.locator(".lane-hot").count(), 0);
    await page.locator(".side-all").click();
    const { id, customer } = sample.messages[5];
    await page.locator(".search input").fill(customer.name.toUpperCase());
    assert.ok((await page.locator(".row").evaluateAll((rows) => rows.map((row) => row.dataset.id))).includes(id));
    await page.locator(".search input").fill("no such words anywhere");
    assert.equal(await page.locator(".row").count(), 0);
  }));

test("thousands of messages draw only the rows in sight", () =>
  onDesk({}, async (page) => {
    const many = Array.from({ length: 4000 }, (_, index) => ({
      id: `many-${index}`,
      text: `I want a refund for order ${index}, this is the third time I write`,
      channel: "chat",
      receivedAt: sample.messages[0].receivedAt + index,
    }));
    await dropFiles(page, [{ name: "many.ndjson", text: many.map((one) => JSON.stringify(one)).join("\n") }]);
    await page.getByRole("button", { name: "Replace the inbox" }).click();
    await page.waitForFunction(() => document.querySelector(".side-all .side-count")?.textContent === "4000");
    assert.ok((await page.locator(".row").count()) < 80);
    const lane = (await viewCount(page, "hot")) > 2000 ? "hot" : "cold";
    const total = await viewCount(page, lane);
    await page.locator(`.lane-${lane} .lane-scroll`).evaluate((element) => (element.scrollTop = element.scrollHeight));
    await page.locator(`.lane-${lane} [aria-posinset="${total}"]`).waitFor();
    assert.ok((await page.locator(".row").count()) < 80);
  }));

test("an incident is named above the lanes and narrows them to its messages", () =>
  onDesk({}, async (page) => {
    const counts = new Map();
    for (const { verdict } of expected)
      if (verdict.incident) counts.set(verdict.incident.id, (counts.get(verdict.incident.id) ?? 0) + 1);
    assert.ok(counts.size > 0, "the sample has an incident");
    await page.locator(".incident").getByRole("button", { name: "Show them" }).click();
    const shown = (await page.locator(".lane-count").allTextContents()).reduce((sum, count) => sum + Number(count), 0);
    assert.ok([...counts.values()].includes(shown), `${shown} of ${[...counts.values()]}`);
  }));

test("the sample's clock can be changed for the real one", () =>
  onDesk({}, async (page) => {
    const year = new Date().getFullYear();
    await page.locator(".clock-switch").click();
    assert.match(await page.locator(".clock-time").getAttribute("datetime"), new RegExp(`^${year}`));
    assert.equal(await page.locator(".clock-switch").getAttribute("aria-pressed"), "true");
  }));

test("the state of the desk survives a reload", () =>
  onDesk({}, async (page) => {
    const id = inOrder("hot")[0];
    await openMessage(page, id);
    await page.keyboard.press("f");
    await page.keyboard.press("c");
    await page.reload();
    await page.locator(".row").first().waitFor();
    assert.equal(await viewCount(page, "closed"), 1);
    await page.locator(".side-closed").click();
    assert.equal(await page.locator(`.row[data-id="${id}"] .row-like`).count(), 1);
  }));
