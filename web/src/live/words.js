// Numbers of the page in words.
import { figure } from "../look.js";

export { figure };

const minus = (text) => text.replace("-", "\u2212");

/** "12.3 %"; what rounds to nought or all says so. */
export function percent(share) {
  const value = 100 * share;
  if (value > 0 && value < 0.05) return "<0.1 %";
  if (value < 100 && value > 99.95) return ">99.9 %";
  return `${value.toFixed(1)} %`;
}

/** "±0.1"; an error that rounds to nought is below it. */
export function error(share) {
  if (!Number.isFinite(share)) return "±?";
  const value = 100 * share;
  return value > 0 && value < 0.05 ? "±<0.1" : `±${value.toFixed(1)}`;
}

/** A paired change of a share with its error, in points; two errors tell it from nought. */
export function points(change, standardError) {
  if (change === 0) return "no change";
  const size = 100 * change;
  const text = `${size >= 0 ? "+" : ""}${minus(size.toFixed(Math.abs(size) < 0.095 ? 2 : 1))} ${error(standardError)} points`;
  return Math.abs(change) > 2 * standardError ? text : `${text}, not distinguishable from 0`;
}

export function range([low, high]) {
  return `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)} %`;
}

const units = { percent: "%", "GBP m": "£m", ratio: "", "yes=1": "(1 is yes)", "percent over ceiling": "% over ceiling" };
export const unit = (id) => units[id] ?? id;

const names = ["April", "May", "June", "July", "August", "September", "October", "November", "December", "January", "February", "March"];
export const month = (number) => names[(number - 1) % 12] + (number > 12 ? `, year ${Math.ceil(number / 12)}` : "");

/** What --set would say, in words: 5, "*0.9", "+1@3". */
export function setting(value) {
  if (typeof value === "number") return `set to ${figure(value)}`;
  const [, sign, number, from] = /^([*+<>]?=?)(-?[^@]*)(?:@(\d+))?$/.exec(value) ?? [null, "", value];
  const words = { "*": `times ${number}`, "+": `+${number}`, "<=": `at most ${number}`, ">=": `at least ${number}`, "=": `set to ${number}`, "": `set to ${number}` };
  const text = value.startsWith("-") ? minus(number) : minus(words[sign] ?? value);
  return from ? `${text} from ${month(Number(from))}` : text;
}
