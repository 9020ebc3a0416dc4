// One metric at the rating: the spread of trials on each side, against national quartiles, peers and what was reported.
import { categoryAxis, colours, escaped, figure, small, tooltip, unitName, valueAxis } from "../look.js";

function box(params, api) {
  const at = (value) => api.coord([value, api.value(0)]);
  const height = api.size([0, 1])[1];
  const colour = api.visual("color");
  const [left, right] = [at(api.value(1))[0], at(api.value(5))[0]];
  const [quarter, threeQuarters, middle] = [at(api.value(2))[0], at(api.value(4))[0], at(api.value(3))];
  const y = middle[1];
  const rect = (x0, x1, share, opacity) => ({
    type: "rect",
    shape: { x: x0, y: y - (height * share) / 2, width: Math.max(x1 - x0, 1.5), height: height * share },
    style: { fill: colour, opacity },
  });
  return {
    type: "group",
    children: [
      rect(left, right, 0.18, 0.45),
      rect(quarter, threeQuarters, 0.5, 0.85),
      { type: "rect", shape: { x: middle[0] - 1.5, y: y - height * 0.32, width: 3, height: height * 0.64 }, style: { fill: "#ffffff", stroke: colours.ink, lineWidth: 1 } },
    ],
  };
}

function range(metric, benchmark, rows) {
  const { lower_quartile, upper_quartile, peer_median } = benchmark;
  const values = [lower_quartile, upper_quartile, ...rows.flatMap((row) => [row.p5, row.p95])];
  if (peer_median !== null) values.push(peer_median);
  if (metric.reported_at_rating_prices !== null) values.push(metric.reported_at_rating_prices);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max((high - low) * 0.06, Math.abs(high) * 0.002, 1e-9);
  return { min: low - margin, max: high + margin };
}

export function metric({ run, trust, side, key }) {
  const one = trust.metrics.find((candidate) => candidate.id === key);
  const month = run.run.assessment_month - 1;
  const shown = side === 0 ? [0] : [side, 0];
  const rows = shown.map((which) => one.line.sides[which][month]);
  const benchmark = one.benchmark_by_side[side];
  const { lower_quartile, median, upper_quartile, peer_median } = benchmark;
  const reported = one.reported_at_rating_prices;
  const line = (value, type, colour) => ({ xAxis: value, lineStyle: { type, color: colour, width: 1.5 }, label: { show: false } });
  const lines = [line(median, "solid", colours.muted)];
  if (peer_median !== null) lines.push(line(peer_median, "dashed", colours.muted));
  const unit = escaped(unitName(one.unit));
  return {
    tooltip: {
      ...tooltip,
      formatter: ({ seriesType, dataIndex }) => {
        if (seriesType === "scatter") return `Reported: ${figure(one.reported)} ${unit}${one.money ? `, ${figure(reported)} ${unit} ${trust.prices}` : ""}`;
        const row = rows[dataIndex];
        return `${shown[dataIndex] === 0 ? "Baseline" : "Scenario"}: middle ${figure(row.p50)} ${unit}, half of trials ${figure(row.p25)} to ${figure(row.p75)}, nine in ten ${figure(row.p5)} to ${figure(row.p95)}`;
      },
    },
    grid: { left: 8, right: 14, top: 6, bottom: 4, containLabel: true },
    xAxis: { ...valueAxis, ...range(one, benchmark, rows), splitNumber: 3, splitLine: { show: false }, axisLabel: { ...valueAxis.axisLabel, showMinLabel: false, showMaxLabel: false } },
    yAxis: { ...categoryAxis, data: shown.map((which) => (which === 0 ? "Baseline" : "Scenario")), axisLabel: { ...small, interval: 0 } },
    series: [
      {
        type: "custom",
        renderItem: box,
        encode: { x: [1, 2, 3, 4, 5], y: 0 },
        data: rows.map((row, i) => ({
          value: [i, row.p5, row.p25, row.p50, row.p75, row.p95],
          itemStyle: { color: shown[i] === 0 ? colours.baseline : colours.scenario },
        })),
        markArea: { silent: true, itemStyle: { color: colours.national, opacity: 0.55 }, data: [[{ xAxis: lower_quartile }, { xAxis: upper_quartile }]] },
        markLine: { silent: true, symbol: "none", data: lines },
      },
      {
        type: "scatter",
        symbol: "diamond",
        symbolSize: 11,
        itemStyle: { color: "#ffeb3b", borderColor: colours.ink, borderWidth: 1.5 },
        data: reported === null ? [] : shown.map((_, i) => [reported, i]).slice(-1),
        z: 5,
      },
    ],
  };
}
