// Answers on the page: cards of odds, key lines, money, the chart by month.
import { oddsByMonth } from "../charts/shares_by_month.js";
import echarts from "../echarts.js";
import { ratings, text } from "../look.js";
import { error, figure, percent, points, range } from "./words.js";

const $ = (id) => document.getElementById(id);

function cell(tag, textContent, properties = {}) {
  const made = Object.assign(document.createElement(tag), { textContent, ...properties });
  if (tag === "th") made.scope = properties.scope ?? "row";
  return made;
}

function table(id, caption, head, rows) {
  const made = $(id);
  const titled = Object.assign(document.createElement("caption"), { className: "nhsuk-table__caption", textContent: caption });
  const heading = document.createElement("thead"), body = document.createElement("tbody");
  const line = (cells) => {
    const row = document.createElement("tr");
    row.append(...cells);
    return row;
  };
  heading.append(line(head.map((words, i) => cell("th", words, { scope: "col", className: i > 0 ? "figure" : "" }))));
  body.append(...rows.map(([first, ...others]) => line([cell("th", first), ...others.map((words) => cell("td", words, { className: "figure" }))])));
  made.replaceChildren(titled, heading, body);
}

const mean = (shares) => ratings.reduce((sum, { id }, i) => sum + (i + 1) * shares[id], 0);
const lastMonth = (counts, month) => counts[month - 1];
const meanScore = (counts) => counts.reduce((sum, n, i) => sum + (i + 1) * n, 0) / counts.reduce((sum, n) => sum + n, 0);

/** A card a rating, made once; numbers change in place. */
class Cards {
  constructor() {
    this.cards = new Map();
    const list = ratings.map(({ id, name }) => {
      const item = Object.assign(document.createElement("li"), { className: `rating-${id}` });
      item.innerHTML = `<h3>${name}</h3><dl><div><dt>As set</dt><dd></dd></div></dl><p class="change"></p>`;
      const fit = Object.assign(document.createElement("dd"), { className: "fit" });
      this.cards.set(id, { now: item.querySelector("dd"), fit, change: item.querySelector(".change") });
      item.querySelector("dl > div").append(fit);
      return item;
    });
    $("odds").replaceChildren(...list);
  }

  show(answer, base) {
    for (const [id, { now, fit, change }] of this.cards) {
      now.textContent = percent(answer.ratings[id]);
      fit.textContent = `${error(answer.standard_error[id])}${answer.range ? `; with the fit ${range(answer.range[id])}` : ""}`;
      change.textContent = base ? `Today ${percent(base.ratings[id])}` : "";
    }
  }
}

export class Shown {
  constructor() {
    Object.assign(this, { cards: new Cards(), about: null, base: null, best: null, kept: null, money: null, chart: null });
  }

  open(about) {
    Object.assign(this, { about, base: null, best: null, kept: null, money: null });
    $("title").textContent = `${about.code} ${about.name}`;
    $("known").textContent = about.known;
    document.title = `${about.code}: live odds`;
    for (const id of ["precision", "change", "money", "said"]) $(id).textContent = "";
    for (const id of ["lines", "beside", "notes"]) $(id).replaceChildren();
  }

  /** What nothing set gives is what changes are to. */
  take(step, answer, stamp) {
    if (step.what === "money") return this.takeMoney(answer);
    const nothingSet = Object.keys(answer.request.set).length === 0;
    if (nothingSet) this.base = answer;
    this.best = answer;
    this.cards.show(answer, this.base);
    this.sayPrecision(answer);
    this.sayChange(answer, nothingSet);
    if (step.detail === "all") this.takeAll(answer, nothingSet);
    document.documentElement.dataset.shown = JSON.stringify(answer.request);
    document.dispatchEvent(new CustomEvent("uor:shown", { detail: { stamp, request: answer.request, answer } }));
  }

  sayPrecision({ trials }) {
    const look = trials < 4096 ? " (a first look)" : "";
    $("precision").textContent = `${trials.toLocaleString("en-GB")} points${look}; ± is one standard error of the simulation.`;
  }

