import { createAnnouncer } from "../shared/announcer.js";
import { PageElement } from "../shared/custom_element.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { flatten, listOf, make, makeButton } from "../shared/dom.js";
import { guideWords as strings } from "../shared/strings/index.js";
import { markLanguage } from "../shared/strings/language.js";
import * as steps from "./decision_steps.js";

/** @import { Step } from "./decision_steps.js" */

const MAX_RESULTS = 8;

/**
 * Shows the page's decision tree one question at a time; the address names the step, so Back works.
 */
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
    const toggle = () => this.#list(button, !this.#panel.hidden);
    const button = makeButton(strings.all, toggle, "rc-guide__all");
    this.#tree.before(this.#panel);
    this.append(make("p.rc-actions", button));
    this.#tree.hidden = true;
    addEventListener("hashchange", () => this.#panel.hidden || this.#show(true));
    this.#show(false);
  }

  /** @param {HTMLButtonElement} button @param {boolean} listed */
  #list(button, listed) {
    this.#panel.hidden = listed;
    this.#tree.hidden = !listed;
    button.textContent = listed ? strings.steps : strings.all;
    if (!listed) this.#show(false);
  }

  /**
   * @param {boolean} chosen Whether the learner chose, so that the new question is focused and
   * announced.
   */
  #show(chosen) {
    const { step, undocumented } = steps.stepAt(this.#tree, location.hash);
    const answer = steps.answerOf(step);
    const ownTitle = answer ? codeOf(answer) : steps.questionOf(step);
    const title = undocumented ? strings.ask : ownTitle;
    const heading = make("h2.rc-guide__title", { tabIndex: -1 }, title);
    if (undocumented) markLanguage(heading);
    this.#panel.replaceChildren(...flatten([
      pathNode(this.#tree, step),
      heading,
      undocumented
        ? markLanguage(make("p", strings.askWhy))
        : answer
        ? make("div.rc-guide__answer", ...answer.cloneNode(true).childNodes)
        : this.#choices(step),
      backNode(this.#tree, step, undocumented),
    ]));
    if (!chosen) return;
    heading.focus();
    const text = undocumented || answer
      ? strings.answered({ answer: title })
      : strings.asked({ question: title, count: steps.choicesOf(step).length });
    this.#announce(text);
  }

  /** @param {Step} step */
  #choices(step) {
    const choices = steps.choicesOf(step).map(linkTo);
    if (step === this.#tree) {
      return [listOf("ul.rc-guide__options", choices), finder(this)];
    }
    const props = { href: `#${step.id}${steps.NOT_DOCUMENTED}` };
    const other = make("a.rc-guide__option.rc-guide__option--unsaid", props, strings.unsaid);
    return listOf("ul.rc-guide__options", [...choices, markLanguage(other)]);
  }
}

/** @param {Step} choice */
function linkTo(choice) {
  const hint = steps.hintOf(choice);
  return make(
    "a.rc-guide__option",
    { href: `#${choice.id}` },
    make("span", steps.labelOf(choice)),
    hint && [" ", make("small", hint)],
  );
}

/**
 * The choices so far, each a link back to its question.
 * @param {Element} root @param {Step} step
 */
function pathNode(root, step) {
  const links = steps.pathTo(root, step).map((choice) =>
    make("li", make("a", { href: `#${choice.id}` }, steps.labelOf(choice)))
  );
  return links.length && make("ol.rc-guide__way", { "aria-label": strings.soFar }, links);
}

/** @param {Element} root @param {Step} step @param {boolean} undocumented */
function backNode(root, step, undocumented) {
  if (step === root) return null;
  const previous = undocumented ? step : /** @type {Element} */ (step.parentElement);
  const href = previous === root ? "#" : `#${previous.id}`;
  const back = markLanguage(make("a.rc-button", { href }, strings.back));
  const restart = markLanguage(make("a.rc-button", { href: "#" }, strings.start));
  return make("p.rc-actions", back, " ", restart);
}

/** @param {Element} answer */
const codeOf = (answer) => answer.querySelector(".rc-guide__code")?.textContent?.trim() ?? "";

/** A field to type what was done in, and what it leads to. @param {Element} guide */
function finder(guide) {
  const field = make("input", { id: "rc-guide-find", type: "search", autocomplete: "off" });
  const label = markLanguage(make("label.rc-guide__find", make("span", strings.type), " ", field));
  const count = markLanguage(make("p.rc-guide__found", { role: "status" }));
  const list = make("ul.rc-guide__options");
  field.addEventListener("input", async () => {
    /** @type {Record<string, string[]>} */
    const words = await lazyLoad("words.js", "rightcodeSearchWords").catch(() => ({}));
    const found = steps.matches(guide, words, field.value);
    count.textContent = field.value.trim().length < 2 ? "" : strings.found({ count: found.length });
    list.replaceChildren(
      ...found.slice(0, MAX_RESULTS).map((match) => make("li", linkToMatch(match))),
    );
  });
  return make("div.rc-guide__finder", label, count, list);
}

/** A step of the guide, or the page of a code. @param {HTMLElement} match */
function linkToMatch(match) {
  const page = match.querySelector(":scope > a");
  if (!page) return linkTo(match);
  const name = match.querySelector(":scope > span")?.textContent ?? "";
  const props = { href: page.getAttribute("href") ?? "" };
  return make(
    "a.rc-guide__option",
    props,
    make("span", page.textContent),
    " ",
    make("small", name),
  );
}
