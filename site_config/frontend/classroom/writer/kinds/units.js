import { make } from "../../../shared/dom.js";
import { writerKindWords as words } from "../../../shared/strings/index.js";
import { numbered, problem } from "../problem.js";
import { isShort } from "../problems.js";
import { dressCode, inputField, nameText, textField } from "./fields.js";
import { factsOf, offered } from "./kind_part.js";
import { kindProblem, reasonsOf, rightClaims, unseenValues } from "./right_claims.js";

/** @import { BilledLine } from "../../../billing/types.d.ts" */
/** @import { WrittenQuestion, WrittenWrong } from "../written_question.js" */
/** @import { Key, KindPart } from "./kind_part.js" */
/** @typedef {Record<string, number>} Units By code. */

const MOST_UNITS = 9;
const WRONG_PLACES = [1, 2];
/** No number rests on them. */
const MODIFIER_RULES = [
  "rules/therapy-modifiers",
  "rules/kx-threshold",
  "rules/assistants",
  "rules/advance-notice",
];

/**
 * A number of units for each code; every way to share a tie is right.
 *
 * @type {KindPart}
 */
export const unitsPart = {
  name: "units",
  rows: { fewest: 1, most: 6, usual: 2 },
  isVisit: true,
  asksOne: false,
  offersOptions: false,
  holdsToNote: true,
  words: () => ({ ...words.units, row: words.row, add: words.add }),
  dress(row) {
    dressCode(row, words.code);
    row.querySelector(".rc-choice__verdict")?.before(wrongNumbers());
  },
  fields: () => [],
  keyOf({ visit, options }, facts) {
    const found = rightClaims(facts, visit);
    if (found.refusal) return found.refusal;
    const counts = found.claims.map(unitsOf);
    const codes = new Set([...offered(options), ...counts.flatMap(Object.keys)]);
    const all = counts.map((units) =>
      Object.fromEntries([...codes].map((code) => [code, units[code] ?? 0]))
    );
    const ways = [...new Map(all.map((units) => [JSON.stringify(units), units])).values()];
    const right = ways.flatMap((units) => [...codes].map((code) => `${code}.${units[code]}`));
    const reasons = reasonsOf(found.billed).filter(({ restsOn }) =>
      !restsOn.some((fact) => MODIFIER_RULES.includes(fact))
    );
    return { right: [...new Set(right)], reasons, ways };
  },
  keyText: (key) => countsOf(key).map((units) => unitsText(units) || words.nothing).join(words.or),
  verdict(key, id) {
    const counts = [...new Set(countsOf(key).map((units) => units[id] ?? 0))];
    return { isRight: true, text: words.rightUnits({ units: counts.join(words.or) }) };
  },
  problems: (key, question, facts) => [
    ...ofRows(key, question),
    ...question.options.flatMap((option, place) =>
      (option.wrong ?? []).flatMap((one) => ofWrong(key, option.id, one, place))
    ),
    ...unseenValues(question, facts, key, "numbers"),
  ],
  missing: (key, { options }) => {
    const asked = offered(options);
    return Object.keys(countsOf(key)[0] ?? {})
      .filter((code) => !asked.includes(code) && countsOf(key).some((units) => units[code] > 0));
  },
  item: (key, { options }) => ({
    rows: options.map(({ id, feedback, wrong = [] }) => ({
      code: id,
      key: countsOf(key)[0][id] ?? 0,
      feedback,
      ...(wrong.length ? { wrong: wrong.map(numberOf) } : {}),
    })),
  }),
  restsOn: (_key, { visit, options }) => factsOf(visit.services, offered(options), []),
  own: (key, { options }, facts) => ({
    prompt: words.units.prompt,
    options: options.map(({ id, feedback, wrong = [] }) => ({
      id,
      ...nameText(facts, id),
      feedback,
      ...(wrong.length ? { wrong: wrong.map(numberOf) } : {}),
    })),
    ways: key.ways,
  }),
};

/** @param {Key} key */
const countsOf = ({ ways = [] }) => /** @type {Units[]} */ (ways);

/** @param {BilledLine[]} lines @returns {Units} */
function unitsOf(lines) {
  /** @type {Units} */ const sums = {};
  for (const { code, units } of lines) sums[code] = (sums[code] ?? 0) + units;
  return sums;
}

/** @param {Units} units */
const unitsText = (units) =>
  Object.entries(units).map(([code, count]) => `${code} × ${count}`).join(", ");

/** @param {WrittenWrong} wrong */
const numberOf = ({ units, feedback }) => ({ units: Number(units), feedback });

/** @param {Key} key @param {WrittenQuestion} question */
function ofRows(key, question) {
  const codes = unitsPart.missing(key, question).sort();
  return codes.length ? [kindProblem("K303units", "option", { codes: codes.join(" and ") })] : [];
}

/** @param {Key} key @param {string} code @param {WrittenWrong} wrong @param {number} place */
function ofWrong(key, code, { units, feedback, field }, place) {
  const number = numbered(field.replace("why", "wrong"), place);
  const isCount = /^\d$/.test(units) && Number(units) <= MOST_UNITS;
  const isRight = key.right.includes(`${code}.${units}`);
  const short = feedback && isShort(feedback);
  return [
    ...(isCount ? [] : [kindProblem("wrongNumber", number, { most: MOST_UNITS })]),
    ...(isRight ? [kindProblem("I312units", number)] : []),
    ...(feedback ? [] : [kindProblem("wrongFeedback", numbered(field, place))]),
    ...(short ? [problem("I316", numbered(field, place), { feedback })] : []),
  ];
}

function wrongNumbers() {
  const rows = WRONG_PLACES.map((place) =>
    make(
      "div.rc-row",
      inputField(words.wrongUnits({ place }), `wrong${place}`, ".rc-field--short"),
      textField(words.wrongWhy({ place }), `why${place}`, 2),
    )
  );
  return make(
    "details.rc-more",
    make("summary", words.wrongNumbers),
    make("p", words.wrongHint),
    rows,
  );
}
