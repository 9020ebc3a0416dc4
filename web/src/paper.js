// Sizes of charts on A4, in CSS pixels; _print.scss has the same heights.
const [whole, half] = [680, 325];
const heights = { small: 84, medium: 190, tall: 330 };
const ownHeights = { "odds-by-month": 160, "finance-score": 160, "from-to": 150 };

export function sizeOnPaper(place) {
  const kind = Object.keys(heights).find((name) => place.classList.contains(name));
  return { width: place.closest(".two, .metrics") ? half : whole, height: ownHeights[place.dataset.chart] ?? heights[kind] ?? 240 };
}
