// Pictures of the built dashboard for the README, light and dark: docs/dashboard-*.png. CHROMIUM names the browser.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

/** The message that is open in the pictures: short, with words of both colours and a reply that fits. */
const OPEN = process.argv[2] ?? "m-0006";

const root = fileURLToPath(new URL("..", import.meta.url));
const server = await preview({ root, logLevel: "error", preview: { port: 0, host: "127.0.0.1" } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
try {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme, reducedMotion: "reduce" });
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
    // The lanes draw only what is in sight: the search brings the message there.
    await page.locator(".search input").fill(OPEN);
    await page.locator(`.row[data-id="${OPEN}"]`).click();
    await page.locator(".search input").fill("");
    await page.locator(".search input").blur();
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: fileURLToPath(new URL(`../../docs/dashboard-${colorScheme}.png`, import.meta.url)) });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
