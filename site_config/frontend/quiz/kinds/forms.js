/**
 * How each kind of question is answered: for scripts that know what an answer looks like and show
 * none. `index.js` beside it has the kinds themselves.
 */

/** @typedef {keyof typeof FORMS} KindName */

export const FORMS = /** @type {const} */ ({
  "choose-code": "one",
  "choose-all": "several",
  "judge-claim": "one",
  "units": "numbers",
  "claim": "lines",
  "claim-form": "several",
  "spot-the-error": "several",
  "what-is-missing": "several",
  "mark-words": "several",
  "other-payer": "several",
  "other-date": "several",
});

/** @param {unknown} name @returns {name is KindName} */
export const isKind = (name) => typeof name === "string" && Object.hasOwn(FORMS, name);
