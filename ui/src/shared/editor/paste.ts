// Tables from Word, Excel and pages, made plain before they are pasted: a note's table has one
// row of cells under the other, no merged cells and one paragraph in each.

/** The pasted markup with every table as a full grid; anything else is left as it is. */
export function plainTables(html: string): string {
  if (!/<table/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, "text/html");
  // Inner tables first: only their words stay.
  for (const inner of page.querySelectorAll("table table")) {
    inner.replaceWith(page.createTextNode(` ${words(inner)} `));
  }
  for (const table of page.querySelectorAll("table")) fill(table);
  return page.body.innerHTML;
}

const words = (element: Element) => element.textContent?.replace(/\s+/g, " ").trim() ?? "";
/** Such as a sheet that claims a row over all its columns. */
const mostColumns = 60;

function fill(table: HTMLTableElement): void {
  // How many more rows a merged cell reaches down, by column.
  const reaching: number[] = [];
  const rows = [...table.rows].filter((row) => row.cells.length > 0);
  for (const row of rows) {
    let column = 0;
    const blank = (before: Element | null) => {
      row.insertBefore(row.ownerDocument.createElement("td"), before);
      column += 1;
    };
    const fromAbove = (before: Element | null) => {
      while ((reaching[column] ?? 0) > 0) {
        reaching[column] = (reaching[column] ?? 0) - 1;
        blank(before);
      }
    };
    for (const cell of [...row.cells]) {
      fromAbove(cell);
      const wide = Math.min(Math.max(1, cell.colSpan || 1), mostColumns);
      const high = Math.max(1, cell.rowSpan || 1);
      cell.removeAttribute("colspan");
      cell.removeAttribute("rowspan");
      oneParagraph(cell);
      for (let at = 0; at < wide; at += 1) reaching[column + at] = high - 1;
      column += 1;
      for (let at = 1; at < wide; at += 1) blank(cell.nextSibling as Element | null);
    }
    fromAbove(null);
  }
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  for (const row of rows) {
    while (row.cells.length < width) row.append(row.ownerDocument.createElement("td"));
  }
}

/** Several paragraphs or a list in a cell become one line of words, their marks kept. */
function oneParagraph(cell: HTMLTableCellElement): void {
  const blocks = [...cell.querySelectorAll("p, div, li, h1, h2, h3, h4, h5, h6")];
  const leaves = blocks.filter(
    (block) => !block.querySelector("p, div, li, h1, h2, h3, h4, h5, h6"),
  );
  if (leaves.length < 2 && !cell.querySelector("ul, ol")) return;
  const line = cell.ownerDocument.createElement("p");
  for (const [at, leaf] of leaves.entries()) {
    if (at > 0) line.append(" ");
    line.append(...leaf.childNodes);
  }
  cell.replaceChildren(line);
}
