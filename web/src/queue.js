// Draws charts a few at a time, so that the page can be read and scrolled from the first moment.

const slice = 30; // milliseconds of drawing before the page gets its turn

export class DrawQueue {
  /** `drawn()` is called whenever all charts are drawn. */
  constructor(places, drawn) {
    Object.assign(this, { places, drawn, side: 0, turn: 0, done: false });
  }

  /** All charts, from the top of the page down; a later call takes the place of one that is not done. */
  draw(side = this.side) {
    this.side = side;
    this.turn += 1;
    this.#go(this.turn, this.places.map((place) => [place, place.size()]));
  }

  /** All at once, in the sizes that `sizeOf(element)` gives: for paper. */
  drawNow(sizeOf) {
    this.turn += 1;
    this.places.forEach((place) => place.draw(this.side, sizeOf(place.place)));
  }

  #go(turn, left) {
    const end = performance.now() + slice;
    while (left.length > 0 && performance.now() < end) {
      const [place, size] = left.shift();
      place.draw(this.side, size);
    }
    if (left.length > 0) setTimeout(() => turn === this.turn && this.#go(turn, left));
    else {
      this.done = true;
      this.drawn();
    }
  }
}
