/** A form's state as the fragment of an address, which no server sees. */
import { hash } from "./shuffle.js";

const START = "#form=1&";
const ANY_VERSION = /^#form=/;
const SUM = "sum";
/** Characters of a fragment; a longer one is cut by programs that pass it on. */
export const LONGEST_LINK = 20_000;

/** @param {URLSearchParams} state */
export const toFormFragment = (state) => `${START}${state}&${SUM}=${sumOf(state)}`;

/**
 * The state in a fragment, and whether it is all that was sent; null where it is another fragment.
 * @param {string} fragment
 * @returns {{state: URLSearchParams, whole: boolean} | null}
 */
export function readFormFragment(fragment) {
  if (!ANY_VERSION.test(fragment)) return null;
  const known = fragment.startsWith(START) && fragment.length <= LONGEST_LINK;
  const state = new URLSearchParams(known ? fragment.slice(START.length) : "");
  const sum = state.get(SUM);
  state.delete(SUM);
  return { state, whole: known && sum === sumOf(state) };
}

/** @param {URLSearchParams} state */
const sumOf = (state) => hash(String(state), 0).toString(36);
