/** Reading a remittance, deciding about each line, and what was right. */

import { make, makeForm } from "../shared/dom.js";
import { deskWords as words } from "../shared/strings/index.js";
import { FormErrors } from "../tools/fields.js";
import { RemittanceView } from "../tools/remittance_view.js";
import { isRight, REMEDIES } from "./decisions.js";
import { select } from "./start_screen.js";
import { lineText, whyNodes } from "./texts.js";

/** @import { DeskContext } from "./desk_context.js" */
/** @import { Decided, RemittanceJson, Progress } from "./types.d.ts" */

/** @param {DeskContext} desk @param {RemittanceJson} answer */
export function answerView({ work, pages }, answer) {
  const title = answer.status === "rejected" ? words.rejected : words.answer;
  const view = new RemittanceView({ pages, denials: work.denials });
  return make("section.rc-desk__answer.rc-output", make("h3", title), ...view.nodes(answer));
}

/**
 * A choice for each line.
 *
 * @param {DeskContext} desk @param {string} id @param {Progress} found @param {() => void} then
 */
export function decideForm(desk, id, found, then) {
  const choices = (found.answer?.lines ?? []).map((line) => {
    const choice = select(`line-${line.line}`, ["", ...REMEDIES], "", {
      "": words.choose,
      ...words.remedies,
    });
    const text = `${words.line({ place: line.line })}: ${
      lineText([line.code, line.units, line.modifiers])
    }`;
    const field = make("div.rc-field", make("label", { htmlFor: choice.id }, text), choice);
    return { line, choice, field };
  });
  const form = makeForm("", words.record, "", () => {
    const errors = new FormErrors(form);
    for (const { line, choice } of choices) {
      if (!choice.value) errors.add(choice, words.chooseAll({ line: line.line }));
    }
    if (errors.texts.length) return desk.announce(errors.texts.join(" ")), errors.focus();
    const done = Object.fromEntries(choices.map(({ line, choice }) => [line.line, choice.value]));
    desk.act(id, { act: "decide", day: desk.session.day, done });
    then();
  }, ...choices.map(({ field }) => field));
  return make("section", make("h3", words.decide), form);
}

/** @param {Decided[]} all Of one remittance. */
export const decisionsView = (all) =>
  make(
    "section.rc-desk__feedback",
    make("h3", words.decisions({ day: all[0]?.day ?? 0 })),
    make("ul", all.map(decision)),
  );

/** @param {Decided} one */
function decision(one) {
  const texts = /** @type {Record<string, string>} */ (words.remedies);
  const values = { line: one.line, code: one.code, done: texts[one.done] ?? words.none };
  const good = isRight(one);
  const text = good
    ? words.decidedRight(values)
    : words.decidedWrong({ ...values, right: texts[one.right[0]] ?? words.none });
  return make(
    "li",
    { "data-verdict": good ? "right" : "wrong" },
    make("strong", text),
    one.why.map((why) => [" ", ...whyNodes(why)]),
  );
}
