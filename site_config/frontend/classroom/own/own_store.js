/** An instructor's own questions, as this browser stores them. */
import { isRecord } from "../../shared/store/schema.js";
import { contentOf, isOwn, readOwnQuestion } from "../format/own_question.js";

/** @import { OwnQuestion } from "../../shared/schema_types.d.ts" */
/** @import { Store } from "../types.d.ts" */

const KEY = "own-questions";

/** @param {unknown} value @returns {OwnQuestion[]} What is damaged is left out. */
function readAll(value) {
  const listed = isRecord(value) && Array.isArray(value.questions) ? value.questions : [];
  return listed.flatMap((one) => {
    try {
      return [readOwnQuestion(one)];
    } catch {
      return [];
    }
  });
}

/** @param {Store} store */
export const ownQuestions = async (store) => readAll(await store.value(KEY));

/**
 * A question that was there becomes a new version of itself, unless it is the same.
 *
 * @param {Store} store @param {OwnQuestion} question
 * @returns {Promise<OwnQuestion[]>}
 */
export async function storeQuestion(store, question) {
  return readAll(
    await store.updateValue(KEY, (value) => {
      const questions = readAll(value);
      const place = questions.findIndex(({ id }) => id === question.id);
      return { questions: place < 0 ? [...questions, question] : questions.with(place, question) };
    }),
  );
}

/**
 * Adds those of a link; one that is here and at least as new stays.
 *
 * @param {Store} store @param {OwnQuestion[]} added
 */
export async function mergeShared(store, added) {
  const known = new Map((await ownQuestions(store)).map((one) => [one.id, one]));
  for (const question of added) {
    const here = known.get(question.id);
    if (!here || here.version < question.version) await storeQuestion(store, question);
  }
}

/** @param {Store} store @param {string} id */
export const forgetQuestion = async (store, id) =>
  readAll(
    await store.updateValue(KEY, (value) => ({
      questions: readAll(value).filter((one) => one.id !== id),
    })),
  );

/**
 * The version that a changed question gets.
 *
 * @param {OwnQuestion} question @param {OwnQuestion | undefined} before
 */
export function nextVersion(question, before) {
  if (!before) return 1;
  const isSame = contentOf({ ...question, version: before.version }) === contentOf(before);
  return isSame ? before.version : before.version + 1;
}

/**
 * Those of an assignment, in its order.
 *
 * @param {OwnQuestion[]} questions @param {string[]} items
 */
export const ownOf = (questions, items) =>
  items.filter(isOwn).flatMap((id) => questions.find((one) => one.id === id) ?? []);
