// The five key lines of enquiry: odds of the rating that each score rounds to, baseline above scenario.
import { categoryAxis, percent, ratings, small, tooltip, valueAxis } from "../look.js";

const shortTitles = { corporate: "Corporate services", support: "Clinical support" };

export function kloes({ trust, side, width }) {
  const shown = side === 0 ? [0] : [0, side];
  const rows = trust.kloes.flatMap((kloe) => shown.map((which, i) => ({ kloe, which, first: i === 0 }))).reverse();
  const narrow = width < 560;
  const label = ({ kloe, first }) => {
    const title = shortTitles[kloe.id] ?? kloe.title;
    if (shown.length === 1) return title;
    return first ? `${title}, ${narrow ? "base" : "baseline"}` : "scenario";
  };
  return {
    legend: { top: 0, left: 0, textStyle: small, itemWidth: 16, itemGap: 12, data: ratings.map((rating) => rating.name) },
    tooltip: { ...tooltip, trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: percent },
    grid: { left: 8, right: 16, top: narrow ? 52 : 32, bottom: 8, containLabel: true },
    yAxis: { ...categoryAxis, data: rows.map(label), axisLabel: { ...small, interval: 0, hideOverlap: false } },
    xAxis: { ...valueAxis, max: 1, interval: narrow ? 0.5 : 0.2, axisLabel: { ...valueAxis.axisLabel, formatter: (value) => `${Math.round(100 * value)} %` } },
    series: ratings.map((rating) => ({
      name: rating.name,
      type: "bar",
      stack: "odds",
      barCategoryGap: "25%",
      itemStyle: { color: rating.colour },
      data: rows.map(({ kloe, which }) => kloe.sides[which].odds[rating.id].value),
    })),
  };
}
