// Shares of trials by month, stacked, of the baseline and beside it (on a phone: below it) the scenario.
import { categoryAxis, colours, monthNames, percent, ratings, small, text, tooltip, valueAxis } from "../look.js";

const scoreColours = ["#084a91", "#74add1", "#fdae6b", "#a63603"];

function panels(width, count) {
  if (count === 1) return [{ left: 48, right: 12, top: 56, bottom: 28 }];
  if (width < 640)
    return [
      { left: 48, right: 12, top: 78, height: "29%" },
      { left: 48, right: 12, top: "63%", bottom: 28 },
    ];
  return [
    { left: 48, width: "41%", top: 62, bottom: 28 },
    { left: "55%", right: 12, top: 62, bottom: 28 },
  ];
}

function titleOf(name, grid) {
  const most = 44;
  return { text: name.length > most ? `${name.slice(0, most - 1)}…` : name, left: grid.left, top: typeof grid.top === "number" ? grid.top - 26 : "56%", textStyle: { ...text, fontWeight: 600 } };
}

function stacked(parts, sides, names, width) {
  const grids = panels(width, sides.length);
  const months = monthNames(sides[0].length);
  return {
    legend: { data: parts.map((part) => part.name), top: 0, left: 0, textStyle: small, itemWidth: 16, itemGap: 12 },
    title: sides.length > 1 ? names.map((name, i) => titleOf(name, grids[i])) : [],
    tooltip: { ...tooltip, trigger: "axis", valueFormatter: percent },
    grid: grids,
    xAxis: sides.map((_, i) => ({ ...categoryAxis, gridIndex: i, data: months, boundaryGap: false })),
    yAxis: sides.map((_, i) => ({
      ...valueAxis,
      gridIndex: i,
      max: 1,
      axisLabel: { ...valueAxis.axisLabel, formatter: (value) => `${Math.round(100 * value)} %` },
    })),
    series: sides.flatMap((side, i) =>
      parts.map((part, p) => ({
        name: part.name,
        type: "line",
        stack: `side${i}`,
        xAxisIndex: i,
        yAxisIndex: i,
        data: side.map((month) => month[p]),
        symbol: "none",
        lineStyle: { width: 1, color: "#ffffff" },
        itemStyle: { color: part.colour },
        areaStyle: { color: part.colour, opacity: 1 },
      })),
    ),
    color: parts.map((part) => part.colour).concat(colours.muted),
  };
}

function shown(all, side) {
  return side === 0 ? [all[0]] : [all[0], all[side]];
}

/** Odds of each rating, were it struck in the month. */
export function oddsByMonth({ trust, side, names, width }) {
  const all = trust.odds.map((odds) => odds.by_month.map((month) => ratings.map((rating) => month[rating.id].value)));
  return stacked(ratings, shown(all, side), shown(names, side), width);
}

/** Finance score, 1 best to 4. */
export function financeScore({ trust, side, names, width }) {
  const parts = [1, 2, 3, 4].map((score, i) => ({
    name: score === 1 ? "1 (best)" : score === 4 ? "4 (worst)" : String(score),
    colour: scoreColours[i],
  }));
  return stacked(parts, shown(trust.finance_score.share, side), shown(names, side), width);
}
