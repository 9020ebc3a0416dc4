// A run of several trusts: how many hold each rating over trials, and what trusts of each type may expect.
import { categoryAxis, colours, ratings, small, text, tooltip, valueAxis } from "../look.js";

/** Both ends of a histogram, without the counts that hardly any trial has. */
function extent(histograms) {
  let [first, last] = [Infinity, 0];
  for (const histogram of histograms) {
    const total = histogram.reduce((sum, count) => sum + count, 0);
    histogram.forEach((count, trusts) => {
      if (count / total > 0.0005) [first, last] = [Math.min(first, trusts), Math.max(last, trusts)];
    });
  }
  return [Math.max(0, first - 1), last + 1];
}

export function sectorCounts({ run, side, names, key }) {
  const rating = ratings.find((candidate) => candidate.id === key);
  const shown = side === 0 ? [0] : [0, side];
  const histograms = shown.map((which) => run.sector.held[which][key].histogram);
  const [first, last] = extent(histograms);
  const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const label = (which) => (which === 0 ? "Baseline" : names[which]);
  return {
    title: { text: rating.name, left: 0, top: 0, textStyle: { ...text, fontWeight: 600 } },
    legend: shown.length > 1 ? { top: 20, left: 0, textStyle: small, data: shown.map(label) } : undefined,
    tooltip: { ...tooltip, trigger: "axis", valueFormatter: (share) => `${(100 * share).toFixed(1)} % of trials` },
    grid: { left: 8, right: 14, top: shown.length > 1 ? 54 : 32, bottom: 24, containLabel: true },
    xAxis: { ...categoryAxis, data: numbers.map(String), name: "number of trusts", nameLocation: "middle", nameGap: 26, nameTextStyle: small },
    yAxis: { ...valueAxis, splitNumber: 3, axisLabel: { ...valueAxis.axisLabel, formatter: (share) => `${+(100 * share).toFixed(1)} %` } },
    series: shown.map((which, i) => ({
      name: label(which),
      type: "line",
      step: "middle",
      symbol: "none",
      lineStyle: { width: 2, color: which === 0 ? colours.baseline : colours.scenario, type: which === 0 && shown.length > 1 ? "dashed" : "solid" },
      itemStyle: { color: which === 0 ? colours.baseline : colours.scenario },
      areaStyle: { opacity: 0.15 },
      data: numbers.map((trusts) => (histograms[i][trusts] ?? 0) / run.sector.trials),
    })),
  };
}

export function sectorTypes({ run, side, names, width }) {
  const { types, type_trusts, by_type } = run.sector;
  const order = types.map((_, i) => i).reverse();
  const shown = side === 0 ? [0] : [0, side];  // the baseline above the scenario
  const label = (which) => (which === 0 ? "Baseline" : names[which]);
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  const bars = (which) => ratings.map((rating, r) => ({
    name: rating.name,
    type: "bar",
    stack: `types-${which}`,
    barGap: "10%",
    itemStyle: { color: rating.colour, opacity: which === 0 && shown.length > 1 ? 0.5 : 1 },
    data: order.map((i) => by_type[which][i][r] / type_trusts[i]),
    which,
  }));
  const series = shown.flatMap(bars);
  return {
    legend: { top: 0, left: 0, textStyle: small, itemGap: 12, data: ratings.map((rating) => rating.name) },
    tooltip: {
      ...tooltip,
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points) => [points[0].name, ...shown.map((which) => {
        const own = points.filter((point) => series[point.seriesIndex].which === which);
        return `${label(which)}: ${own.map((point) => `${point.seriesName.toLowerCase()} ${percent(point.value)}`).join(", ")}`;
      })].map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")).join("<br>"),
    },
    grid: { left: 4, right: 16, top: width < 560 ? 56 : 34, bottom: 4, containLabel: true },
    yAxis: { ...categoryAxis, data: order.map((i) => `${types[i]} (${type_trusts[i]})`), axisLabel: { ...small, interval: 0 } },
    xAxis: { ...valueAxis, max: 1, interval: width < 560 ? 0.5 : 0.2, axisLabel: { ...valueAxis.axisLabel, formatter: (share) => `${Math.round(100 * share)} %` } },
    series,
  };
}
