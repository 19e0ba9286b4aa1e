import { plural } from "../../format.js";

export default {
  /** @param {string} day @param {string} payer */
  title: (day, payer) => `On ${day}, for ${payer}`,
  /** @param {string} judged */
  later: (judged) =>
    `The facts were judged as of ${judged}. What lies later is announced or not known here.`,
  /** @param {string} day @param {number} codes @param {number} pairs */
  said: (day, codes, pairs) =>
    `${day}: ${plural(codes, "code")} in use, ${plural(pairs, "pair")} in the tables.`,
  counts: {
    cms: "Minutes become units by Medicare’s method.",
    ama: "Minutes become units by the midpoint, each code by itself.",
    "not-known": "How it turns minutes into units is not known here.",
  },
  /** @param {string} code @param {string} use */
  instead: (code, use) => `It wants ${use} in place of ${code}.`,
  codes: "Codes",
  /** @param {number} count */
  codesShow: (count) => plural(count, "code"),
  codeColumns: ["Code", "Name", "On that day", "With this payer", "Ceiling a day"],
  states: {
    active: "in use",
    undated: "in use as far as known, first day not known here",
    "not-yet": "not yet a code",
    ended: "no longer a code",
    deleted: "deleted, last day not known here",
  },
  edges: {
    active: (/** @type {string} */ day) => `since ${day}`,
    undated: (/** @type {string} */ day) => `since ${day}`,
    "not-yet": (/** @type {string} */ day) => `from ${day}`,
    ended: (/** @type {string} */ day) => `last day ${day}`,
    deleted: (/** @type {string} */ day) => `last day ${day}`,
  },
  /** @param {string[]} codes */
  successors: (codes) => `; then ${codes.join(", ")}`,
  coverage: {
    active: "paid when covered",
    bundled: "bundled, never paid separately",
    invalid: "not valid, another code is asked for",
    "non-covered": "not covered",
    restricted: "restricted",
    "carrier-priced": "priced by the contractor",
    excluded: "excluded",
    varies: "varies",
    "not-known": "not known here",
  },
  unsaid: "not known here",
  /** @param {number} units @param {string} day */
  ceiling: (units, day) => `${plural(units, "unit")}, as read for ${day}`,
  pairs: "Pairs of Medicare’s table",
  /** @param {number} count */
  pairsShow: (count) => plural(count, "pair"),
  /** @param {number} count @param {number} unsure */
  pairsTold: (count, unsure) =>
    `${plural(count, "pair")} in the practitioner table as read.` +
    (unsure
      ? ` Of ${unsure} the first day is not known here, and the table read is a later one.`
      : "") +
    " Whether another payer runs the same edits is not known here.",
  pairColumns: ["Column 1, paid", "Column 2", "Indicator", "On that day", "Table of"],
  stood: "stood",
  perhaps: "had not ended",
  figures: "Figures",
  /** @param {string} rule @param {string} key @param {number} amount @param {string} unit */
  figure: (rule, key, amount, unit) =>
    `${rule}, ${key.replaceAll("-", " ")}: ${
      unit === "usd" ? `$${amount.toLocaleString("en-US")}` : `${amount} ${unit}`
    }`,
  rules: "Rules with dates",
  firstUnknown: " (first day not known here)",
  /** @param {number} count */
  rulesShow: (count) => plural(count, "sentence"),
  before: "Changed last",
  after: "Changes next",
  none: "None that is known here.",
};
