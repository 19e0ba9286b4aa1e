/** A deck on paper: fronts on the left, backs on the right, to fold or to cut. */
import { make } from "../shared/dom.js";

/** @import { Deck } from "./decks.js" */

/** @param {Element} root @param {Deck} deck */
export function printDeck(root, { title, cards }) {
  const rows = cards.map(({ front, context, isReverse, term, back }) =>
    make(
      "div.rc-paper__card",
      make("p.rc-paper__front", context && make("small", context, " "), front),
      make(
        "div.rc-paper__back",
        isReverse && make("p.rc-turn__term", term),
        copies(back, isReverse),
      ),
    )
  );
  const paper = make("div.rc-paper", make("h2", title), ...rows);
  root.append(paper);
  addEventListener("afterprint", () => paper.remove(), { once: true });
  print();
}

/** @param {Element} back @param {boolean} isReverse What is asked is not repeated. */
const copies = (back, isReverse) =>
  [...back.children]
    .filter((node) => !node.matches(".rc-flashcard__more"))
    .filter((node) => !(isReverse && node.matches(".rc-flashcard__meaning")))
    .map((node) => node.cloneNode(true));
