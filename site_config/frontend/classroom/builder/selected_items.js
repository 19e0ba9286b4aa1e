import { make, makeButton } from "../../shared/dom.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { questionLabel, ruleLabel } from "./labels.js";

/** @import { BankEntry, Draft, Labels } from "../types.d.ts" */

/**
 * @typedef {object} SelectionHost
 * @property {Labels} labels
 * @property
 *   {(change: {items?: string[], draw?: Draft["draw"]}, said: string, focus: string) => void}
 *   change
 */

/** @param {string} mark @param {string} label @param {string} name @param {() => void} act */
function button(mark, label, name, act) {
  const made = makeButton(mark, act);
  made.setAttribute("aria-label", label);
  made.dataset.act = name;
  return made;
}

/**
 * The questions as learners get them, and the rules that draw some of them.
 *
 * @param {Draft} draft
 * @param {{entry: BankEntry, rule: number | null}[]} chosen
 * @param {SelectionHost} host
 * @returns {Node[]}
 */
export function selectedItems(draft, chosen, host) {
  if (!draft.items.length && !draft.draw.length) return [make("p", words.none)];
  const heading = make("p.rc-count", words.chosen({ count: chosen.length }));
  const list = make(
    "ol.rc-questions",
    { "aria-label": heading.textContent ?? "" },
    chosen.map((one) => row(draft, one, host)),
  );
  return [...(draft.draw.length ? [rules(draft, chosen, host)] : []), heading, list];
}

/**
 * @param {Draft} draft
 * @param {{entry: BankEntry, rule: number | null}} one
 * @param {SelectionHost} host
 */
function row({ items, order }, { entry, rule }, { labels, change }) {
  const source = rule === null ? words.byHand : words.byRule({ rule: rule + 1 });
  const label = questionLabel(entry, labels, source);
  if (rule !== null) return make("li", label);
  const index = items.indexOf(entry.id);
  const move = (/** @type {number} */ to) => () => {
    const moved = items.toSpliced(index, 1).toSpliced(to, 0, entry.id);
    change(
      { items: moved },
      words.moved({ place: to + 1 }),
      `${to < index ? "up" : "down"} ${entry.id}`,
    );
  };
  const remove = () =>
    change({ items: items.toSpliced(index, 1) }, words.removed({ title: entry.title }), "");
  const moves = order === "shuffled" ? [] : [
    ...(index > 0
      ? [button(words.up, words.upOne({ title: entry.title }), `up ${entry.id}`, move(index - 1))]
      : []),
    ...(index < items.length - 1
      ? [
        button(
          words.down,
          words.downOne({ title: entry.title }),
          `down ${entry.id}`,
          move(index + 1),
        ),
      ]
      : []),
  ];
  const acts = [
    ...moves,
    button(words.remove, words.removeOne({ title: entry.title }), `remove ${entry.id}`, remove),
  ];
  return make("li", label, make("span.rc-acts", acts));
}

/** @param {Draft} draft @param {{rule: number | null}[]} chosen @param {SelectionHost} host */
function rules({ draw }, chosen, { labels, change }) {
  const rows = draw.map((one, index) => {
    const text = words.rule({ count: one.count, what: ruleLabel(one, labels) });
    const got = chosen.filter(({ rule }) => rule === index).length;
    const remove = () =>
      change({ draw: draw.toSpliced(index, 1) }, words.removed({ title: text }), "");
    return make(
      "li",
      make(
        "span.rc-question",
        make("strong", text),
        got < one.count &&
          make("small.rc-flaw", words.lacking({ rule: index + 1, got, count: one.count })),
      ),
      button(words.remove, words.removeOne({ title: text }), `rule ${index}`, remove),
    );
  });
  const list = make("ol.rc-questions.rc-rules", { "aria-label": words.rules }, rows);
  return make("div", make("p.rc-count", words.rules), list);
}
