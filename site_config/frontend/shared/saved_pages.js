/**
 * Pages and questions that a reader saved on this device, with a note of their own.
 *
 * By address from the site's root. What was taken back stays without star and note, so that a file
 * of before does not bring it back.
 */
import { isMapOf, isMoment, isRecord } from "./store/schema.js";
import { openTextStorage } from "./store/text_storage.js";

/** @typedef {{title: string, star: boolean, note: string, at: string}} SavedPage */
/** @typedef {Record<string, SavedPage>} SavedPages */

const KEY = "rightcode.saved";
export const MAX_NOTE = 2000;
const MAX_PAGES = 500;
const MAX_TITLE = 200;
const NOTHING = { title: "", star: false, note: "" };
/** Below the site's root, and nowhere else. */
const ADDRESS = /^(?![/.])[\w./-]{0,200}(#[\w.-]{1,200})?$/;

const storage = openTextStorage(() => localStorage, () => {});

/** @param {unknown} value @param {number} most */
const isText = (value, most) => typeof value === "string" && value.length <= most;

const isPage = (/** @type {any} */ value) =>
  isRecord(value) && isText(value.title, MAX_TITLE) && isText(value.note, MAX_NOTE) &&
  typeof value.star === "boolean" && isMoment(value.at);

/** Null if anything in it is invalid. @param {any} value @returns {SavedPages | null} */
export function readSaved(value) {
  const valid = isMapOf(isPage)(value) && Object.keys(value).length <= MAX_PAGES &&
    Object.keys(value).every((address) => ADDRESS.test(address) && !address.includes(".."));
  return valid
    ? Object.fromEntries(
      Object.entries(value).map(([address, { title, star, note, at }]) => [
        address,
        { title, star, note, at },
      ]),
    )
    : null;
}

/** @returns {SavedPages} */
export function savedPages() {
  try {
    return readSaved(JSON.parse(storage.get(KEY) ?? "{}")) ?? {};
  } catch {
    return {};
  }
}

/**
 * Changes what is saved of a page; the oldest make room where there are too many.
 *
 * @param {string} address
 * @param {Partial<SavedPage>} change
 * @param {Date} now
 */
export function savePage(address, change, now = new Date()) {
  const pages = savedPages();
  const { title, star, note } = { ...(pages[address] ?? NOTHING), ...change };
  const page = { title: title.slice(0, MAX_TITLE), star, note: note.slice(0, MAX_NOTE) };
  store({ ...pages, [address]: { ...page, at: now.toISOString() } });
}

/** Keeps the newer of each; how many were taken. @param {SavedPages} there */
export function mergeSaved(there) {
  const here = savedPages();
  const newer = Object.entries(there).filter(([address, { at }]) => at > (here[address]?.at ?? ""));
  if (newer.length) store({ ...here, ...Object.fromEntries(newer) });
  return newer.length;
}

/** @param {SavedPages} pages */
function store(pages) {
  const first = Object.entries(pages).sort(([, one], [, other]) =>
    Number(isSaved(other)) - Number(isSaved(one)) || byTime(one, other)
  );
  storage.set(KEY, JSON.stringify(Object.fromEntries(first.slice(0, MAX_PAGES))));
}

/** Whether a reader still wants it. @param {SavedPage} page */
export const isSaved = ({ star, note }) => star || note !== "";

/** Newest first. @param {SavedPage} one @param {SavedPage} other */
const byTime = (one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0);

export const forgetSaved = () => storage.remove(KEY);
