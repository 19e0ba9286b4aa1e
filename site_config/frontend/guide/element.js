import { PageElement } from "../shared/custom_element.js";
import { createAnnouncer } from "../shared/announcer.js";
import { make, makeButton } from "../shared/dom.js";
import { interfaceLanguage } from "../shared/strings/language.js";
import { strings } from "../shared/strings/guide/index.js";
import { techniqueSearch } from "./technique_search.js";
import * as tree from "./decision_steps.js";

/** One question at a time, from the questions that stand on the page; the address names the step, so Back works as ever. */
export class GuideElement extends PageElement {
  /** @type {(text: string) => void} */ #announce = () => {};
  #panel = make("div.rc-guide__panel");

  get #tree() {
    return /** @type {HTMLElement} */ (this.querySelector(".rc-guide__tree"));
  }

  /** @override */
  start() {
    if (!this.#tree) return false;
    this.#announce = createAnnouncer(this);
    const all = makeButton(
      strings.all,
      () => this.#listed(all, !this.#panel.hidden),
      "rc-guide__all",
    );
    this.#tree.before(this.#panel);
    this.append(make("p.rc-actions", all));
    this.#tree.hidden = true;
    addEventListener("hashchange", () => this.#panel.hidden || this.#show(true));
    this.#show(false);
  }

  /** Everything at once, or one question at a time again. @param {HTMLButtonElement} button @param {boolean} listed */
  #listed(button, listed) {
    this.#panel.hidden = listed;
    this.#tree.hidden = !listed;
    button.textContent = listed ? strings.steps : strings.all;
    if (!listed) this.#show(false);
  }

  /** @param {boolean} moved whether somebody chose, so that the new question takes the focus and is said */
  #show(moved) {
    const { step, unsaid } = tree.stepAt(this.#tree, location.hash);
    const answer = tree.answerOf(step);
    const title = unsaid ? strings.ask : answer ? codeOf(answer) : tree.questionOf(step);
    const heading = make("h2.rc-guide__title", { tabIndex: -1 }, title);
    if (unsaid) markLanguage(heading);
    this.#panel.replaceChildren(
      ...pathNodes(this.#tree, step),
      heading,
      ...(unsaid
        ? [markLanguage(make("p", strings.askWhy))]
        : answer
        ? restOf(answer)
        : this.#choices(step)),
      ...backNodes(this.#tree, step, unsaid),
    );
    if (!moved) return;
    heading.focus();
    this.#announce(
      unsaid || answer
        ? strings.answered(title)
        : strings.asked(title, tree.choicesOf(step).length),
    );
  }

  /** @param {tree.Step} step */
  #choices(step) {
    const choices = tree.choicesOf(step).map((choice) => make("li", linkTo(choice)));
    if (step === this.#tree) {
      return [
        make("ul.rc-guide__options", choices),
        techniqueSearch(this.#tree, linkTo),
      ];
    }
    const unsaid = make("a.rc-guide__option.rc-guide__option--unsaid", {
      href: `#${step.id}${tree.NOT_DOCUMENTED}`,
    }, strings.unsaid);
    return [
      make("ul.rc-guide__options", choices, make("li", markLanguage(unsaid))),
    ];
  }
}

/** @param {tree.Step} choice */
function linkTo(choice) {
  const hint = tree.hintOf(choice);
  const link = make("a.rc-guide__option", make("span", tree.labelOf(choice)));
  if (hint) link.append(" ", make("small", hint));
  link.href = `#${choice.id}`;
  return link;
}

/** What was chosen so far, each a way back to its question. @param {Element} root @param {tree.Step} step */
function pathNodes(root, step) {
  const way = tree.pathTo(root, step);
  if (!way.length) return [];
  const items = way.map((choice) => {
    const link = make("a", { href: `#${choice.id}` }, tree.labelOf(choice));
    return make("li", link);
  });
  const list = make("ol.rc-guide__way", { "aria-label": strings.soFar }, items);
  return [list];
}

/** @param {Element} root @param {tree.Step} step @param {boolean} unsaid */
function backNodes(root, step, unsaid) {
  if (step === root) return [];
  const before = unsaid ? step : /** @type {Element} */ (step.parentElement);
  const back = make("a.rc-button", strings.back);
  const start = make("a.rc-button", strings.start);
  back.href = before === root ? "#" : `#${before.id}`;
  start.href = "#";
  return [make("p.rc-actions", markLanguage(back), " ", markLanguage(start))];
}

/** The code and its name, as the heading says them. @param {Element} answer */
const codeOf = (answer) => answer.querySelector(".rc-guide__code")?.textContent?.trim() ?? "";

/** A copy of the page's own answer, its code a link still. @param {Element} answer */
const restOf = (
  answer,
) => [make("div.rc-guide__answer", ...answer.cloneNode(true).childNodes)];

/** Words of the interface, in its language. @template {HTMLElement} T @param {T} node @returns {T} */
function markLanguage(node) {
  if (interfaceLanguage()) node.lang = interfaceLanguage();
  return node;
}
