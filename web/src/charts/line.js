// One quantity by month: mean and the middle 90 % of trials, baseline and scenario.
import { categoryAxis, colours, escaped, figure, monthNames, small, tooltip, unitName, valueAxis } from "../look.js";

function find(trust, key) {
  return [...trust.money.statements, ...trust.money.support, ...trust.money.fund_terms].find((line) => line.id === key);
}

function band(name, months, colour, type) {
  const shared = { type: "line", symbol: "none", stack: `${name} band`, stackStrategy: "all", lineStyle: { width: 0 }, silent: true, tooltip: { show: false } };
  return [
    { ...shared, name: `${name} low`, data: months.map((month) => month.p5) },
    { ...shared, name: `${name} high`, data: months.map((month) => month.p95 - month.p5), areaStyle: { color: colour, opacity: 0.18 } },
    {
      name,
      type: "line",
      symbol: "none",
      data: months.map((month) => month.mean),
      lineStyle: { color: colour, width: 2.5, type },
      itemStyle: { color: colour },
    },
  ];
}

export function line({ trust, side, names, key }) {
  const one = find(trust, key);
  const shown = side === 0 ? [0] : [0, side];
  const label = (which) => (which === 0 ? "Baseline" : names[which]);
  return {
    legend: shown.length > 1 ? { data: shown.map(label), top: 0, left: 0, textStyle: small, itemWidth: 24, icon: "rect", itemHeight: 4 } : undefined,
    tooltip: {
      ...tooltip,
      trigger: "axis",
      formatter: ([{ dataIndex, axisValue }]) =>
        [escaped(axisValue), ...shown.map((which) => {
          const month = one.sides[which][dataIndex];
          return `${escaped(label(which))}: ${figure(month.mean)} ${escaped(unitName(one.unit))} (${figure(month.p5)} to ${figure(month.p95)})`;
        })].join("<br>"),
    },
    grid: { left: 8, right: 14, top: shown.length > 1 ? 34 : 14, bottom: 6, containLabel: true },
    xAxis: { ...categoryAxis, data: monthNames(one.sides[0].length), boundaryGap: false },
    yAxis: { ...valueAxis, scale: true, splitNumber: 4 },
    series: shown.flatMap((which) => band(label(which), one.sides[which], which === 0 ? colours.baseline : colours.scenario, which === 0 ? "dashed" : "solid")),
  };
}
