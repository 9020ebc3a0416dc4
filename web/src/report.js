// The report page: draws its charts from the figures that it carries, lets the reader choose a side and sort tables. All
// figures are in the page's own tables already, so that it says everything without this script too.
import { ChartPlace } from "./draw.js";
import { sizeOnPaper } from "./paper.js";
import { DrawQueue } from "./queue.js";
import { followSide } from "./sides.js";
import { makeSortable } from "./sort.js";

function placesOf(root, run) {
  return [...root.querySelectorAll("[data-chart]")].map((place) => {
    const trust = place.closest("[data-trust]");
    return new ChartPlace(place, run, trust ? run.trusts[Number(trust.dataset.trust)] : null);
  });
}

/** What changed between the runs, in the shape of a run whose sides are the runs. */
function between(runs) {
  const all = runs.map((run) => run.against_first).filter((against) => against && against.why_not === "");
  if (all.length === 0) return null;
  const titles = [all[0].from, ...all.map(({ to }) => to)].map(({ title }) => title);
  return {
    run: { ...runs[0].run, sides: titles, side_titles: titles },
    trusts: all[0].trusts.map((trust, i) => ({ ...trust, changes: all.map(({ trusts }) => trusts[i].changes) })),
    changedSectors: all.map(({ sector }) => sector),
  };
}

function start() {
  const runs = JSON.parse(document.getElementById("uor-figures").textContent);
  document.documentElement.classList.add("drawn");
  const queues = [];
  const roots = document.querySelectorAll("[data-run], [data-between]");
  let skipped = 0;
  const drawn = () => {
    const all = queues.length + skipped === roots.length && queues.every(({ done }) => done);
    if (all) document.documentElement.classList.add("complete");
  };
  for (const root of roots) {
    const run = root.dataset.run === undefined ? between(runs) : runs[Number(root.dataset.run)];
    if (run === null) {
      skipped += 1;
      continue;
    }
    const queue = new DrawQueue(placesOf(root, run), drawn);
    queues.push(queue);
    followSide(root, run.run.sides.length, (side) => queue.draw(side));
  }
  document.querySelectorAll("table[data-sortable]").forEach(makeSortable);

  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    queues.forEach((queue) => queue.draw());
  });
  window.addEventListener("beforeprint", () => queues.forEach((queue) => queue.drawNow(sizeOnPaper)));
  window.addEventListener("afterprint", () => queues.forEach((queue) => queue.draw()));
}

start();
