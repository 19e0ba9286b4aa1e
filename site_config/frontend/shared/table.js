import { make } from "./dom.js";

/**
 * A table whose first column heads its rows.
 *
 * @param {string} className
 * @param {(Node | string)[]} head
 * @param {(Node | string)[][]} rows
 */
export function table(className, head, rows) {
  return make(
    "table",
    { className: `rc-table rc-figures ${className}` },
    make("thead", make("tr", head.map((cell) => make("th", { scope: "col" }, cell)))),
    make(
      "tbody",
      rows.map(([first, ...cells]) =>
        make("tr", make("th", { scope: "row" }, first), cells.map((cell) => make("td", cell)))
      ),
    ),
  );
}

/** @param {string} text @param {string} href @param {string} [className] */
export function link(text, href, className = "") {
  return make("a", {
    className,
    href: location.protocol === "file:" ? href.replace(/\/(?=$|[?#])/, "/index.html") : href,
  }, text);
}

/** What scrolls sideways on a small screen. @param {string} label @param {Node} content */
export const scrollRegion = (label, content) =>
  make("div.rc-scroll", { tabIndex: 0, role: "region", "aria-label": label }, content);
