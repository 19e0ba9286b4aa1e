/**
 * The language of the interface. English is in the script itself; every other one is a file beside
 * it, which the build turns into a script of its own, loaded only where it was chosen.
 */
import { here, loadScript } from "../lazy_load.js";
import { messages } from "./messages.js";

/** @import { Message } from "./messages.js" */

const KEY = "rightcode.language";
const NATIVE = "en";
const TAG = /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/;
const scope = /** @type {any} */ (globalThis);

/** From the address, which is saved; else the saved one; else the page's own. */
export const language = chosenLanguage();

function chosenLanguage() {
  if (!globalThis.document) return NATIVE;
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked && TAG.test(asked)) saveLanguage(asked);
  const found = asked ?? savedLanguage() ?? document.documentElement.lang;
  return TAG.test(found) ? found : NATIVE;
}

function savedLanguage() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} tag */
export function saveLanguage(tag) {
  try {
    localStorage.setItem(KEY, tag);
  } catch { /* a blocked storage forgets the choice, nothing else */ }
}

/**
 * Words whose texts are functions where they name values.
 *
 * @template T
 * @typedef {T extends string ? Message : T extends readonly string[] ? string[]
 *   : {[K in keyof T]: Words<T[K]>}} Words
 */

/**
 * The words of one part of the interface in the chosen language, or else in English.
 *
 * @template {object} T
 * @param {string} part The name of its file.
 * @param {T} english
 * @returns {Words<T>}
 */
export function translated(part, english) {
  const ready = new Map();
  const text = (/** @type {string | symbol} */ key) =>
    Reflect.get(scope.rightcodeWords?.[part] ?? english, key) ?? Reflect.get(english, key);
  const get = (/** @type {T} */ _, /** @type {string | symbol} */ key) => {
    if (!ready.has(key)) ready.set(key, messages(text(key), language));
    return ready.get(key);
  };
  return /** @type {any} */ (new Proxy(english, { get }));
}

/**
 * Calls `act` when the words are loaded; a language without a file is ignored.
 *
 * @param {() => void} act
 */
export function whenTranslated(act) {
  if (language === NATIVE || scope.rightcodeWords || !here) return act();
  loadScript(`strings/${language}.js`).then(act, act);
}

/** The language of the interface, if it is not the page's. */
export const interfaceLanguage = () => (scope.rightcodeWords ? language : "");

/** Marks a node with the language of the interface. @template {HTMLElement} T @param {T} node */
export function markLanguage(node) {
  if (interfaceLanguage()) node.lang = interfaceLanguage();
  return node;
}

/** The languages that the build found, English first. */
export function languages() {
  const listed =
    document.querySelector("meta[name=rightcode-languages]")?.getAttribute("content") ?? NATIVE;
  return listed.split(" ").filter((tag) => TAG.test(tag));
}
