// What must hold of the report page in a browser. Each function is a test of its own.
import assert from "node:assert/strict";

const pages = ["trust.html", "alone.html", "sector.html", "brief.html", "both.html"];
const phone = { width: 390 };

async function serious_issues(bench, page) {
  await page.evaluate(bench.axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)} (${nodes.length})`);
}

/** Text of the cards that are shown, as numbers by rating. */
async function shown_odds(page) {
  return page.$$eval(".odds", (lists) => {
    const list = lists.find((one) => one.checkVisibility());
    return [...list.children].map((card) => ({
      rating: card.className.replace("rating-", ""),
      numbers: [...card.querySelectorAll("dd")].map((dd) => dd.firstChild.textContent),
      ranges: [...card.querySelectorAll("small")].map((small) => small.textContent.split(" to ").map(Number)),
      change: card.querySelector(".change")?.textContent,
    }));
  });
}

function check_odds(cards, expected, side) {
  const rounded = (text) => (text.startsWith("<") ? 0.5 : text.startsWith(">") ? 99.5 : Number(text.replace(/\s*%/, "")));
  cards.forEach((card, i) => {
    [0, side].forEach((which, column) => {
      assert.ok(Math.abs(rounded(card.numbers[column]) - expected[which].percent[i]) <= 0.51, `${card.rating}: ${card.numbers[column]}`);
      expected[which].range[i].forEach((end, at) => {
        assert.ok(Math.abs(card.ranges[column][at] - end) <= 0.51, `${card.rating} ${card.ranges[column]}`);
      });
    });
    const change = card.change.includes("no change") ? 0 : Number(/Change (\S+)/.exec(card.change)[1].replace("\u2212", "-"));
    assert.ok(Math.abs(change - expected[side].change[i]) <= 0.051, `${card.rating}: ${card.change}`);
  });
}

export async function pages_open_without_complaint_or_network(bench) {
  for (const file of pages) for (const width of [1280, 390]) await bench.open(file, { width });
  assert.deepEqual(bench.problems, []);
}

export async function every_chart_is_drawn_and_has_its_label(bench) {
  for (const file of ["trust.html", "alone.html", "sector.html", "both.html"]) {
    const page = await bench.open(file);
    const charts = await page.$$eval("[data-chart]", (places) =>
      places.map((place) => ({ name: place.dataset.chart, shapes: place.querySelectorAll("svg path").length, label: place.getAttribute("aria-label") })),
    );
    assert.ok(charts.length >= 6, `${file}: ${charts.length} charts`);
    for (const chart of charts) {
      assert.ok(chart.shapes > 2, `${file}: ${chart.name} is empty`);
      assert.ok(chart.label.length > 10, `${file}: ${chart.name} has no label`);
    }
  }
}

export async function the_big_numbers_are_the_files(bench) {
  const page = await bench.open("trust.html");
  const last = bench.expected.odds.length - 1;
  check_odds(await shown_odds(page), bench.expected.odds, last);
}

export async function another_side_is_chosen_with_the_keyboard(bench) {
  const page = await bench.open("trust.html");
  await page.focus("select[data-choose-side]");
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector("select[data-choose-side]").value === "1");
  check_odds(await shown_odds(page), bench.expected.odds, 1);
  await page.waitForFunction((title) => document.querySelector('[data-chart="odds-by-month"] svg').textContent.includes(title), bench.expected.odds[1].title);
}

export async function tables_hold_every_side(bench) {
  const page = await bench.open("trust.html");
  const rows = await page.$$eval("table", (tables) =>
    [...tables.find((table) => table.caption.textContent.startsWith("Use of resources rating")).tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
  );
  assert.equal(rows.length, bench.expected.odds.length);
  rows.forEach((row, side) => {
    assert.equal(row[0], bench.expected.odds[side].title);
    bench.expected.odds[side].percent.forEach((percent, i) => assert.ok(Math.abs(parseFloat(row[i + 1]) - percent) <= 0.051, row[i + 1]));
  });
}

export async function what_changed_follows_the_chosen_side(bench) {
  const page = await bench.open("trust.html");
  const changed = () => page.locator("table[data-changed-ratings]").evaluateAll((tables) => {
    const shown = tables.find((table) => table.closest("[data-side]").hidden === false);
    return [...shown.tBodies[0].rows].slice(0, 4).map((row) => parseFloat(row.cells[3].textContent.replace("\u2212", "-")) || 0);
  });
  for (const side of [bench.expected.odds.length - 1, 1]) {
    await page.selectOption("select[data-choose-side]", String(side));
    const found = await changed();
    const wanted = [...bench.expected.odds[side].change].reverse();
    found.forEach((points, i) => assert.ok(Math.abs(points - wanted[i]) <= 0.051, `${points} is not ${wanted[i]}`));
  }
}

export async function the_table_of_trusts_sorts_by_click_and_key(bench) {
  const page = await bench.open("sector.html");
  const table = page.locator("table[data-sortable]:visible");
  const column = () => table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [row.cells[0].textContent, Number(row.cells[3].textContent)]));
  const heading = table.locator("thead button", { hasText: "Inad." });
  await heading.click();
  const falling = await column();
  assert.equal(falling.length, Object.keys(bench.expected.trusts).length);
  falling.forEach(([code, percent]) => assert.ok(Math.abs(percent - bench.expected.trusts[code]) <= 0.051, `${code}: ${percent}`));
  assert.deepEqual(falling.map(([, percent]) => percent), falling.map(([, percent]) => percent).sort((a, b) => b - a));
  assert.equal(await heading.locator("..").getAttribute("aria-sort"), "descending");
  await heading.press("Enter");
  const rising = await column();
  assert.deepEqual(rising.map(([, percent]) => percent), rising.map(([, percent]) => percent).sort((a, b) => a - b));
  assert.equal(await heading.locator("..").getAttribute("aria-sort"), "ascending");
  await table.locator("thead button", { hasText: "Name" }).click();
  const names = await table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.cells[1].textContent));
  assert.deepEqual(names, [...names].sort((a, b) => b.localeCompare(a, "en-GB")));
}

export async function axe_finds_nothing_serious_on_a_desktop(bench) {
  for (const file of pages) assert.deepEqual(await serious_issues(bench, await bench.open(file)), [], file);
}

export async function axe_finds_nothing_serious_on_a_phone(bench) {
  const short = pages.filter((file) => file !== "both.html");
  for (const file of short) assert.deepEqual(await serious_issues(bench, await bench.open(file, phone)), [], file);
}

export async function axe_finds_nothing_serious_with_every_table_open(bench) {
  const page = await bench.open("trust.html");
  await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
  assert.deepEqual(await serious_issues(bench, page), []);
}

export async function a_phone_need_not_scroll_sideways(bench) {
  for (const file of pages) {
    const page = await bench.open(file, phone);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= phone.width, `${file} is ${width} wide`);
  }
}

export async function the_keyboard_begins_with_a_way_past_the_heading(bench) {
  const page = await bench.open("trust.html");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to main content");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SELECT");
}

export async function without_a_script_it_is_all_tables(bench) {
  const page = await bench.open("trust.html", { javaScriptEnabled: false });
  assert.equal(await page.locator("[data-chart]:visible").count(), 0);
  assert.equal(await page.locator(".odds:visible").count(), 1);
  assert.ok((await page.locator("table").count()) > 20);
  assert.equal(await page.locator("select:visible").count(), 0);
}

export async function on_paper_charts_fit_and_the_brief_is_one_page(bench) {
  const page = await bench.open("trust.html");
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length >= 6);
  await page.setViewportSize({ width: 696, height: 1000 }); // A4 within its margins: narrower than a tablet, and no phone
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("select:visible").count(), 0);
  const columns = (selector) => page.locator(`${selector}:visible`).first().evaluate((e) => getComputedStyle(e).gridTemplateColumns.split(" ").length);
  assert.equal(await columns(".odds"), 4);
  assert.equal(await columns(".odds dl"), 2);
  const height = (chart) => page.locator(`[data-chart="${chart}"]`).first().evaluate((e) => e.clientHeight);
  assert.equal(await height("odds-by-month"), 160);
  assert.equal(await height("finance-score"), 160);
  const brief = await bench.open("brief.html");
  await brief.addStyleTag({ content: "main { padding-top: 48pt !important; }" }); // room for a trust with more to say
  const one = (await brief.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  assert.equal((one.match(/\/Type\s*\/Page\b/g) ?? []).length, 1);
}
