/**
 * What a clinic chose, as a page reads it at start. It comes from the clinic's own copy of the
 * site, or from a link, so everything in it is checked.
 *
 * @typedef {object} Settings
 * @property {string} name
 * @property {string} note For the start page.
 * @property {string} header The color behind the name; empty for the site's own.
 * @property {string} link The color of links on the light page; empty for the site's own.
 * @property {string} payer What shared/my_payer.js stores; empty for none.
 * @property {string} track The one that new staff begin with; empty for none.
 * @property {{codes: string[], payers: string[], tracks: string[]}} hide
 * @property {string} home Where downloads are, for a copy of the site that has none.
 */

import { parseJson } from "../shared/json.js";
import { storedClinic } from "../shared/clinic_store.js";

const COLOR = /^#[0-9a-f]{6}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE = /^[0-9A-Z]{5}$/;
// deno-lint-ignore no-control-regex -- what it removes
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\s]+/g;
export const LONGEST = { name: 60, note: 300, payer: 600 };
const MAX_NAMES = 400;

/** @param {unknown} value @param {number} longest */
const text = (value, longest) =>
  typeof value === "string"
    ? [...value.toWellFormed().replace(INVISIBLE, " ").trim()].slice(0, longest).join("")
    : "";

/** @param {unknown} value @param {RegExp} form */
const matching = (value, form) => (typeof value === "string" && form.test(value) ? value : "");

/** @param {unknown} value @param {RegExp} form */
const names = (value, form) =>
  Array.isArray(value) ? value.slice(0, MAX_NAMES).filter((one) => matching(one, form)) : [];

/** Null where there is no clinic in it. @param {any} value @returns {Settings | null} */
export function readSettings(value) {
  const name = text(value?.name, LONGEST.name);
  if (!name || value.format !== 1) return null;
  return {
    name,
    note: text(value.note, LONGEST.note),
    header: matching(value.header, COLOR),
    link: matching(value.link, COLOR),
    payer: text(value.payer, LONGEST.payer),
    track: matching(value.track, SLUG),
    hide: {
      codes: names(value.hide?.codes, CODE),
      payers: names(value.hide?.payers, SLUG),
      tracks: names(value.hide?.tracks, SLUG),
    },
    home: matching(value.home, /^https?:\/\/[^\s"'<>\\]{1,300}\/$/),
  };
}

/** As it is stored, linked and put into the clinic's copy. @param {Settings} settings */
export const writeSettings = (settings) => JSON.stringify({ format: 1, ...settings });

/** The clinic of this copy of the site, else of this device. @returns {Settings | null} */
export function currentSettings() {
  const own = /** @type {any} */ (globalThis).rightcodeClinic;
  if (own) return readSettings(own);
  const stored = parseJson(storedClinic());
  return readSettings(stored);
}
