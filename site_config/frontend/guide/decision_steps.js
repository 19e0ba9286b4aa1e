/**
 * The decision tree as it is on the page: a details element is a choice; it holds the next question
 * or the answer.
 */

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
 * Techniques whose words start with or contain the text, each once; those that start with it
 * first.
 * @param {Element} tree @param {string} text
 */
export function matchingTechniques(tree, text) {
  const query = text.trim().toLowerCase();
  if (query.length < 2) return [];
  const seen = new Set();
  const all = /** @type {HTMLElement[]} */ ([...tree.querySelectorAll("details[data-techniques]")]);
  const matching = all.filter(({ dataset: { techniques = "", words = "" } }) => {
    if (seen.has(techniques) || !words.includes(query)) return false;
    return Boolean(seen.add(techniques));
  });
  const rank = (/** @type {HTMLElement} */ { dataset }) =>
    Number(!`|${dataset.words}`.includes(`|${query}`));
  return matching.sort((a, b) => rank(a) - rank(b));
}
