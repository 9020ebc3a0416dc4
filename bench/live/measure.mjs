// How long a lever's move takes to be seen: from the event's time stamp to the frame after the odds of it were put into the
// page. Three repeats of 200 moves, one a frame, in Debian's Chromium; beside it the same requests without a browser.
//   UOR=build/release/bin/uor node bench/live/measure.mjs [TRUST]
// Prints one JSON object; docs/guide/live.md has its figures.
import { createRequire } from "node:module";
import http from "node:http";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drag, open, serve, settled } from "../../tests/browser/live.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { chromium } = createRequire(join(here, "../../web/package.json"))("playwright-core");
const trust = process.argv[2] ?? "RF4", lever = "clinical.dna_rate", repeats = 3, moves = 200, requests = 60;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const spread = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  return { median: Number(at(sorted, 0.5).toFixed(1)), p95: Number(at(sorted, 0.95).toFixed(1)), n: list.length };
};
const middle = (all, which) => [...all].sort((a, b) => a[which] - b[which])[all.length >> 1][which];

/** Milliseconds of each of some requests on one connection. */
async function timed(server, what, bodyOf) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const took = [];
  for (let i = 0; i < requests; ++i) {
    const start = performance.now();
    await new Promise((done, fail) => {
      const request = http.request({ agent, port: server.port, host: "127.0.0.1", path: `/api/${what}`, method: "POST", headers: { "X-Uor-Token": server.token } }, (response) => {
        if (response.statusCode !== 200) fail(new Error(`${what}: ${response.statusCode}`));
        response.on("data", () => {});
        response.on("end", done);
      });
      request.on("error", fail);
      request.end(JSON.stringify(bodyOf(i)));
    });
    took.push(performance.now() - start);
  }
  agent.destroy();
  return spread(took.slice(5));
}

/** One drag over the track: moves that were seen, and the points of their odds. */
async function dragged(page) {
  await page.evaluate(() => (window.painted = []));
  await drag(page, lever, moves, 0.1, 0.9);
  await settled(page, { [lever]: Number(await page.locator(`[id="number-${lever}"]`).inputValue()) });
  const painted = await page.evaluate(() => window.painted);
  const moved = painted.filter(({ moving }) => moving);
  return { ...spread(moved.map(({ ms }) => ms)), usual: moved.filter(({ points }) => points >= 4096).length };
}

const server = await serve(process.env.UOR, trust);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const odds = (detail) => (i) => ({ trust, set: { [lever]: 5 + i / 30 }, points: 4096, detail });
  const share = { floor: await timed(server, "here", () => ({})), odds: await timed(server, "odds", odds("odds")), all: await timed(server, "odds", odds("all")) };
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(() => {
    window.painted = [];
    const channel = new MessageChannel();
    const waiting = [];
    channel.port1.onmessage = () => {
      for (const one of waiting.splice(0)) window.painted.push({ ms: performance.now() - one.stamp, points: one.points, moving: one.moving });
    };
    let down = false, last = -1;
    addEventListener("pointerdown", () => (down = true), true);
    addEventListener("pointerup", () => (down = false), true);
    document.addEventListener("uor:shown", ({ detail }) => {
      const first = detail.stamp !== last;
      last = detail.stamp;
      requestAnimationFrame(() => {
        waiting.push({ stamp: detail.stamp, points: detail.request.points, moving: down && first });
        channel.port2.postMessage(0);
      });
    });
  });
  const page = await open({ browser }, server, { context });
  await dragged(page);
  const runs = [];
  for (let i = 0; i < repeats; ++i) runs.push(await dragged(page));
  console.log(JSON.stringify({ trust, load: loadavg().map((load) => Number(load.toFixed(1))), server_ms: share, painted_ms: { median: middle(runs, "median"), p95: middle(runs, "p95") }, runs }, null, 1));
} finally {
  await browser.close();
  await server.end();
}
