/** The page that is open, as the site that wrote it tells of it. */
import { calendarDay } from "../shared/dates.js";

const strip = /** @type {HTMLElement | null} */ (document.querySelector(".rc-tools"));
const root = /** @type {any} */ (globalThis).__md_scope ?? new URL("./", location.href);
/** A file's address names its index.html. */
const here = new URL(location.pathname.replace(/index\.html$/, ""), location.href);

export const page = {
  title: strip?.dataset.title ?? document.title,
  site: strip?.dataset.site ?? "",
  /** Where its owner wants to be told of errors: an address of mail, or of the web. */
  contact: strip?.dataset.contact ?? "",
  asOf: strip?.dataset.asOf ? calendarDay(strip.dataset.asOf) : "",
  /** From the site's root. */
  path: here.pathname.slice(root.pathname.length),
  address: here.href,
};

/** The address in the browser of one from the site's root. @param {string} path */
export const addressOf = (path) => {
  const file = location.protocol === "file:" ? path.replace(/\/(?=#|$)/, "/index.html") : path;
  return new URL(file || "./", root).href;
};

/**
 * @typedef {object} Subject A page, or a question in it.
 * @property {string} title
 * @property {string} path From the site's root.
 * @property {string} id Of the question; empty for a page.
 */

/** What a control is about. @param {HTMLElement} control @returns {Subject} */
export function subjectOf(control) {
  const section = /** @type {HTMLElement | null} */ (control.closest(".rc-item"));
  if (!(control instanceof HTMLAnchorElement) || !section) return { ...page, id: "" };
  const { pathname, hash } = new URL(control.href);
  const path = pathname.replace(/index\.html$/, "").slice(root.pathname.length) + hash;
  const { item = "", version = "" } = section.dataset;
  return { title: titleOf(section), path, id: `${item}, version ${version}` };
}

/** Without its number, which differs by where it is asked. @param {HTMLElement} section */
function titleOf(section) {
  const title = section.querySelector(".rc-item__title")?.cloneNode(true);
  if (!(title instanceof HTMLElement)) return "";
  title.querySelector(".rc-item__number")?.remove();
  return (title.textContent ?? "").replace(/\s+/g, " ").trim();
}
