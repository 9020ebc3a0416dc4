// What changed from one side to another: bars from nothing, with twice their standard error to either side.
import { categoryAxis, colours, escaped, figure, ratings, small, tooltip, unitName, valueAxis, wrapped } from "../look.js";

const verdicts = { 1: "better", 0: "", "-1": "worse" };
const bar = { 1: colours.better, 0: colours.muted, "-1": colours.worse };

function whisker(params, api) {
  const at = (value) => api.coord([value, api.value(0)]);
  const [left, right] = [at(api.value(1)), at(api.value(2))];
  if (!Number.isFinite(left[0]) || right[0] - left[0] < 2) return undefined;
  const y = left[1];
  const stroke = { stroke: colours.ink, lineWidth: 1.5, fill: "none" };
  const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: stroke });
  return { type: "group", children: [line(left[0], y, right[0], y), line(left[0], y - 4, left[0], y + 4), line(right[0], y - 4, right[0], y + 4)] };
}

/** At most two lines. */
function shortened(words, most) {
  const lines = wrapped(words, most).split("\n");
  return lines.length > 2 ? `${lines[0]}\n${lines[1].slice(0, most - 1)}…` : lines.join("\n");
}

const signed = (value) => `${value > 0 ? "+" : ""}${figure(value)}`;

/** `rows` from the top: {name, change, error, colour, says}. */
function bars(rows, width) {
  if (rows.length === 0) return null;
  const shown = [...rows].reverse();
  const ends = rows.flatMap(({ change, error }) => [change - 2 * (error || 0), change + 2 * (error || 0)]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = Math.max((high - low) * 0.08, 1e-9);
  const narrow = width < 560;
  const most = narrow ? 20 : width < 800 ? 36 : 60;
  return {
    tooltip: { ...tooltip, formatter: ({ dataIndex }) => escaped(shown[dataIndex].says) },
    grid: { left: 4, right: 18, top: 6, bottom: 4, containLabel: true },
    yAxis: { ...categoryAxis, data: shown.map(({ name }) => shortened(name, most)), axisLabel: { ...small, interval: 0, hideOverlap: false, lineHeight: 13, fontSize: narrow ? 11 : 12 } },
    xAxis: { ...valueAxis, min: low < 0 ? low - room : 0, max: high > 0 ? high + room : 0, splitNumber: 4, axisLabel: { ...valueAxis.axisLabel, showMinLabel: false, showMaxLabel: false } },
    series: [
      {
        type: "bar",
        barMaxWidth: 26,
        data: shown.map(({ change, colour }) => ({ value: change, itemStyle: { color: colour } })),
        markLine: { silent: true, symbol: "none", label: { show: false }, data: [{ xAxis: 0, lineStyle: { type: "solid", color: colours.muted, width: 1 } }] },
      },
      { type: "custom", silent: true, renderItem: whisker, encode: { x: [1, 2], y: 0 }, data: shown.map(({ change, error }, i) => [i, change - 2 * (error || 0), change + 2 * (error || 0)]), z: 5 },
    ],
  };
}

const points = ({ change, standard_error }) => ({ change: 100 * change, error: 100 * standard_error });

function ofShare(name, share, colour) {
  const { change, error } = points(share);
  const says = `${name}: ${(100 * share.from).toFixed(1)} % to ${(100 * share.to).toFixed(1)} %, ${signed(change)} points ± ${error.toFixed(1)}`;
  return { name, change, error, colour, says };
}

const bestFirst = [3, 2, 1, 0];

export function changedRatings({ trust, side, width }) {
  if (side === 0) return null;
  const { rating } = trust.changes[side - 1];
  return bars(bestFirst.map((i) => ofShare(ratings[i].name, rating[ratings[i].id], ratings[i].colour)), width);
}

/** Every side against the first: the odds of good or better. */
export function changedOdds({ trust, names, width }) {
  return bars(trust.changes.map(({ good_or_better }, i) => ofShare(names[i + 1], good_or_better, bar[Math.sign(good_or_better.change)])), width);
}

const shortKloes = { corporate: "Corporate services" };

export function changedKloes({ trust, side, width }) {
  if (side === 0) return null;
  const rows = trust.changes[side - 1].kloes.filter(({ score }) => score !== null);
  return bars(
    rows.map(({ id, title, score }) => ({
      name: shortKloes[id] ?? title,
      change: score.change,
      error: score.standard_error,
      colour: bar[score.better],
      says: `${title}: ${figure(score.from)} to ${figure(score.to)}, ${signed(score.change)} ± ${figure(score.standard_error)}`,
    })),
    width,
  );
}

const mostMetrics = 12;

export function changedMetrics({ trust, side, width }) {
  if (side === 0) return null;
  const rows = trust.changes[side - 1].metrics.filter(({ standardised }) => Number.isFinite(standardised) && standardised !== null);
  return bars(
    rows.slice(0, mostMetrics).map(({ title, unit, from, to, change, standard_error, standardised, better }) => ({
      name: title,
      change: standardised,
      error: (standard_error / Math.abs(change)) * Math.abs(standardised),
      colour: bar[better],
      says: `${title}: ${figure(from)} to ${figure(to)} ${unitName(unit)}, ${signed(change)} ± ${figure(standard_error)} ${verdicts[better]}`,
    })),
    width,
  );
}

/** The number of trusts with each rating, of two runs of the sector. */
export function changedCounts({ run, side, width }) {
  if (side === 0) return null;
  const { rating } = run.changedSectors[side - 1];
  return bars(
    bestFirst.map((i) => {
      const { from, to, change, standard_error } = rating[ratings[i].id];
      return { name: ratings[i].name, change, error: standard_error, colour: ratings[i].colour, says: `${ratings[i].name}: ${from.toFixed(1)} to ${to.toFixed(1)} trusts, ${signed(change)} ± ${standard_error.toFixed(2)}` };
    }),
    width,
  );
}
