// What must hold of the live page in a browser. Each function is a test of its own.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const trust = "RF4", lever = "clinical.dna_rate", other = "people.agency_volume_change";
const phone = { width: 390, height: 844 };

/** The server of these words, and how it ends. */
export function serve(uor, ...words) {
  const process = spawn(uor, ["serve", ...words, "--no-open", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let text = "";
    process.on("exit", (code) => reject(new Error(`uor serve ended with ${code}`)));
    process.stdout.on("data", (data) => {
      text += data;
      if (!text.includes("\n")) return;
      const end = () => new Promise((done) => {
        process.removeAllListeners("exit");
        process.on("exit", done);
        process.kill("SIGTERM");
      });
      resolve({ ...JSON.parse(text), process, end });
    });
  });
}

/** A page that has shown today's odds. Anything that it loads from elsewhere, or complains about, is a problem. */
export async function open(bench, server, { viewport = { width: 1280, height: 900 }, context } = {}) {
  const made = context ?? (await bench.browser.newContext({ viewport, acceptDownloads: true }));
  const page = await made.newPage();
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(`http://127.0.0.1:${server.port}/`) && !/^(data|blob):/.test(request.url()) && page.problems.push(request.url()));
  await page.addInitScript(() => {
    window.shown = [];
    document.addEventListener("uor:shown", ({ detail }) => window.shown.push({ at: performance.now(), stamp: detail.stamp, request: detail.request, ratings: detail.answer.ratings, trials: detail.answer.trials }));
  });
  await page.goto(server.url);
  await settled(page, {});
  return page;
}

/** Waits until whole odds of these settings are shown. */
export async function settled(page, set, points = 4096) {
  await page.waitForFunction(
    ([wanted, least]) => {
      const shown = JSON.parse(document.documentElement.dataset.shown ?? "null");
      return shown && shown.points >= least && JSON.stringify(shown.set) === wanted;
    },
    [JSON.stringify(set), points],
    { timeout: 60000 },
  );
}

const number = (page, id) => page.locator(`[id="number-${id}"]`);
const slider = (page, id) => page.locator(`[id="slider-${id}"]`);
const odds = (page) => page.$$eval("#odds dd:first-of-type", (cells) => cells.map((cell) => cell.textContent));

async function with_server(bench, words, act) {
  const server = await serve(bench.uor, ...words);
  try {
    await act(server);
  } finally {
    await server.end();
  }
}

/** Moves a slider over its track by the mouse, one move a frame. */
export async function drag(page, id, moves, from = 0.2, to = 0.8) {
  await slider(page, id).scrollIntoViewIfNeeded();
  const box = await slider(page, id).boundingBox();
  const at = (share) => [box.x + box.width * (from + (to - from) * share), box.y + box.height / 2];
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let i = 1; i <= moves; ++i) {
    await page.mouse.move(...at(i / moves));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
}

export async function live_odds_follow_a_drag_while_it_lasts(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await page.evaluate(() => (window.shown.length = 0));
    await drag(page, lever, 60);
    const during = await page.evaluate(() => window.shown.length);
    assert.ok(during >= 5, `${during} answers were shown during the drag`);
    const value = await number(page, lever).inputValue();
    await settled(page, { [lever]: Number(value) });
    const shown = await page.evaluate(() => window.shown);
    const stamps = shown.map(({ stamp }) => stamp);
    assert.deepEqual(stamps, [...stamps].sort((a, b) => a - b), "an older answer came after a newer one");
    assert.deepEqual(shown.at(-1).request.set, { [lever]: Number(value) });
    assert.deepEqual(page.problems, []);
  });
}

