// Bars side by side: sustainability funding by quarter, savings by scheme.
import { categoryAxis, colours, figure, small, tooltip, valueAxis } from "../look.js";

const money = (value) => (Number.isFinite(value) ? `£${figure(value)}m` : "not known");

function monthsOf(quarter) {
  const names = ["Apr–Jun", "Jul–Sep", "Oct–Dec", "Jan–Mar"];
  const number = Math.floor((quarter.first_month - 1) / 3);
  return number < 4 ? names[number] : `${names[number % 4]}\nyear ${Math.floor(number / 4) + 1}`;
}

export function fund({ trust, side, names }) {
  const quarters = trust.money.fund_by_quarter;
  const shown = side === 0 ? [0] : [0, side];
  const label = (which) => (which === 0 ? "Baseline" : names[which]);
  return {
    legend: shown.length > 1 ? { top: 0, left: 0, textStyle: small } : undefined,
    tooltip: { ...tooltip, trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: money },
    grid: { left: 8, right: 14, top: shown.length > 1 ? 34 : 14, bottom: 6, containLabel: true },
    xAxis: { ...categoryAxis, data: quarters.map(monthsOf) },
    yAxis: valueAxis,
    series: shown.map((which) => ({
      name: label(which),
      type: "bar",
      barMaxWidth: 48,
      itemStyle: { color: which === 0 ? colours.baseline : colours.scenario },
      label: { ...small, show: true, position: "top", formatter: ({ value }) => figure(value) },
      labelLayout: { hideOverlap: true },
      data: quarters.map((quarter) => quarter.earned[which]),
    })),
  };
}

export function schemes({ trust, side, width }) {
  const shown = side === 0 ? [0] : [0, side];
  const rows = [...trust.schemes.sides[side]].reverse();
  const narrow = width < 560;
  const name = (row) => (narrow && row.name.length > 18 ? `${row.name.slice(0, 17)}…` : row.name);
  const series = (title, colour, values) => ({ name: title, type: "bar", barGap: "10%", barCategoryGap: "35%", itemStyle: { color: colour }, data: values });
  const delivered = (which) => rows.map((_, i) => trust.schemes.sides[which][rows.length - 1 - i]?.delivered);
  const all = [series("Plan", colours.national, rows.map((row) => row.planned))];
  all.push(series("Delivered, baseline", colours.baseline, delivered(0)));
  if (side > 0) all.push(series("Delivered, scenario", colours.scenario, delivered(side)));
  all.reverse();
  return {
    legend: { top: 0, left: 0, textStyle: small, itemGap: 12, data: ["Plan", "Delivered, baseline", ...(shown.length > 1 ? ["Delivered, scenario"] : [])] },
    tooltip: { ...tooltip, trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: money },
    grid: { left: 4, right: 16, top: narrow ? 56 : 34, bottom: 4, containLabel: true },
    yAxis: { ...categoryAxis, data: rows.map(name), axisLabel: { ...small, interval: 0 } },
    xAxis: valueAxis,
    series: all,
  };
}
