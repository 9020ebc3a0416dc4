// Runs one case of cases.mjs or live.mjs: opens Chromium without a network, hands the case what it needs, closes it again.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as cases from "./cases.mjs";
import * as live from "./live.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(here, "../../web/package.json"));
const { chromium } = require("playwright-core");
const [, , name, pages] = process.argv;

const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", ...quiet, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] });

const bench = {
  browser,
  uor: process.env.UOR,
  expected: name in cases ? JSON.parse(readFileSync(join(pages, "expected.json"), "utf8")) : null,
  axe: readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"),
  problems: [],

  /** Opens PAGES/FILE at a width; what the browser complains about goes to `problems`. */
  async open(file, { width = 1280, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true, ...options });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && this.problems.push(message.text()));
    page.on("pageerror", (error) => this.problems.push(error.message));
    page.on("request", (request) => !/^(file|data):/.test(request.url()) && this.problems.push(`asks for ${request.url()}`));
    await page.goto(pathToFileURL(join(pages, file)).href);
    if (options.javaScriptEnabled !== false) await page.waitForSelector("html.complete");
    return page;
  },
};

try {
  await { ...cases, ...live }[name](bench);
} finally {
  await browser.close();
}