export async function live_odds_are_those_of_a_run_of_what_is_saved(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await number(page, lever).fill("6.125");
    await number(page, other).fill("-20");
    await number(page, other).press("Tab");
    await settled(page, { [lever]: 6.125, [other]: -20 }, 65536);
    const shown = await page.evaluate(() => window.shown.at(-1));
    const folder = mkdtempSync(join(tmpdir(), "uor-live-"));
    try {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
      const file = join(folder, download.suggestedFilename());
      await download.saveAs(file);
      const run = spawnSync(bench.uor, ["run", file, "--json", "--quiet", "--out", join(folder, "r.h5")], { encoding: "utf8", maxBuffer: 1 << 28 });
      assert.equal(run.status, 0, run.stderr);
      const result = JSON.parse(run.stdout).results.at(-1);
      assert.equal(result.trials, shown.trials);
      assert.deepEqual(shown.ratings, result.ratings);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

export async function live_levers_move_by_keyboard_and_steps_are_taken_back(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    const today = await odds(page);
    await slider(page, lever).focus();
    for (let i = 0; i < 10; ++i) await page.keyboard.press("ArrowRight");
    const value = Number(await number(page, lever).inputValue());
    await settled(page, { [lever]: value });
    assert.notDeepEqual(await odds(page), today);
    assert.match(await page.textContent("#settings"), /Outpatients who do not attend: set to/);
    for (let i = 0; i < 10; ++i) await page.click("#undo");
    await settled(page, {});
    assert.deepEqual(await odds(page), today);
    assert.ok(await page.locator("#undo").isDisabled());
    await page.click("#redo");
    await page.click("#reset");
    await settled(page, {});
    assert.deepEqual(await odds(page), today);
    assert.deepEqual(page.problems, []);
  });
}

export async function live_a_lever_that_changes_nothing_says_so(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await number(page, lever).fill("5");
    await settled(page, { [lever]: 5 });
    assert.match(await page.textContent("#change"), /points, paired with today/);
    assert.doesNotMatch(await page.textContent("#change"), /not distinguishable/);
    await page.fill("#find", "pathology network");
    const late = page.locator('[id="slider-support.network_share"]');
    assert.ok(await late.isDisabled());
    assert.match(await page.locator(".lever:visible").first().textContent(), /Too late/);
  });
}

export async function live_a_late_answer_to_old_inputs_is_not_shown(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await settled(page, {}, 65536);
    let first = true;
    await page.route("**/api/odds", async (route) => {
      if (first && JSON.parse(route.request().postData()).set[lever] === 3) {
        first = false;
        const response = await route.fetch();
        await new Promise((wait) => setTimeout(wait, 300));
        return route.fulfill({ response });
      }
      return route.continue();
    });
    await page.evaluate(() => (window.shown.length = 0));
    await number(page, lever).fill("3");
    await page.waitForTimeout(50);
    await number(page, lever).fill("9");
    await settled(page, { [lever]: 9 });
    const shown = await page.evaluate(() => window.shown.map(({ request }) => request.set));
    assert.equal(first, false);
    assert.ok(shown.every((set) => JSON.stringify(set) === JSON.stringify({ [lever]: 9 })), JSON.stringify(shown));
  });
}

export async function live_one_question_is_under_way_at_a_time(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await settled(page, {}, 65536);
    let under_way = 0, most = 0;
    page.on("request", (request) => /odds|money/.test(request.url()) && (most = Math.max(most, ++under_way)));
    page.on("requestfinished", (request) => /odds|money/.test(request.url()) && --under_way);
    await drag(page, lever, 40);
    await settled(page, { [lever]: Number(await number(page, lever).inputValue()) });
    assert.equal(most, 1);
  });
}

export async function live_reloads_do_not_add_up(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await number(page, lever).fill("6");
    await number(page, lever).press("Tab");
    await settled(page, { [lever]: 6 });
    const before = await odds(page);
    const took = [];
    for (let i = 0; i < 20; ++i) {
      const start = performance.now();
      await page.reload();
      await settled(page, { [lever]: 6 });
      took.push(performance.now() - start);
      assert.deepEqual(await odds(page), before);
    }
    const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
    assert.ok(median(took.slice(10)) < 2 * median(took.slice(0, 10)) + 500, took.map(Math.round).join(" "));
    assert.deepEqual(page.problems, []);
  });
}

