import { make, makeButton, phrase } from "../shared/dom.js";
import { quizWords as strings } from "../shared/strings/index.js";
import { byObjective, countConfusions, isPartlyRight, tally } from "./score.js";

/** @import { Confusion, Entry } from "../shared/types.d.ts" */

/**
 * @typedef {object} ResultHost
 * @property {(objective: string) => string} nameOf
 * @property {() => void} retryMissed
 * @property {() => void} startAgain
 * @property {() => void} goToOpen
 */

/** The result of a round: the score, objectives, confusions, and what to do next. */
export class Result {
  #host;
  #heading;

  /**
   * @param {string} id
   * @param {"h2" | "h3"} level That of the questions' titles.
   * @param {ResultHost} host
   */
  constructor(id, level, host) {
    this.#host = host;
    const props = { className: "rc-result__title", tabIndex: -1, id: `result-${id}` };
    this.#heading = make(level, props, strings.result);
    this.node = make("section.rc-result", { hidden: true, "aria-labelledby": props.id });
  }

  focus() {
    this.#heading.focus();
  }

  /** @param {Entry[]} entries */
  update(entries) {
    this.node.replaceChildren(
      this.#heading,
      ...scoreLines(entries),
      ...this.#part(strings.byObjective, objectives(entries, this.#host.nameOf)),
      ...this.#part(strings.mixedUp, confusions(entries)),
      buttons(entries, this.#host),
    );
  }

  /** @param {string} textContent @param {Element} content */
  #part(textContent, content) {
    const heading = make(this.#heading.matches("h2") ? "h3" : "h4", textContent);
    return content.querySelector("tbody tr, li") ? [heading, content] : [];
  }
}

/** @param {Entry[]} entries */
function scoreLines(entries) {
  const { total, answered, right, firstRight } = tally(entries);
  const notes = [];
  if (right === total) notes.push(strings.everyRight);
  const partly = entries.filter(isPartlyRight).length;
  if (partly) notes.push(strings.partly({ count: partly }));
  if (firstRight < right) notes.push(strings.firstTry({ right: firstRight }));
  if (answered < total) notes.push(strings.open({ count: total - answered }));
  const score = make("p.rc-result__score", strings.score({ right, total }));
  return notes.length ? [score, make("p.rc-result__notes", notes.join(" "))] : [score];
}

/** @param {Entry[]} entries @param {(objective: string) => string} nameOf */
function objectives(entries, nameOf) {
  const rows = byObjective(entries);
  const head = make("tr", columnHead(strings.objective), columnHead(strings.objectiveScore));
  const body = rows.map((row) => objectiveRow(nameOf(row.id), row));
  return make("table.rc-objectives", make("thead", head), make("tbody", body));
}

/** @param {string} text */
const columnHead = (text) => make("th", { scope: "col" }, text);

/** @param {string} name @param {{right: number, total: number}} score */
function objectiveRow(name, { right, total }) {
  const score = make("td", strings.ofTotal({ right, total }));
  const props = { "data-all": String(right === total) };
  return make("tr", props, make("th", { scope: "row" }, name), score);
}

/** @param {Entry[]} entries */
function confusions(entries) {
  return make("ul.rc-confusions", countConfusions(entries).map(confusionRow));
}

/** @param {Confusion & {times: number}} confusion */
function confusionRow({ chosen, right, times }) {
  const message =
    strings.confusion[chosen === null ? "omitted" : right === null ? "added" : "instead"];
  const template = message({ chosen: "{chosen}", right: "{right}" });
  const nodes = { chosen: nameNode(chosen), right: nameNode(right) };
  const count = make("span.rc-confusions__times", strings.times({ count: times }));
  return make("li", make("span", phrase(template, nodes)), " ", count);
}

/** A code as it is, other text in quotation marks. @param {string | null} name */
function nameNode(name) {
  const isCode = /^[A-Z]?\d{4,5}\b/.test(name ?? "");
  const node = make("strong.rc-name", isCode ? name ?? "" : strings.quoted({ name: name ?? "" }));
  node.toggleAttribute("data-code", isCode);
  return node;
}

/** @param {Entry[]} entries @param {ResultHost} host */
function buttons(entries, host) {
  const { missed, answered, total } = tally(entries);
  const primary = "rc-button--primary rc-retry-missed";
  return make(
    "div.rc-result__buttons",
    missed && makeButton(strings.retryMissed({ count: missed }), host.retryMissed, primary),
    answered < total && makeButton(strings.goToOpen, host.goToOpen, "rc-go-to-open"),
    makeButton(strings.startAgain, host.startAgain, "rc-start-again"),
  );
}
