import { percent } from "../shared/format.js";
import { make, makeButton } from "../shared/dom.js";
import { quizWords as strings } from "../shared/strings/index.js";

/** @import { Mark } from "../shared/types.d.ts" */

const RANK = { right: 0, wrong: 0, missed: 1, left: 2 };
/** Of boxes: what belongs into a box follows what was entered there. */
const BOXED = { right: 1, wrong: 0, missed: 0, left: 2 };

/**
 * The answer with its reasons, hidden until the question is checked. It replaces the details
 * that the server rendered, with their nodes. Once filled it is laid out, unseen, so that
 * it appears at once: the layout takes a slow phone longest.
 */
export class FeedbackPanel {
  #verdict = make("p.rc-verdict");
  #yours = make("ul.rc-feedback.rc-feedback--yours");
  #others = make("details.rc-others");
  #list;
  #order;
  /** @type {string | undefined} */ #filledFor;

  /** @param {Element} details @param {() => void} retry */
  constructor(details, retry) {
    this.#list = details.querySelector("ul.rc-feedback") ?? make("ul");
    this.node = make("div.rc-answer.rc-panel", { hidden: true });
    details.querySelector("summary")?.remove();
    this.#others.append(make("summary", strings.others));
    details.replaceWith(this.node);
    this.node.append(this.#verdict, ...details.children);
    (this.node.querySelector(".rc-answer__key") ?? this.#verdict).after(this.#yours);
    this.node.append(this.#others, makeButton(strings.retryItem, retry, "rc-retry-item"));
    this.#others.append(this.#list);
    this.#order = [...this.#list.children];
  }

  get spoken() {
    return this.#yours.querySelector(".rc-feedback__text")?.textContent?.trim() ?? "";
  }

  /**
   * @param {string[]} chosen
   * @param {boolean} right
   * @param {(id: string) => Mark} markOf
   * @param {Record<Mark, string>} words
   * @param {number} [score] The part that is right of an answer that is not right as a whole.
   */
  fill(chosen, right, markOf, words, score = 0) {
    if (this.#filledFor === String(chosen)) return;
    this.#filledFor = String(chosen);
    this.#showVerdict(right, score);
    for (const row of this.#rows(markOf, words)) this.#placeRow(row, markOf(idOf(row)), words);
    this.#others.hidden = this.#list.childElementCount === 0;
    this.node.dataset.filled = "";
  }

  /** Shows the verdict and the feedback on the answer; the rest follows on `complete`. */
  show() {
    this.node.hidden = false;
  }

  complete() {
    this.node.dataset.whole = "";
  }

  hide() {
    this.node.hidden = true;
    delete this.node.dataset.whole;
    this.#others.open = false;
  }

  /** @param {boolean} right @param {number} score */
  #showVerdict(right, score) {
    const mark = right ? "right" : "wrong";
    this.#verdict.dataset.verdict = mark;
    const sign = make("span.rc-sign", { "aria-hidden": "true" }, strings.signs[mark]);
    this.#verdict.replaceChildren(sign, make("strong", strings[mark]));
    if (!right && score > 0) {
      this.#verdict.append(" ", make("span", strings.inPart({ share: percent(score) })));
    }
  }

  /**
   * The rows in the order they are shown.
   *
   * @param {(id: string) => Mark} markOf @param {Record<Mark, string>} words
   */
  #rows(markOf, words) {
    const rank = words.missed === strings.marks.boxes.missed ? BOXED : RANK;
    return this.#order.toSorted((a, b) => rank[markOf(idOf(a))] - rank[markOf(idOf(b))]);
  }

  /** @param {Element} row @param {Mark} mark @param {Record<Mark, string>} words */
  #placeRow(row, mark, words) {
    row.querySelector(".rc-feedback__mark")?.remove();
    row.setAttribute("data-mark", mark);
    if (words[mark]) {
      row.prepend(make("span.rc-feedback__mark", words[mark]));
    }
    (mark === "left" ? this.#list : this.#yours).append(row);
  }
}

/** @param {Element} row */
const idOf = (row) => row.getAttribute("data-option") ?? "";