export async function live_the_server_goes_and_comes_back(bench) {
  const server = await serve(bench.uor, trust);
  const page = await open(bench, server);
  const before = await odds(page);
  await server.end();
  await number(page, lever).fill("5");
  await page.waitForSelector("#problem:not([hidden])");
  assert.match(await page.textContent("#problem"), /The server is not there/);
  assert.equal(await page.textContent("#connection"), "Not connected");
  // Another server has another token: the page says so, and does not show odds that are nobody's.
  const again = await serve(bench.uor, trust, "--port", String(server.port));
  try {
    await page.waitForFunction(() => /X-Uor-Token/.test(document.getElementById("problem").textContent), null, { timeout: 30000 });
    assert.deepEqual(await odds(page), before);
    await page.goto("about:blank");
    await page.goto(again.url);
    await settled(page, {});
    assert.equal(await page.textContent("#connection"), "Connected");
  } finally {
    await again.end();
  }
}

export async function live_a_connection_that_breaks_for_a_moment_is_taken_up_again(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await page.context().setOffline(true);
    await number(page, lever).fill("5");
    await page.waitForFunction(() => document.getElementById("connection").textContent === "Not connected");
    await page.context().setOffline(false);
    await settled(page, { [lever]: 5 });
    assert.ok(await page.locator("#problem").isHidden());
  });
}

export async function live_two_pages_do_not_disturb_each_other(bench) {
  await with_server(bench, [trust], async (server) => {
    const [one, two] = [await open(bench, server), await open(bench, server)];
    await Promise.all([number(one, lever).fill("3"), number(two, lever).fill("9")]);
    await Promise.all([settled(one, { [lever]: 3 }), settled(two, { [lever]: 9 })]);
    assert.notDeepEqual(await odds(one), await odds(two));
    for (const [page, value] of [[one, 3], [two, 9]])
      for (const { request } of await page.evaluate(() => window.shown)) assert.ok([undefined, value].includes(request.set[lever]));
  });
}

export async function live_another_trust_and_what_was_kept(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await number(page, lever).fill("4");
    await number(page, lever).press("Tab");
    await settled(page, { [lever]: 4 });
    await page.click("#keep");
    await page.click("#reset");
    await settled(page, {});
    await page.waitForFunction(() => document.querySelectorAll("#beside thead th").length === 4);
    assert.match(await page.textContent("#beside caption"), /kept: Outpatients who do not attend set to 4/);
    await page.selectOption("#trust", "R1F");
    await page.waitForFunction(() => JSON.parse(document.documentElement.dataset.shown).trust === "R1F");
    assert.match(await page.textContent("h1"), /^R1F /);
    assert.equal(await page.locator("#beside thead th").count() < 4, true);
  });
}

export async function live_no_accessibility_issue(bench) {
  await with_server(bench, [trust], async (server) => {
    for (const viewport of [{ width: 1280, height: 900 }, phone]) {
      const page = await open(bench, server, { viewport });
      await number(page, lever).fill("5");
      await settled(page, { [lever]: 5 }, 65536);
      await page.evaluate(bench.axe);
      const { violations } = await page.evaluate(() => window.axe.run(document));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`), []);
    }
  });
}

export async function live_a_phone_shows_it_all(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server, { viewport: phone });
    await number(page, lever).fill("5");
    await settled(page, { [lever]: 5 }, 65536);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${wide} pixels too wide`);
    await slider(page, lever).scrollIntoViewIfNeeded();
    const box = await slider(page, lever).boundingBox();
    assert.ok(box.width > 150 && box.height >= 24, JSON.stringify(box));
  });
}

export async function live_a_record_is_printed_without_the_levers(bench) {
  await with_server(bench, [trust], async (server) => {
    const page = await open(bench, server);
    await number(page, lever).fill("5");
    await number(page, lever).press("Tab");
    await settled(page, { [lever]: 5 }, 65536);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("#settings").isVisible());
    assert.ok(await page.locator("#odds").isVisible());
    assert.ok(await slider(page, lever).isHidden());
    const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages <= 2, `${pages} pages`);
  });
}
