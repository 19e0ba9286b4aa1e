/**
 * The question bank, loaded as needed, as scripts: they also load in a site opened from a folder.
 */

/** @import { BuilderQuestion } from "../shared/schema_types.d.ts" */
/** @import { Track } from "../tracks/track_data.js" */

/**
 * @typedef {object} BankEntry
 * @property {string} id
 * @property {number} version
 * @property {string} title
 * @property {string} kind
 * @property {string} payer
 * @property {string} quiz
 * @property {1 | 2 | 3} difficulty
 * @property {string[]} objectives
 * @property {string[]} codes
 * @property {string[]} pairs
 * @property {string[]} right
 * @property {string} digest
 *
 * @typedef {BankEntry & {html: string, hints: string[]}} BankItem
 * @typedef {{total: number, pages: number, ids: string[]}} TopicPage
 */

const NAME = /^[a-z]+(\/[A-Za-z0-9][A-Za-z0-9.-]*)?$/;
const script = document.currentScript;
const base = new URL("../bank/", script instanceof HTMLScriptElement ? script.src : location.href);

/** @type {Map<string, Promise<any>>} */ const loaded = new Map();
/** @type {Map<string, (value: unknown) => void>} */ const waiting = new Map();

Object.assign(globalThis, {
  rightcodeBank: (/** @type {string} */ name, /** @type {unknown} */ value) =>
    waiting.get(name)?.(value),
});

/** @param {string} name */
function load(name) {
  const known = loaded.get(name);
  if (known) return known;
  const coming = fetchScript(name);
  loaded.set(name, coming);
  coming.catch(() => loaded.delete(name));
  return coming;
}

/** @param {string} name @returns {Promise<unknown>} Rejected where there is no such file. */
function fetchScript(name) {
  return new Promise((resolve, reject) => {
    if (!NAME.test(name)) return reject(new Error(`no name: ${name}`));
    const node = document.createElement("script");
    waiting.set(name, resolve);
    node.src = new URL(`${name}.js`, base).href;
    node.onerror = () => reject(new Error(`not in the bank: ${name}`));
    node.onload = () => (waiting.delete(name), node.remove());
    document.head.append(node);
  });
}

/** @param {string} id @returns {Promise<BankItem>} */
export const loadItem = (id) => load(`items/${id}`);

/** @param {string} topic @param {number} page @returns {Promise<TopicPage>} */
export const loadTopic = (topic, page) => load(`topics/${topic}.${page}`);

/** @param {number} shard @returns {Promise<BankEntry[]>} */
export const loadShard = (shard) => load(`index/${shard}`);

/** @param {string} id @returns {Promise<Track>} */
export const loadTrack = (id) => load(`tracks/${id}`);

/** A question for other programs. @param {string} id @returns {Promise<BuilderQuestion>} */
export const loadQuestion = (id) => load(`questions/${id}`);

/** @returns {Promise<BankEntry[]>} */
export const loadCheck = () => load("check");
