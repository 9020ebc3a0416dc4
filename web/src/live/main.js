// The live page: levers in, odds out.
import { Asker } from "./asker.js";
import { Levers } from "./levers.js";
import { ask } from "./server.js";
import { Shown } from "./show.js";
import { State } from "./state.js";
import { setting } from "./words.js";

const hereMs = 5000;
const $ = (id) => document.getElementById(id);

const shown = new Shown();
const asker = new Asker(ask, (step, answer, stamp) => take(step, answer, stamp), complain);
const state = new State((stamp) => changed(stamp));
const levers = new Levers(state);
let about = null, gone = false;

function connected(is) {
  $("connection").textContent = is ? "Connected" : "Not connected";
  $("odds").classList.toggle("stale", !is);
  if (is && gone) asker.again();
  gone = !is;
}

function complain(error) {
  if (error.status === 409) return;
  if (error.status === 0) connected(false);
  $("problem").textContent = error.message;
  $("problem").hidden = false;
}

function take(step, answer, stamp) {
  $("problem").hidden = true;
  if (gone) connected(true);
  shown.take(step, answer, stamp);
}

function changed(stamp) {
  levers.show(state.set);
  $("undo").disabled = state.past.length === 0;
  $("redo").disabled = state.future.length === 0;
  $("reset").disabled = Object.keys(state.set).length === 0;
  asker.want({ trust: state.trust, set: state.set }, stamp);
}

function showOptions() {
  $("options-place").hidden = about.options.length === 0;
  const named = about.options.map(({ title, left_out: left }, i) => new Option(left.length > 0 ? `${title} (without ${left.join(", ")})` : title, String(i)));
  $("option").replaceChildren(new Option("today", ""), ...named);
}

/** Today's odds come first, so that changes have something to be beside. */
async function open(trust, set = {}) {
  asker.rest();
  about = await ask("trust", { trust });
  shown.open(about);
  levers.open(about);
  showOptions();
  $("trust").value = trust;
  const known = Object.fromEntries(Object.entries(set).filter(([id]) => about.levers.some((lever) => lever.id === id)));
  if (Object.keys(known).length > 0) shown.take({ what: "odds", detail: "all" }, await ask("odds", { trust, set: {}, points: 4096, detail: "all" }), 0);
  state.begin(trust, known);
}

/** The trust that was asked for cannot be had: the one before stays. */
function stay(error) {
  $("trust").value = state.trust;
  changed();
  throw error;
}

async function save() {
  const { name, text } = await ask("scenario", { trust: state.trust, set: state.set, points: shown.best?.trials ?? 4096 });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "application/toml" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function wordsOfSet() {
  const title = (id) => about.levers.find((lever) => lever.id === id)?.title ?? id;
  const parts = Object.entries(state.set).map(([id, value]) => `${title(id)} ${setting(value)}`);
  return parts.length > 0 ? parts.join("; ") : "today";
}

function listen() {
  const on = (id, event, act) => $(id).addEventListener(event, () => Promise.resolve(act()).catch(complain));
  on("undo", "click", () => state.undo());
  on("redo", "click", () => state.redo());
  on("reset", "click", () => state.replace({}));
  on("keep", "click", () => shown.keep(wordsOfSet()));
  on("save", "click", save);
  on("print", "click", () => window.print());
  on("trust", "change", () => open($("trust").value).catch(stay));
  on("option", "change", () => state.replace(about.options[Number($("option").value)]?.set ?? {}));
  $("choose").addEventListener("submit", (event) => event.preventDefault());
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width || !shown.best?.ratings_by_month?.length) return;
    width = window.innerWidth;
    shown.draw(shown.best);
  });
}

/** Says that the page is open, and notices when the server went or came back. */
async function sayHere() {
  try {
    await ask("here");
    if (gone) $("problem").hidden = true;
    connected(true);
  } catch (error) {
    if (!gone || error.status !== 0) complain(error);
  }
  setTimeout(sayHere, hereMs);
}

async function start() {
  listen();
  const { first, trusts } = await ask("trusts");
  $("trust").replaceChildren(...trusts.map(({ code, name }) => new Option(code === name ? code : `${code} ${name}`, code)));
  const before = State.remembered();
  const known = trusts.some(({ code }) => code === before.trust);
  await (known ? open(before.trust, before.set) : open(first));
  sayHere();
}

start().catch((error) => {
  complain(error);
  $("connection").textContent = "Not connected";
});
