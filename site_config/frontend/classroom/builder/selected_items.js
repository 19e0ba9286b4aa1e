import { make, makeButton } from "../../shared/dom.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { questionLabel, ruleLabel } from "./labels.js";

/** @import { BankEntry, Builder, Draft } from "../types.d.ts" */

/** @typedef {{entry: BankEntry, rule: number | null}} Selected */

/** @param {string} mark @param {string} label @param {string} name @param {() => void} act */
function button(mark, label, name, act) {
  const made = makeButton(mark, act);
  made.ariaLabel = label;
  made.dataset.act = name;
  return made;
}

/**
 * The questions as learners get them, and the rules that draw some of them.
 *
 * @param {Draft} draft
 * @param {Selected[]} chosen
 * @param {Builder} builder
 */
export function selectedItems(draft, chosen, builder) {
  if (!draft.items.length && !draft.draw.length) return [make("p", words.none)];
  const heading = words.chosen({ count: chosen.length });
  const rows = chosen.map((one) => row(draft, one, builder));
  return [
    draft.draw.length && rules(draft, chosen, builder),
    make("p.rc-count", heading),
    make("ol.rc-questions", { "aria-label": heading }, rows),
  ];
}

/** @param {Draft} draft @param {Selected} selected @param {Builder} builder */
function row({ items, order }, { entry, rule }, builder) {
  const { id, title } = entry;
  const source = rule === null ? words.byHand : words.byRule({ rule: rule + 1 });
  const label = questionLabel(entry, builder.labels, source);
  const { preview } = builder;
  const seen = [preview.button(entry, "chosen")], shown = preview.nodeOf(id, "chosen");
  if (rule !== null) return make("li", label, make("span.rc-acts", seen), shown);
  const index = items.indexOf(id);
  const move = (/** @type {"up" | "down"} */ direction, /** @type {number} */ to) => {
    const act = () => {
      const moved = items.toSpliced(index, 1).toSpliced(to, 0, id);
      builder.change({ items: moved }, words.moved({ place: to + 1 }), `${direction} ${id}`);
    };
    const possible = order !== "shuffled" && to >= 0 && to < items.length;
    return possible &&
      button(words[direction], words[`${direction}One`]({ title }), `${direction} ${id}`, act);
  };
  const remove = () =>
    builder.change({ items: items.toSpliced(index, 1) }, words.removed({ title }));
  const acts = [
    move("up", index - 1),
    move("down", index + 1),
    button(words.remove, words.removeOne({ title }), `remove ${id}`, remove),
  ];
  return make("li", label, make("span.rc-acts", seen, acts), shown);
}

/** @param {Draft} draft @param {Selected[]} chosen @param {Builder} builder */
function rules({ draw }, chosen, builder) {
  const rows = draw.map((one, index) => {
    const { count } = one;
    const title = words.rule({ count, what: ruleLabel(one, builder.labels) });
    const got = chosen.filter(({ rule }) => rule === index).length;
    const lacking = got < count &&
      make("small.rc-flaw", words.lacking({ rule: index + 1, got, count }));
    const remove = () =>
      builder.change({ draw: draw.toSpliced(index, 1) }, words.removed({ title }));
    return make(
      "li",
      make("span.rc-question", make("strong", title), lacking),
      button(words.remove, words.removeOne({ title }), `rule ${index}`, remove),
    );
  });
  const list = make("ol.rc-questions.rc-rules", { "aria-label": words.rules }, rows);
  return make("div", make("p.rc-count", words.rules), list);
}
