/** What becomes of a question that is written: stored, a file, as learners see it. */
import { shownWithKey } from "../builder/question_with_key.js";
import { idOf, NOTHING } from "../../quiz/kinds/fill_claim/claim_lines.js";
import { kinds } from "../../quiz/kinds/index.js";
import { make } from "../../shared/dom.js";
import { NotAQuestion, readOwnQuestion } from "../format/own_question.js";
import { ownItem } from "../own/own_item.js";
import { nextVersion, ownQuestions, storeQuestion } from "../own/own_store.js";
import { questionFile } from "./question_file.js";
import { stateOf, toOwn } from "./written_question.js";

/** @import { Facts } from "../../billing/types.d.ts" */
/** @import { OwnQuestion, Store } from "../types.d.ts" */
/** @import { Key, KindPart } from "./kinds/kind_part.js" */
/** @import { WrittenQuestion } from "./written_question.js" */
/**
 * @typedef {object} Written
 * @property {HTMLFormElement} form @property {WrittenQuestion} question @property {Facts} facts
 * @property {KindPart} part @property {Key} key @property {string} id @property {number} version
 */

/**
 * As links and files carry it; else the place of what is too long.
 *
 * @param {Written} written @returns {{own: OwnQuestion} | {place: string}}
 */
export function ownOf({ form, question, facts, part, key, id }) {
  try {
    return { own: readOwnQuestion(toOwn(form, question, facts, part, key, id)) };
  } catch (problem) {
    if (!(problem instanceof NotAQuestion)) throw problem;
    return { place: problem.place };
  }
}

/** @param {Store} store @param {OwnQuestion} own @returns {Promise<number>} Its version. */
export async function storeOwn(store, own) {
  const before = (await ownQuestions(store)).find(({ id }) => id === own.id);
  const version = nextVersion(own, before);
  await storeQuestion(store, { ...own, version });
  return version;
}

/** The form's state of a stored question. @param {Store} store @param {string} id */
export async function storedState(store, id) {
  const found = (await ownQuestions(store)).find((one) => one.id === id);
  return found && stateOf(found);
}

/** @param {Written} written */
export const filesOf = ({ question, facts, part, key, id, version }) => [
  { folder: "quizzes", name: `${id}.yaml`, text: questionFile(id, version, question, part, key) },
  ...(part.files?.(key, question, id, facts) ?? []),
];

/** As learners see it, with its answer open and filled in. @param {OwnQuestion} question */
export async function previewOf(question) {
  const [section] = await shownWithKey(ownItem(question));
  const { options, ways: [answer] = [] } = question;
  if (answer) {
    kinds.get(question.kind)?.fill(
      section,
      filledIn(answer, options.map(({ id }) => id)),
    );
  }
  return make("div.rc-player", section);
}

/** @param {NonNullable<OwnQuestion["ways"]>[number]} answer @param {string[]} codes */
function filledIn(answer, codes) {
  if (!Array.isArray(answer)) return codes.map((code) => `${code}.${answer[code]}`);
  const lines = answer.map(([code, units, modifiers], place) =>
    idOf({ at: place + 1, code, units, modifiers })
  );
  return lines.length ? lines : [NOTHING];
}
