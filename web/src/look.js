// Colours, letters and numbers of the charts. Colours are told apart by the colour-blind: orange to blue for ratings, grey
// against blue for baseline and scenario.
export const ratings = [
  { id: "inadequate", name: "Inadequate", colour: "#a63603" },
  { id: "requires_improvement", name: "Requires improvement", colour: "#fdae6b" },
  { id: "good", name: "Good", colour: "#74add1" },
  { id: "outstanding", name: "Outstanding", colour: "#084a91" },
];

export const colours = {
  ink: "#212b32",
  muted: "#4c6272",
  line: "#aeb7bd",
  grid: "#e4e8ea",
  baseline: "#6b7a86",
  scenario: "#005eb8",
  national: "#d8dde0",
  rise: "#74add1",
  fall: "#e08a3c",
  better: "#2b7bba",
  worse: "#c75a1b",
};

export const font = 'Arial, "Helvetica Neue", Helvetica, sans-serif';
export const text = { fontFamily: font, fontSize: 13, color: colours.ink };
export const small = { ...text, fontSize: 12 };

const months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];

/** Names of months 1..count; a year number where a second year begins. */
export function monthNames(count) {
  return Array.from({ length: count }, (_, i) =>
    i % 12 === 0 && count > 12 ? `${months[0]}\nyear ${i / 12 + 1}` : months[i % 12],
  );
}

/** Three significant digits or so, thousands apart, a true minus sign. */
export function figure(value) {
  if (!Number.isFinite(value)) return "not known";
  const size = Math.abs(value);
  const decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 || size < 0.0005 ? 2 : 3;
  const digits = size.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  if (!/[1-9]/.test(digits)) return "0";
  return value < 0 ? `\u2212${digits}` : digits;
}

export function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

const units = { "GBP m": "£m", GBP: "£", "GBP thousand": "£ thousand", "GBP per occupied m2": "£ per occupied m²", percent: "%" };

export function unitName(unit) {
  return units[unit] ?? unit;
}

/** Short numbers beside an axis. */
export function tick(value) {
  const size = Math.abs(value);
  const digits = size >= 1000 ? size.toLocaleString("en-GB") : String(Number(size.toPrecision(4)));
  return value < 0 ? `\u2212${digits}` : digits;
}

export const valueAxis = {
  type: "value",
  axisLabel: { ...small, color: colours.muted, formatter: tick, hideOverlap: true },
  splitLine: { lineStyle: { color: colours.grid } },
};

export const categoryAxis = {
  type: "category",
  axisLabel: { ...small, color: colours.muted, hideOverlap: true },
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
};

/** Words of a file inside a tooltip, which is HTML. */
export function escaped(words) {
  return String(words).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

export const tooltip = { confine: true, textStyle: text, extraCssText: "max-width: 20rem; white-space: normal" };

/** Words in lines of at most so many letters. */
export function wrapped(words, most) {
  return words.split(" ").reduce((lines, word) => {
    const last = lines[lines.length - 1];
    if (last && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []).join("\n");
}
