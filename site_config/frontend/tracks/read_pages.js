import { isRecord } from "../shared/store/schema.js";

/** @import { Store } from "./types.d.ts" */

/** Where the pages that the learner ticked as read are stored. @param {string} track */
const key = (track) => `track-read/${track}`;

/** @param {Store} store @param {string} track @returns {Promise<Set<string>>} */
export const readPages = async (store, track) => new Set(pagesIn(await store.value(key(track))));

/** @param {Store} store @param {string} track @param {string} page @param {boolean} read */
export const tickPage = (store, track, page, read) =>
  store.updateValue(key(track), (value) => {
    const others = pagesIn(value).filter((one) => one !== page);
    return { pages: read ? [...others, page] : others };
  });

/** @param {unknown} value @returns {string[]} */
function pagesIn(value) {
  const pages = isRecord(value) ? value.pages : [];
  return Array.isArray(pages) ? pages.filter((page) => typeof page === "string").slice(0, 500) : [];
}
