/** The decks as the page has them, which without script is a list of fronts and folded backs. */

/**
 * @typedef {object} Card One way round of a flashcard.
 * @property {string} id Of the card in the log.
 * @property {string} digest Of what it says.
 * @property {string} front
 * @property {string} context What its front says above the front.
 * @property {boolean} isReverse
 * @property {string} term
 * @property {Element} back
 *
 * @typedef {{id: string, title: string, cards: Card[]}} Deck
 */

export const REVERSE = "-reverse";

/**
 * Every deck, with its cards from code to meaning, or the other way round.
 *
 * @param {Element} root
 * @param {boolean} isReverse
 * @returns {Deck[]}
 */
export function readDecks(root, isReverse) {
  const cards = new Map(
    [...root.querySelectorAll(".rc-flashcard")].map((node) => [node.id, readCard(node, isReverse)]),
  );
  return [...root.querySelectorAll(".rc-deck")].map((node) => {
    const borrowed = (node.getAttribute("data-cards") ?? "").split(" ").filter(Boolean);
    const own = [...node.querySelectorAll(".rc-flashcard")].map(({ id }) => id);
    return {
      id: node.id.replace("deck-", ""),
      title: node.querySelector("summary")?.firstChild?.textContent?.trim() ?? "",
      cards: [...borrowed, ...own].flatMap((id) => cards.get(id) ?? []),
    };
  });
}

/** @param {Element} node @param {boolean} isReverse @returns {Card} */
function readCard(node, isReverse) {
  const text = (/** @type {string} */ selector) =>
    node.querySelector(selector)?.textContent?.trim() ?? "";
  const context = text("summary > small");
  const term = text("summary").slice(context.length).trim();
  const asks = node.getAttribute("data-asks") ?? text(".rc-flashcard__meaning");
  return {
    id: isReverse ? node.id + REVERSE : node.id,
    digest: node.getAttribute("data-facts") ?? "",
    front: isReverse ? asks : term,
    context,
    isReverse,
    term,
    back: /** @type {Element} */ (node.querySelector(".rc-flashcard__back")),
  };
}
