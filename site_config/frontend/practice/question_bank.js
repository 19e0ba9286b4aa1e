/**
 * The question bank, loaded as needed, as scripts: they also load in a site opened from a folder.
 */

import { loadScript } from "../shared/lazy_load.js";

/** @import { ExamEntry } from "../exam/scope.js" */
/** @import { BuilderQuestion } from "../shared/schema_types.d.ts" */
/** @import { Track } from "../tracks/track_data.js" */

/**
 * @typedef {object} BankEntry
 * @property {string} id
 * @property {number} version
 * @property {string} title
 * @property {string} opening How its note begins.
 * @property {string} kind
 * @property {string} payer
 * @property {string} quiz
 * @property {1 | 2 | 3} difficulty
 * @property {string[]} objectives
 * @property {string[]} codes
 * @property {string[]} pairs
 * @property {string[]} right
 * @property {string} digest
 * @property {number} [weight] How often the practice exam asks it; 1 if left out.
 * @property {string[]} [enemies] Near-twins, which are never drawn together.
 * @property {boolean} [ownQuizOnly] No drawing gives it.
 *
 * @typedef {BankEntry & {html: string, hints: string[]}} BankItem
 * @typedef {{total: number, pages: number, ids: string[]}} TopicPage
 */

const NAME = /^[a-z]+(\/[A-Za-z0-9][A-Za-z0-9.-]*)?$/;

/**
 * Of the page, whose scripts each have this module.
 *
 * @type {{loading: Map<string, Promise<any>>, loaded: Map<string, unknown>}}
 */
const { loading, loaded } = /** @type {any} */ (globalThis).rightcodeLoaded ??= {
  loading: new Map(),
  loaded: new Map(),
};

Object.assign(globalThis, {
  rightcodeBank: (/** @type {string} */ name, /** @type {unknown} */ value) =>
    loaded.set(name, value),
});

/** Rejected where there is no such file. @param {string} name @returns {Promise<any>} */
function load(name) {
  const known = loading.get(name);
  if (known) return known;
  const coming = NAME.test(name)
    ? loadScript(`../bank/${name}.js`).then(() => loaded.get(name))
    : Promise.reject(new Error(`no name: ${name}`));
  loading.set(name, coming);
  coming.catch(() => loading.delete(name));
  return coming;
}

/** A question that no file holds. @param {BankItem} item */
export const addItem = (item) => void loading.set(`items/${item.id}`, Promise.resolve(item));

/** @param {BuilderQuestion} question */
export const addQuestion = (question) =>
  void loading.set(`questions/${question.id}`, Promise.resolve(question));

/** @param {string} id @returns {Promise<BankItem>} */
export const loadItem = (id) => load(`items/${id}`);

/** Whether it is here already, network or not. @param {string} id */
export const hasItem = (id) => loaded.has(`items/${id}`);

/** @param {string} topic @param {number} page @returns {Promise<TopicPage>} */
export const loadTopic = (topic, page) => load(`topics/${topic}.${page}`);

/** @param {number} shard @returns {Promise<BankEntry[]>} */
export const loadShard = (shard) => load(`index/${shard}`);

/** @param {string} id @returns {Promise<Track>} */
export const loadTrack = (id) => load(`tracks/${id}`);

/** A question for other programs. @param {string} id @returns {Promise<BuilderQuestion>} */
export const loadQuestion = (id) => load(`questions/${id}`);

/** What the placement quiz asks of a role. @param {string} role @returns {Promise<BankEntry[]>} */
export const loadCheck = (role) => load(`check/${role}`);

/**
 * What the practice exam of a role draws from.
 *
 * @param {string} role @returns {Promise<ExamEntry[]>}
 */
export const loadExam = (role) => load(`exam/${role}`);
