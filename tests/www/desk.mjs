// The built dashboard in Chromium: what every test of it needs. CHROMIUM names the browser.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer, preview } from "vite";

const root = fileURLToPath(new URL("../../www/", import.meta.url));
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The sample inbox, as the page fetches it. */
export const sample = {
  messages: lines("messages.ndjson"),
  replies: JSON.parse(sampleText("replies.json")),
  articles: JSON.parse(sampleText("articles.json")),
  rules: JSON.parse(sampleText("rules.json")),
};

/** A module of the dashboard's own source, run in this process. */
export async function loadSource(path) {
  sources ??= createServer({
    root,
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: "custom",
  });
  return (await sources).ssrLoadModule(`/src/${path}`);
}

/** Gives `work` a desk of its own and checks it afterwards. All desks share one server and one browser. */
export async function onDesk(options, work) {
  started ??= start();
  const { browser, origin } = await started;
  await onPage(browser, origin, options, work);
}

let sources;
let started;
after(async () => {
  const { browser, server } = (await started) ?? {};
  await Promise.all([browser?.close(), server?.close(), (await sources)?.close()]);
});

async function start() {
  assert.ok(existsSync(`${root}dist/index.html`), "build the dashboard first: npm run build --workspace www");
  const server = await preview({ root, logLevel: "error", preview: { port: 0, host: "127.0.0.1" } });
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--headless=new", ...flags] });
  return { browser, server, origin: `http://127.0.0.1:${server.httpServer.address().port}` };
}

/** No test passes on a page that wrote an error or asked any other origin for anything. */
async function onPage(browser, origin, options, work) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const trouble = [];
  const foreign = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("console", (entry) => ["error", "warning"].includes(entry.type()) && trouble.push(entry.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith("blob:")) foreign.push(request.url());
  });
  try {
    await page.goto(`${origin}/`);
    await page.locator(".row, .failure").first().waitFor();
    assert.equal(await page.locator(".failure").count(), 0, await page.locator("body").innerText());
    await work(page);
    assert.deepEqual(foreign, [], "nothing but the page's own origin is asked");
    assert.deepEqual(trouble, [], "nothing is written to the console");
  } finally {
    await context.close();
  }
}

/** Opens a message by its id, wherever it is in the lists. */
export async function openMessage(page, id) {
  await page.locator(".search input").fill(id);
  await page.locator(`.row[data-id="${id}"]`).click();
  await page.locator(".search input").fill("");
  await page.locator(".search input").blur();
}

/** Puts the caret behind the composer's text and types. */
export async function typeAnswer(page, text) {
  await page.locator("#composer").focus();
  await page.keyboard.press("End");
  await page.keyboard.type(text);
}

/** Drops files on the page, as a file manager does. */
export function dropFiles(page, files) {
  return page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, text } of list) data.items.add(new File([text], name));
    for (const type of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, files);
}

/** The number beside a view in the sidebar. */
export async function viewCount(page, view) {
  return Number(await page.locator(`.side-${view} .side-count`).textContent());
}

export function openId(page) {
  return page.locator('.row[aria-current="true"]').getAttribute("data-id");
}

function sampleText(name) {
  return readFileSync(`${root}public/sample/${name}`, "utf8");
}

function lines(name) {
  return sampleText(name)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}
