/** Rows of a form that are added and removed, each numbered by its place. */

/**
 * Numbers the rows; one that stands alone cannot be removed.
 *
 * @param {Element[]} rows
 * @param {(names: { place: number }) => string} title
 * @param {(names: { place: number }) => string} removal Says which row a button removes.
 */
export function numberRows(rows, title, removal) {
  rows.forEach((row, index) => {
    const place = index + 1;
    row.querySelector("legend")?.replaceChildren(title({ place }));
    const button = /** @type {HTMLButtonElement} */ (row.querySelector(":scope > .rc-remove"));
    button.hidden = rows.length === 1;
    button.setAttribute("aria-label", removal({ place }));
  });
}

/** Removes a row, and returns the one beside it, which takes the focus. @param {Element} row */
export function removeRow(row) {
  const near = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  return near;
}
