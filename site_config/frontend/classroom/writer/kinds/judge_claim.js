import { make } from "../../../shared/dom.js";
import { writerKindWords as words } from "../../../shared/strings/index.js";
import { Day, entry, head, linesOf } from "../question_file.js";
import { selectField, textField, typedField } from "./fields.js";
import { kindProblem } from "./right_claims.js";

/** @import { WrittenQuestion } from "../written_question.js" */
/** @import { KindPart } from "./kind_part.js" */

/** What may be answered, and the verdicts on a statement that lead there. */
const ANSWERS = /** @type {const} */ (["holds", "misleading", "does-not-hold"]);
const CODE = /\b(?:\d{5}|[A-Z]\d{4})\b/g;
/** @type {Record<string, string>} */
const RIGHT = { true: "holds", misleading: "misleading", false: "does-not-hold" };
const CLAIM = "s1";

/** The statement's file and its id in it. @param {string} id */
const articleOf = (id) => `${id}-statement`;
/** @param {string} id */
const claimOf = (id) => `${articleOf(id)}-${CLAIM}`;

/**
 * Whether a statement is accurate, as its author judged it, with a source.
 *
 * @type {KindPart}
 */
export const judgeClaimPart = {
  name: "judge-claim",
  rows: { fewest: 3, most: 3, usual: 3 },
  isVisit: false,
  asksOne: false,
  offersOptions: true,
  holdsToNote: false,
  words: () => ({ ...words.judge, row: words.answer, add: "" }),
  dress(row, place) {
    const field = row.querySelector(".rc-field");
    const answer = ANSWERS[place];
    const input = document.createElement("input");
    for (const [name, value] of Object.entries({ type: "hidden", name: "option", value: answer })) {
      input.setAttribute(name, value);
    }
    field?.replaceWith(input, make("p.rc-choice__answer", words.verdicts[answer]));
  },
  fields: ({ table }) => [
    textField(words.statement, "statement", 3),
    selectField(words.verdict, "verdict", [["", ""], ...Object.entries(words.verdictChoices)]),
    typedField(words.source, "source", Object.entries(table.sources)),
    asOfField(),
  ],
  keyOf: ({ more }) => ({ right: RIGHT[more.verdict] ? [RIGHT[more.verdict]] : [], reasons: [] }),
  keyText: ({ right: [right] }) => verdictText(right),
  verdict({ right }, id) {
    const isRight = right.includes(id);
    if (!right.length) return { isRight, text: "" };
    return { isRight, text: isRight ? words.rightVerdict : words.wrongVerdict };
  },
  problems: (_key, question) => ofFields(question),
  missing: () => [],
  item: ({ right }, { options }, id) => ({
    claim: claimOf(id),
    options: options.map(({ id: verdict, feedback }) => ({
      verdict,
      ...(right.includes(verdict) ? { key: true } : {}),
      feedback,
    })),
  }),
  restsOn: (_key, _question, id) => [`claims/${claimOf(id)}`],
  files: (_key, question, id) => [
    { folder: "content/claims", name: `${articleOf(id)}.yaml`, text: claimFile(id, question) },
  ],
  own: ({ right: [right] }, { options, more }, { table }) => ({
    prompt: words.judge.prompt,
    statement: more.statement,
    options: options.map(({ id, feedback }) => ({ id, text: verdictText(id), feedback })),
    right,
    source: (table.sources[more.source] ?? more.source).slice(0, 200),
  }),
};

/** @param {string} [id] */
const verdictText = (id = "") => words.verdicts[/** @type {"holds"} */ (id)] ?? "";

function asOfField() {
  const label = selectField(words.asOf, "asOf", []);
  const input = document.createElement("input");
  input.setAttribute("type", "date");
  input.setAttribute("name", "asOf");
  label.querySelector("select")?.replaceWith(input);
  return label;
}

/** @param {WrittenQuestion} question */
function ofFields({ more, reason }) {
  const { statement, verdict, source, asOf } = more;
  return [
    ...(statement ? [] : [kindProblem("statement", "statement")]),
    ...(verdict ? [] : [kindProblem("verdict", "verdict")]),
    ...(source ? [] : [kindProblem("source", "source")]),
    ...(asOf ? [] : [kindProblem("asOf", "asOf")]),
    ...(statement && statement === reason ? [kindProblem("sameCorrection", "reason")] : []),
  ];
}

/** The statement as an article of one. @param {string} id @param {WrittenQuestion} question */
function claimFile(id, { title, reason, more }) {
  const { statement, verdict, source, asOf } = more;
  const codes = [...new Set(statement.match(CODE) ?? [])];
  const article = { id: articleOf(id), title, described: words.described, worth: words.worth };
  const claim = {
    id: CLAIM,
    where: words.where,
    ...(codes.length ? { about: codes } : {}),
    says: statement,
    verdict,
    correction: reason,
    sources: [source],
    as_of: new Day(asOf),
  };
  return [...head("article"), ...linesOf(article), "claims:", ...entry(claim), ""].join("\n");
}
