/** The questions as the page has them: a details element is a choice, what it holds is the question or the answer that follows. */

/** @typedef {Element} Step The tree itself, or a choice in it. */

export const NOT_DOCUMENTED = "~unsaid";

/** @param {Step} step */
export const choicesOf = (
  step,
) => /** @type {HTMLDetailsElement[]} */ ([...step.children].filter((child) =>
  child.tagName === "DETAILS"
));

/** @param {Step} step */
export const questionOf = (step) =>
  [...step.children].find((child) => child.classList.contains("rc-guide__question"))?.textContent ??
    "";

/** @param {Step} step */
export const answerOf = (step) =>
  [...step.children].find((child) => child.classList.contains("rc-guide__answer"));

/** @param {Step} step */
export const labelOf = (step) => step.querySelector(":scope > summary > span")?.textContent ?? "";

/** @param {Step} step */
export const hintOf = (step) => step.querySelector(":scope > summary > small")?.textContent ?? "";

/** The choices that lead to a step, the first one first. @param {Element} tree @param {Step} step */
export function pathTo(tree, step) {
  /** @type {Step[]} */
  const way = [];
  for (let here = step; here !== tree; here = /** @type {Element} */ (here.parentElement)) {
    way.unshift(here);
  }
  return way;
}

/** The step that an address names, and whether the note does not say what it asks. @param {Element} tree @param {string} hash @returns {{step: Step, unsaid: boolean}} */
export function stepAt(tree, hash) {
  const name = decodeURIComponent(hash.replace(/^#/, ""));
  const unsaid = name.endsWith(NOT_DOCUMENTED);
  const id = unsaid ? name.slice(0, -NOT_DOCUMENTED.length) : name;
  const found = id ? tree.querySelector(`details[id="${CSS.escape(id)}"]`) : null;
  return { step: found ?? tree, unsaid: unsaid && !(found && answerOf(found)) };
}

/** Techniques that the words typed begin or hold; each once, those that begin with them first. @param {Element} tree @param {string} typed */
export function matchingTechniques(tree, typed) {
  const wanted = typed.trim().toLowerCase();
  if (wanted.length < 2) return [];
  const seen = new Set();
  const found = [...tree.querySelectorAll("details[data-techniques]")].filter((step) => {
    const { techniques = "", words = "" } = /** @type {HTMLElement} */ (step).dataset;
    if (seen.has(techniques) || !words.includes(wanted)) return false;
    return Boolean(seen.add(techniques));
  });
  const begins = (/** @type {Element} */ step) =>
    Number(!`|${/** @type {HTMLElement} */ (step).dataset.words}`.includes(`|${wanted}`));
  return found.sort((one, other) => begins(one) - begins(other));
}
