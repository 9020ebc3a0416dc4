// Tables marked data-sortable sort by a press on a heading: figures by size, words by the alphabet.

function valueOf(row, column) {
  const cell = row.cells[column];
  const words = cell.textContent.trim();
  if (!cell.classList.contains("figure")) return words;
  const number = /^[+\u2212-]?[\d,.]+/.exec(words);
  return number ? Number(number[0].replaceAll(",", "").replace("\u2212", "-")) : -Infinity;
}

function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en-GB");
}

function sortBy(table, heading, column) {
  const ascending = heading.getAttribute("aria-sort") === "descending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: valueOf(row, column) }));
  rows.sort((a, b) => (ascending ? compare(a.value, b.value) : compare(b.value, a.value)));
  table.tBodies[0].append(...rows.map(({ row }) => row));
}

export function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sortBy(table, heading, column));
  });
}
