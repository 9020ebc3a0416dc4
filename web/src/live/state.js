// What is set, and how it came about: steps that can be taken back.
const place = "uor-live";

export class State {
  constructor(changed) {
    Object.assign(this, { changed, trust: "", set: {}, past: [], future: [], resting: "{}" });
  }

  /** While a lever moves; commit() makes a step of where it comes to rest. */
  put(driver, value, stamp) {
    const set = { ...this.set };
    if (value === null) delete set[driver];
    else set[driver] = value;
    this.set = set;
    this.changed(stamp);
  }

  commit() {
    const now = JSON.stringify(this.set);
    if (now === this.resting) return;
    this.past.push(this.resting);
    this.future = [];
    this.resting = now;
    this.remember();
  }

  replace(set) {
    this.set = { ...set };
    this.commit();
    this.changed();
  }

  undo() {
    this.step(this.past, this.future);
  }
  redo() {
    this.step(this.future, this.past);
  }
  step(from, to) {
    if (from.length === 0) return;
    to.push(this.resting);
    this.resting = from.pop();
    this.set = JSON.parse(this.resting);
    this.remember();
    this.changed();
  }

  /** Another trust begins as it is. */
  begin(trust, set = {}) {
    Object.assign(this, { trust, set, past: [], future: [], resting: JSON.stringify(set) });
    this.remember();
    this.changed();
  }

  remember() {
    sessionStorage.setItem(place, JSON.stringify({ trust: this.trust, set: this.set }));
  }
  static remembered() {
    try {
      return JSON.parse(sessionStorage.getItem(place)) ?? {};
    } catch {
      return {};
    }
  }
}
