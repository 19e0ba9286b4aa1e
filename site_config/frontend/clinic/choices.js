/** The form of a clinic's choices. */
import { ownPayerState, readOwnPayer } from "../tools/own_payer.js";
import { readSettings } from "./settings.js";

/** @import { OwnPayer, Shown } from "./overlay.js" */
/** @import { Settings } from "./settings.js" */

/** @param {HTMLFormElement} form @param {string} name */
const valueOf = (form, name) =>
  /** @type {HTMLInputElement | null} */ (form.querySelector(`[name="${name}"]`))?.value ?? "";

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLInputElement[]} */
const boxes = (form, name) => [
  .../** @type {NodeListOf<HTMLInputElement>} */ (
    form.querySelectorAll(`[data-group="${name}"] input`)
  ),
];

/** What is unticked. @param {HTMLFormElement} form @param {string} name */
const unticked = (form, name) =>
  boxes(form, name).filter((box) => !box.checked).map((box) => box.value);

/**
 * Null where the name is missing. A code is shown where it and its family are ticked.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLFormElement} own The form of a payer of the clinic's own.
 * @param {Record<string, string>} families Of each code.
 * @param {string} home
 * @returns {Settings | null}
 */
export function readChoices(form, own, families, home) {
  const gone = new Set(unticked(form, "families"));
  const codes = Object.keys(families).filter((code) => gone.has(families[code]));
  const payer = ownPayerIn(own);
  const listed = valueOf(form, "payer");
  return readSettings({
    format: 1,
    name: valueOf(form, "name"),
    note: valueOf(form, "note"),
    header: valueOf(form, "header"),
    link: valueOf(form, "link"),
    track: valueOf(form, "track"),
    payer: payer ? String(ownPayerState(payer)) : listed && `payer=${listed}`,
    hide: {
      codes: [...new Set([...codes, ...unticked(form, "codes")])].sort(),
      payers: unticked(form, "payers"),
      tracks: unticked(form, "tracks"),
    },
    home,
  });
}

/**
 * Null where it has no name or a wrong value.
 *
 * @param {HTMLFormElement} form
 * @returns {OwnPayer | null}
 */
export function ownPayerIn(form) {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name]"));
  const own = Object.fromEntries(
    [...fields].map(({ name, value }) => [name, value.trim()]).filter(([, text]) => text),
  );
  return own.name ? readOwnPayer(ownPayerState(own)) : null;
}

/**
 * The same as lists of what is shown, as clinic.yaml has them.
 *
 * @param {HTMLFormElement} form
 * @param {Settings} settings
 * @param {Record<string, string>} families
 * @returns {Shown}
 */
export function shownIn(form, { hide }, families) {
  const rest = (/** @type {"payers" | "tracks"} */ name) =>
    hide[name].length
      ? boxes(form, name).filter((box) => box.checked).map((box) => box.value)
      : null;
  const hidden = new Set(hide.codes);
  const codes = Object.keys(families).filter((code) => !hidden.has(code));
  return {
    codes: hide.codes.length ? codes : null,
    families: null,
    payers: rest("payers"),
    tracks: rest("tracks"),
  };
}