  sayChange(answer, nothingSet) {
    const words = points(answer.good_or_better_change, answer.good_or_better_change_standard_error);
    $("change").textContent = `Good or better ${percent(answer.good_or_better)} ${error(answer.good_or_better_standard_error)}${nothingSet ? "." : `: ${words}, paired with today.`}`;
  }

  /** What may follow the odds by a moment. */
  takeAll(answer, nothingSet) {
    this.showLines(answer);
    this.showBeside();
    const fit = answer.change.good_or_better.range;
    if (!nothingSet && fit) $("change").textContent += ` Allowing for the fit: ${fit.map((end) => points(end, 0).replace(/ ±.*/, "")).join(" to ")} points.`;
    $("notes").replaceChildren(...(answer.notes ?? []).map((note) => cell("li", note)));
    $("said").textContent = $("change").textContent;
    this.draw(answer);
  }

  takeMoney({ surplus_gbp_m: surplus }) {
    this.money = surplus;
    if (!surplus) return;
    const sign = surplus.change > 0 ? "+" : "";
    const moved = surplus.change === 0 ? "no change" : `${sign}${figure(surplus.change)} ±${figure(surplus.change_standard_error)}`;
    const told = Math.abs(surplus.change) > 2 * surplus.change_standard_error || surplus.change === 0 ? "" : ", not distinguishable from 0";
    $("money").textContent = `Surplus of the year: £${figure(surplus.value)}m on average; paired with today ${moved} £m${told}.`.replace("£\u2212", "\u2212£");
  }

  showLines(answer) {
    const score = (of) => meanScore(lastMonth(of.finance_score_counts_by_month, this.about.assessment_month));
    const rows = this.about.kloes.map(({ id, title }) => [title, this.base ? mean(this.base.kloe[id]).toFixed(2) : "", mean(answer.kloe[id]).toFixed(2), percent(answer.kloe[id].good + answer.kloe[id].outstanding)]);
    const worst = (of) => lastMonth(of.finance_score_counts_by_month, this.about.assessment_month);
    const share = worst(answer);
    rows.push(["Finance score, 1 best to 4", this.base ? score(this.base).toFixed(2) : "", score(answer).toFixed(2), `${percent((share[0] + share[1]) / share.reduce((a, b) => a + b))} 1 or 2`]);
    table("lines", "Key lines: mean rating (1 inadequate to 4 outstanding), and how often good or better", ["Key line", "Today", "As set", "Good or better"], rows);
  }

  keep(words) {
    this.kept = this.best && { ...this.best, words };
    this.showBeside();
  }

  showBeside() {
    const sides = [["Today", this.base], ["Kept", this.kept], ["As set", this.best]].filter(([, of]) => of);
    const share = (of, id) => `${percent(of.ratings[id])} ${error(of.standard_error[id])}`;
    const rows = ratings.map(({ id, name }) => [name, ...sides.map(([, of]) => share(of, id))]);
    rows.push(["Good or better, points from today", ...sides.map(([, of]) => (of === this.base ? "" : points(of.good_or_better_change, of.good_or_better_change_standard_error)))]);
    table("beside", this.kept ? `Beside each other; kept: ${this.kept.words}` : "Beside each other", ["Rating", ...sides.map(([name]) => name)], rows);
  }

  draw(answer) {
    const place = $("by-month"), width = place.parentElement.clientWidth, height = 320;
    if (width === 0) return;
    place.style.display = "block";
    const sides = this.base && this.base !== answer && this.base.ratings_by_month.length > 0 ? [this.base, answer] : [answer];
    const odds = sides.map((side) => ({ by_month: side.ratings_by_month.map((month) => Object.fromEntries(ratings.map(({ id }) => [id, { value: month[id] }]))) }));
    const option = oddsByMonth({ trust: { odds }, side: sides.length - 1, names: ["Today", "As set"], width });
    if (this.chart) this.chart.resize({ width, height });
    else this.chart = echarts.init(place, null, { renderer: "svg", width, height });
    this.chart.setOption({ textStyle: text, animation: false, ...option }, true);
  }
}
