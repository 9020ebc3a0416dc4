// The choice of the side that is shown beside the baseline.

/** Shows the parts of `root` that belong to one side, hides those of others. */
function show(root, side) {
  for (const part of root.querySelectorAll("[data-side]")) part.hidden = Number(part.dataset.side) !== side;
}

/** Calls `chosen(side)` now and whenever the reader chooses another side. */
export function followSide(root, sides, chosen) {
  const select = root.querySelector("select[data-choose-side]");
  const apply = () => {
    const side = select ? Number(select.value) : sides - 1;
    show(root, side);
    chosen(side);
  };
  if (select) {
    select.closest("[hidden]")?.removeAttribute("hidden");
    select.addEventListener("change", apply);
  }
  apply();
}
