/**
 * The decision tree as it is on the page: a details element is a choice; it holds the next question
 * or the answer.
 */

import { findByWords } from "../shared/word_search.js";

/** @typedef {Element} Step The tree itself, or a choice in it. */

export const NOT_DOCUMENTED = "~unsaid";

/** @param {Step} step */
export const choicesOf = (
  step,
) => /** @type {HTMLDetailsElement[]} */ ([...step.querySelectorAll(":scope > details")]);

/** @param {Step} step */
export const questionOf = (step) => textOf(step, ":scope > .rc-guide__question");

/** @param {Step} step */
export const answerOf = (step) => step.querySelector(":scope > .rc-guide__answer");

/** @param {Step} step */
export const labelOf = (step) => textOf(step, ":scope > summary > span");

/** @param {Step} step */
export const hintOf = (step) => textOf(step, ":scope > summary > small");

/** @param {Step} step @param {string} selector */
const textOf = (step, selector) => step.querySelector(selector)?.textContent ?? "";

/**
 * The choices that lead to a step, the first one first.
 * @param {Element} tree @param {Step} step
 */
export function pathTo(tree, step) {
  /** @type {Step[]} */
  const path = [];
  for (let node = step; node !== tree; node = /** @type {Element} */ (node.parentElement)) {
    path.unshift(node);
  }
  return path;
}

/**
 * The step that an address names, and whether the note does not document what it asks.
 * @param {Element} tree @param {string} hash
 */
export function stepAt(tree, hash) {
  const name = decodeURIComponent(hash.replace(/^#/, ""));
  const undocumented = name.endsWith(NOT_DOCUMENTED);
  const id = undocumented ? name.slice(0, -NOT_DOCUMENTED.length) : name;
  const step = id ? tree.querySelector(`details[id="${CSS.escape(id)}"]`) : null;
  return { step: step ?? tree, undocumented: undocumented && !(step && answerOf(step)) };
}

/**
 * The codes and the techniques that a text leads to, each once, the nearest first: steps of the
 * tree, and entries of the list of codes.
 * @param {Element} guide @param {Record<string, string[]>} words By register and name.
 * @param {string} text
 */
export function matches(guide, words, text) {
  if (text.trim().length < 2) return [];
  const nodes = /** @type {HTMLElement[]} */ ([
    ...guide.querySelectorAll(".rc-guide__codes > li, .rc-guide__tree [data-techniques]"),
  ]);
  const first = new Map(
    nodes.reverse().map((node) => [node.dataset.code ?? node.dataset.techniques, node]),
  );
  const entries = [...first.values()].reverse().map((node) => ({
    node,
    phrases: namesOf(node).flatMap((name) => words[name] ?? []),
  }));
  return findByWords(entries, text).map(({ node }) => node);
}

/** @param {HTMLElement} node */
function namesOf({ dataset: { code, techniques = "" } }) {
  return code ? [`codes/${code}`] : techniques.split(" ").map((name) => `techniques/${name}`);
}
