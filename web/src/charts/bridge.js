// From the planned surplus by way of the forecast to the underlying position, one bar a step.
import { categoryAxis, colours, escaped, figure, small, tooltip, valueAxis, wrapped } from "../look.js";

function bars(steps) {
  let balance = 0;
  return steps.map((step) => {
    const from = step.total ? 0 : balance;
    balance = step.total ? step.mean : balance + step.mean;
    return { from, to: balance, step };
  });
}

function bar(params, api) {
  const start = api.coord([api.value(1), api.value(0)]);
  const end = api.coord([api.value(2), api.value(0)]);
  const height = api.size([0, 1])[1] * 0.62;
  const x = Math.min(start[0], end[0]);
  return {
    type: "rect",
    shape: { x, y: start[1] - height / 2, width: Math.max(Math.abs(end[0] - start[0]), 1.5), height },
    style: { fill: api.visual("color") },
  };
}

export function bridge({ trust, side, width }) {
  const all = bars(trust.bridge.sides[side]).reverse();
  const narrow = width < 560;
  const colour = ({ step }) => (step.total ? colours.muted : step.mean < 0 ? colours.fall : colours.rise);
  const ends = all.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = (high - low) * (narrow ? 0.24 : 0.12);
  return {
    tooltip: { ...tooltip, formatter: ({ dataIndex }) => `${escaped(all[dataIndex].step.title)}: £${figure(all[dataIndex].step.mean)}m` },
    grid: { left: 4, right: 12, top: 4, bottom: 4, containLabel: true },
    yAxis: {
      ...categoryAxis,
      data: all.map(({ step }) => wrapped(step.title.replace(" (control total, without sustainability funding)", ""), narrow ? 20 : 44)),
      axisLabel: { ...small, interval: 0, lineHeight: 14, fontSize: narrow ? 11 : 13 },
    },
    xAxis: { ...valueAxis, min: low < 0 ? low - room : 0, max: high + room, axisLabel: { ...valueAxis.axisLabel, showMinLabel: false, showMaxLabel: false } },
    series: [
      {
        type: "custom",
        renderItem: bar,
        encode: { x: [1, 2], y: 0 },
        data: all.map((entry, i) => ({ value: [i, entry.from, entry.to], itemStyle: { color: colour(entry) } })),
      },
      {
        type: "scatter",
        symbolSize: 0.01,
        silent: true,
        data: all.map((entry, i) => ({
          value: [entry.to < 0 || entry.from < 0 ? Math.min(entry.from, entry.to) : Math.max(entry.from, entry.to), i],
          label: {
            ...small,
            show: true,
            fontWeight: entry.step.total ? 600 : 400,
            position: entry.to < 0 || entry.from < 0 ? "left" : "right",
            formatter: `${!entry.step.total && entry.step.mean > 0 ? "+" : ""}${figure(entry.step.mean)}`,
          },
        })),
      },
    ],
  };
}
