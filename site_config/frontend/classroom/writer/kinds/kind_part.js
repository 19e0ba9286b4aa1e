/**
 * What differs between kinds of question on the page that writes one. Each kind that can be written
 * there has a part beside this file; `index.js` has those that are loaded when they are chosen.
 */

/** @import { Facts, Reason } from "../../../billing/types.d.ts" */
/** @import { KindName } from "../../../quiz/kinds/forms.js" */
/** @import { Message } from "../../../shared/strings/messages.js" */
/** @import { OwnOption, OwnQuestion } from "../../../shared/schema_types.d.ts" */
/** @import { QuestionProblem } from "../problems.js" */
/** @import { WrittenOption, WrittenQuestion } from "../written_question.js" */

/**
 * @typedef {object} Key
 * @property {string[]} right Ids of right answers, or of parts of right answers.
 * @property {Reason[]} reasons
 * @property {string} [note] What is said between the key and its reasons.
 * @property {QuestionProblem} [refusal] Why there is no key.
 * @property {NonNullable<OwnQuestion["ways"]>} [ways] Whole answers that are right.
 *
 * @typedef {{isRight: boolean, text: string}} RowVerdict
 *
 * @typedef {object} KindPart
 * @property {KindName} name
 * @property {{fewest: number, most: number, usual: number}} rows
 * @property {boolean} isVisit Whether there is a note with a visit, and not only a payer and a day.
 * @property {boolean} asksOne Whether one service of the visit is asked about.
 * @property {boolean} offersOptions Whether the answers are options to choose from.
 * @property {boolean} holdsToNote Whether the check compares note and visit.
 * @property {() => KindWords} words
 * @property {(row: Element, place: number) => void} dress Gives a blank row the kind's fields.
 * @property {(facts: Facts) => HTMLElement[]} fields Further ones, above the answers.
 * @property {(question: WrittenQuestion, facts: Facts) => Key} keyOf
 * @property {(key: Key, question: WrittenQuestion, facts: Facts) => string} keyText
 * @property {(key: Key, id: string) => RowVerdict} verdict
 * @property {(key: Key, question: WrittenQuestion, facts: Facts) => QuestionProblem[]} problems
 * @property {(key: Key, question: WrittenQuestion) => string[]} missing Codes that belong among the
 *   answers and are not.
 * @property {(key: Key, question: WrittenQuestion, id: string) => Record<string, unknown>} item Its
 *   part of the file.
 * @property {(key: Key, question: WrittenQuestion, id: string) => string[]} restsOn Facts.
 * @property {(key: Key, question: WrittenQuestion, id: string, facts: Facts) => File[]} [files]
 *   Files beside the question's.
 * @property {(key: Key, question: WrittenQuestion, facts: Facts) => OwnPart} own What an assignment
 *   carries.
 *
 * @typedef {object} KindWords
 * @property {string} prompt What the question asks.
 * @property {string} hint Of the answers.
 * @property {Message} row What an answer is called, by its place.
 * @property {string} add The button that adds one.
 * @property {string} [caseHint] Instead of the page's own.
 * @property {string} [visitLegend]
 * @property {string} [visitHint]
 * @typedef {Omit<Partial<OwnQuestion>, "options"> & {options: OwnOption[]}} OwnPart
 * @typedef {{folder: string, name: string, text: string}} File
 */

/** @param {WrittenOption[]} options @returns {string[]} */
export const offered = (options) => options.flatMap(({ id }) => id || []);

/** A code has a digit. @param {string} id */
export const isCode = (id) => /\d/.test(id);

/**
 * The techniques, and the right codes; another one of the options where none is right.
 *
 * @param {WrittenQuestion["visit"]["services"]} services @param {string[]} codes
 * @param {string[]} instead
 */
export function factsOf(services, codes, instead) {
  const techniques = services.flatMap(({ technique }) => technique ?? []);
  const named = codes.length ? codes : instead.slice(0, 1);
  return [
    ...new Set([
      ...techniques.map((name) => `techniques/${name}`),
      ...named.map((code) => `codes/${code}`),
    ]),
  ];
}
