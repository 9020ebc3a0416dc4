// Sliders, each with a number field and what is known of its lever.
import { figure, month, setting, unit } from "./words.js";

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function factsOf(lever, months) {
  const facts = [`Today ${figure(lever.today)} ${unit(lever.unit)}`, `likely ${figure(lever.low)} to ${figure(lever.high)}`];
  if (lever.lead_months > 0) facts.push(`takes ${lever.lead_months} month${lever.lead_months > 1 ? "s" : ""}`);
  if (lever.acts_from > months) return `${facts.join("; ")}. Too late: it would act after month ${months}.`;
  const acts = `acts from ${month(lever.acts_from)}`;
  if (!lever.reaches) return `${facts.join("; ")}; ${acts}. Too late to be published before the rating.`;
  return `${[...facts, acts].join("; ")}.`;
}

/** One row; `moved(value, stamp)` while it moves, `rested()` when it stays. */
class Row {
  constructor(lever, months, moved, rested) {
    this.lever = lever;
    const low = Math.min(lever.low, lever.today), high = Math.max(lever.high, lever.today);
    const limits = { min: low, max: high, step: lever.step, disabled: !lever.reaches };
    const facts = `facts-${lever.id}`, name = `name-${lever.id}`;
    // A slider stands on multiples of its step from its least value; today's may lie between.
    this.slider = element("input", { type: "range", ...limits, min: lever.step * Math.floor(low / lever.step), id: `slider-${lever.id}` });
    this.slider.setAttribute("aria-labelledby", name);
    this.slider.setAttribute("aria-describedby", facts);
    this.number = element("input", { type: "number", step: "any", disabled: !lever.reaches, id: `number-${lever.id}`, inputMode: "decimal" });
    this.number.setAttribute("aria-label", `${lever.title}, ${unit(lever.unit) || "a number"}`);
    this.number.setAttribute("aria-describedby", facts);
    this.element = element(
      "div",
      { className: lever.reaches ? "lever" : "lever late" },
      element("span", { className: "name", id: name, textContent: lever.title }),
      this.slider,
      this.number,
      element("span", { className: "facts", id: facts, textContent: factsOf(lever, months) }),
    );
    this.slider.addEventListener("input", (event) => {
      const value = Number(this.slider.value);
      this.number.value = String(value);
      moved(value, event.timeStamp);
    });
    this.number.addEventListener("input", (event) => {
      if (this.number.value === "" || !Number.isFinite(this.number.valueAsNumber)) return;
      this.slider.value = this.number.value;
      moved(this.number.valueAsNumber, event.timeStamp);
    });
    for (const input of [this.slider, this.number]) input.addEventListener("change", rested);
    this.show(undefined);
  }

  /** A setting that is no plain number is shown in words above. */
  show(value) {
    const number = typeof value === "number" ? value : this.lever.today;
    this.element.classList.toggle("set", value !== undefined);
    if (document.activeElement !== this.slider || Number(this.slider.value) !== number) this.slider.value = String(number);
    this.slider.setAttribute("aria-valuetext", `${figure(number)} ${unit(this.lever.unit)}`);
    if (document.activeElement !== this.number || this.number.valueAsNumber !== number)
      this.number.value = String(value === undefined ? Number(number.toPrecision(4)) : number);
  }
}

export class Levers {
  constructor(state) {
    this.state = state;
    this.rows = new Map();
    document.getElementById("find").addEventListener("input", (event) => this.find(event.target.value));
  }

  /** Of another trust. What it has in hand comes before circumstances. */
  open(about) {
    this.rows.clear();
    const groups = about.kloes.map(({ id, title }) => {
      const own = about.levers.filter((lever) => lever.id.startsWith(`${id}.`));
      own.sort((a, b) => Number(b.reaches) - Number(a.reaches) || Number(b.in_hand) - Number(a.in_hand));
      const group = element("fieldset", { className: "group" }, element("legend", { textContent: title }));
      for (const lever of own) {
        const row = new Row(lever, about.months, (value, stamp) => this.state.put(lever.id, value, stamp), () => this.state.commit());
        this.rows.set(lever.id, row);
        group.append(row.element);
      }
      return group;
    });
    document.getElementById("groups").replaceChildren(...groups);
    this.find(document.getElementById("find").value);
  }

  find(words) {
    const wanted = words.toLowerCase().split(/\s+/);
    for (const { lever, element: row } of this.rows.values())
      row.hidden = !wanted.every((word) => `${lever.title} ${lever.id}`.toLowerCase().includes(word));
    for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector(".lever:not([hidden])");
  }

  /** Rows, and the list of what is set. */
  show(set) {
    for (const [id, row] of this.rows) row.show(set[id]);
    const lines = Object.entries(set).map(([id, value]) => {
      const lever = this.rows.get(id)?.lever;
      const clear = element("button", { type: "button", textContent: "Clear" });
      clear.setAttribute("aria-label", `Clear ${lever?.title ?? id}`);
      clear.addEventListener("click", () => {
        this.state.put(id, null);
        this.state.commit();
        document.getElementById("find").focus();
      });
      const today = lever ? ` (today ${figure(lever.today)} ${unit(lever.unit)}; acts from ${month(lever.acts_from)})` : "";
      return element("li", { className: "setting" }, element("span", { textContent: `${lever?.title ?? id}: ${setting(value)} ${unit(lever?.unit ?? "")}${today}` }), clear);
    });
    const heading = element("p", { className: "note", textContent: lines.length === 0 ? "Nothing is set: this is today's plan." : "What is set:" });
    document.getElementById("settings").replaceChildren(heading, element("ul", {}, ...lines));
  }
}
