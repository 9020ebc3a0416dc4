// One question under way at a time, of the newest inputs; then the same inputs again with more points, as long as nobody
// moves a lever.
const firstLook = 1024, usual = 4096, most = 65536;
const quickMs = 25; // an answer on the usual points that comes in this time makes a first look needless
const restMs = 400; // after the last move, before the last refinement
const lateMs = 100; // an answer to inputs that were left longer ago is not shown

const steps = [
  { what: "odds", points: firstLook, detail: "odds" },
  { what: "odds", points: usual, detail: "odds" },
  { what: "odds", points: usual, detail: "all" },
  { what: "money" },
  { what: "odds", points: most, detail: "all", rests: true },
];

export class Asker {
  /** `ask(what, question)` as server.js; `show(step, answer, stamp)`, `fail(error)`. */
  constructor(ask, show, fail) {
    Object.assign(this, { ask, show, fail, wanted: null, under_way: null, quick: false, timer: 0 });
  }

  /** New inputs, {trust, set}, and when the hand moved (performance.now()). */
  want(inputs, stamp = performance.now()) {
    if (this.wanted) this.wanted.left = stamp;
    clearTimeout(this.timer);
    this.wanted = { inputs: JSON.stringify(inputs), stamp, step: this.quick ? 1 : 0, left: Infinity };
    if (!this.under_way) this.next();
  }

  /** Nothing is asked, and nothing shown, until inputs are wanted again. */
  rest() {
    if (this.wanted) this.wanted.left = -Infinity;
    clearTimeout(this.timer);
    this.wanted = null;
  }

  /** The same again, as when the server is back. */
  again() {
    if (!this.wanted) return;
    clearTimeout(this.timer);
    this.wanted.step = Math.min(this.wanted.step, this.quick ? 1 : 0);
    if (!this.under_way) this.next();
  }

  next() {
    const wanted = this.wanted, step = steps[wanted?.step];
    if (!step) return;
    const rest = wanted.stamp + restMs - performance.now();
    if (step.rests && rest > 0) {
      this.timer = setTimeout(() => this.wanted === wanted && !this.under_way && this.next(), rest);
      return;
    }
    this.send(wanted, step);
  }

  async send(wanted, step) {
    this.under_way = wanted;
    const { what, points, detail } = step, started = performance.now();
    const question = { ...JSON.parse(wanted.inputs), ...(what === "odds" ? { points, detail } : {}) };
    let failure = null;
    try {
      const answer = await this.ask(what, question);
      if (points === usual && detail === "odds") this.quick = performance.now() - started <= quickMs;
      this.take(wanted, step, answer);
      wanted.step += 1;
    } catch (error) {
      failure = error;
    }
    this.under_way = null;
    if (this.wanted !== wanted) return this.next();
    if (failure) this.fail(failure);
    else this.next();
  }

  /** Shown is what belongs to the newest inputs, or to those of a moment ago while a lever moves. */
  take(wanted, step, answer) {
    const { trust, set } = answer.request;
    if (JSON.stringify({ trust, set }) !== wanted.inputs) return;
    if (this.wanted !== wanted && performance.now() - wanted.left > lateMs) return;
    this.show(step, answer, wanted.stamp);
  }
}
