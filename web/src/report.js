// The report page: draws its charts from the figures that it carries, lets the reader choose a side and sort tables. All
// figures are in the page's own tables already, so that it says everything without this script too.
import { ChartPlace } from "./draw.js";
import { followSide } from "./sides.js";
import { makeSortable } from "./sort.js";

const paperWidth = 690; // of A4 without its margins, in CSS pixels

function placesOf(root, run) {
  return [...root.querySelectorAll("[data-chart]")].map((place) => {
    const trust = place.closest("[data-trust]");
    return new ChartPlace(place, run, trust ? run.trusts[Number(trust.dataset.trust)] : null);
  });
}

function start() {
  const runs = JSON.parse(document.getElementById("uor-figures").textContent);
  document.documentElement.classList.add("drawn");
  const places = [];
  for (const root of document.querySelectorAll("[data-run]")) {
    const run = runs[Number(root.dataset.run)];
    const own = placesOf(root, run);
    places.push(...own);
    followSide(root, run.run.sides.length, (side) => own.forEach((place) => place.draw(side)));
  }
  document.querySelectorAll("table[data-sortable]").forEach(makeSortable);

  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    places.forEach((place) => place.draw());
  });
  window.addEventListener("beforeprint", () => places.forEach((place) => place.draw(place.side, Math.min(paperWidth, place.place.clientWidth))));
  window.addEventListener("afterprint", () => places.forEach((place) => place.draw()));
}

start();
