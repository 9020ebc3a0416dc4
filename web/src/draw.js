// Puts each chart into its place, and draws it again when another side is chosen or the page takes another width.
import { bridge } from "./charts/bridge.js";
import { fund, schemes } from "./charts/bars.js";
import { changedCounts, changedKloes, changedMetrics, changedOdds, changedRatings } from "./charts/changes.js";
import { changedFromTo, fromTo, sectorFromTo } from "./charts/from_to.js";
import { kloes } from "./charts/kloes.js";
import { line } from "./charts/line.js";
import { metric } from "./charts/metric.js";
import { sectorCounts, sectorTypes } from "./charts/sector.js";
import { financeScore, oddsByMonth } from "./charts/shares_by_month.js";
import echarts from "./echarts.js";
import { text } from "./look.js";

const kinds = {
  "odds-by-month": oddsByMonth,
  "from-to": fromTo,
  "changed-odds": changedOdds,
  "changed-ratings": changedRatings,
  "changed-kloes": changedKloes,
  "changed-metrics": changedMetrics,
  "changed-counts": changedCounts,
  "changed-from-to": changedFromTo,
  kloes,
  metric,
  line,
  bridge,
  fund,
  schemes,
  "finance-score": financeScore,
  "sector-counts": sectorCounts,
  "sector-types": sectorTypes,
  "sector-from-to": sectorFromTo,
};

/** Lets the drawing shrink with its place, on paper above all. */
function makeScalable(place) {
  const svg = place.querySelector("svg");
  if (svg) svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
}

export class ChartPlace {
  /** `place` is the element; `run` and `trust` (which may be absent) are what it draws. */
  constructor(place, run, trust) {
    Object.assign(this, { place, run, trust, chart: null });
  }

  size() {
    return { width: this.place.clientWidth, height: this.place.clientHeight };
  }

  /** The size is given, because asking each place for its own would lay the page out again for every chart. */
  draw(side, { width, height }) {
    const option = kinds[this.place.dataset.chart]({
      run: this.run,
      trust: this.trust,
      side,
      names: this.run.run.side_titles,
      width,
      key: this.place.dataset.key,
    });
    this.place.closest("figure").hidden = option === null;
    if (option === null || width === 0) return;
    if (this.chart) this.chart.resize({ width, height });
    else this.chart = echarts.init(this.place, null, { renderer: "svg", width, height });
    this.chart.setOption({ textStyle: text, animation: false, ...option }, true);
    makeScalable(this.place);
  }
}
