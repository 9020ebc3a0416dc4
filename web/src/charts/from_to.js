// Where trials (or, of a sector, trusts) go from the baseline's rating to the scenario's.
import { ratings, small, tooltip } from "../look.js";

function flows(table, total, show, width) {
  const narrow = width < 560;
  const before = table.map((row) => row.reduce((sum, value) => sum + value, 0));
  const after = ratings.map((_, to) => table.reduce((sum, row) => sum + row[to], 0));
  const node = (i, side, amount) => ({
    name: `${side}${i}`,
    itemStyle: { color: ratings[i].colour },
    label: {
      ...small,
      position: side === "from" ? "right" : "left",
      formatter: `${narrow ? ratings[i].name.replace("Requires improvement", "Req. impr.") : ratings[i].name} ${show(amount)}`,
    },
    amount,
  });
  const order = [3, 2, 1, 0];
  const visible = (amount) => amount / total > 0.0005;
  // A rating whose flows are all too small to be seen would stand alone, in the wrong place.
  const goes = (from) => table[from].some(visible);
  const comes = (to) => table.some((row) => visible(row[to]));
  return {
    tooltip: {
      ...tooltip,
      formatter: ({ dataType, data }) =>
        dataType === "edge"
          ? `${ratings[Number(data.source.slice(4))].name} to ${ratings[Number(data.target.slice(2))].name.toLowerCase()}: ${show(data.value)}`
          : `${data.label.formatter}`,
    },
    series: [
      {
        type: "sankey",
        left: 4,
        right: 4,
        top: 8,
        bottom: 8,
        nodeWidth: 14,
        nodeGap: 14,
        draggable: false,
        layoutIterations: 0,
        emphasis: { focus: "adjacency" },
        data: [
          ...order.filter(goes).map((i) => node(i, "from", before[i])),
          ...order.filter(comes).map((i) => node(i, "to", after[i])),
        ],
        links: order.flatMap((from) =>
          order
            .filter((to) => visible(table[from][to]))
            .map((to) => ({
              source: `from${from}`,
              target: `to${to}`,
              value: table[from][to],
              lineStyle: { color: ratings[to].colour, opacity: 0.45, curveness: 0.5 },
            })),
        ),
      },
    ],
  };
}

export function fromTo({ trust, side, width }) {
  if (side === 0) return null;
  return flows(trust.odds[side].from_to, trust.trials, (trials) => `${((100 * trials) / trust.trials).toFixed(1)} %`, width);
}

/** Of two runs. */
export function changedFromTo({ trust, side, width }) {
  const { from_to, trials } = trust.changes[side - 1];
  return flows(from_to, trials, (count) => `${((100 * count) / trials).toFixed(1)} %`, width);
}

export function sectorFromTo({ run, side, width }) {
  if (side === 0) return null;
  return flows(run.sector.from_to[side], run.sector.trusts, (trusts) => trusts.toFixed(1), width);
}
