// Draws the pictures of the live page in the guide: UOR=PROGRAM node pictures.mjs FOLDER writes live-desktop.png and
// live-phone.png.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { open, serve, settled } from "./live.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { chromium } = createRequire(join(here, "../../web/package.json"))("playwright-core");
const folder = process.argv[2], lever = "clinical.dna_rate", other = "people.agency_volume_change";
const number = (page, id) => page.locator(`[id="number-${id}"]`);

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const server = await serve(process.env.UOR, "RF4");
try {
  for (const [name, viewport] of [["live-desktop", { width: 1280, height: 1150 }], ["live-phone", { width: 390, height: 844 }]]) {
    const page = await open({ browser }, server, { viewport });
    await number(page, lever).fill("6");
    await number(page, other).fill("-20");
    await number(page, other).press("Tab");
    await settled(page, { [lever]: 6, [other]: -20 }, 65536);
    await page.evaluate(() => document.activeElement.blur());
    if (viewport.width < 500) await page.locator(`[id="slider-${lever}"]`).scrollIntoViewIfNeeded();
    else await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
} finally {
  await browser.close();
  await server.end();
}
