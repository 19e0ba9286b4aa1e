/** A question that came to the desk: chosen from options, with feedback on each. */

import { make, makeForm } from "../shared/dom.js";
import { deskWords as words } from "../shared/strings/index.js";
import { link } from "../shared/table.js";
import { answerCredit } from "./score.js";

/** @import { DeskContext } from "./desk_context.js" */
/** @import { DeskQuestion, Progress } from "./types.d.ts" */

/**
 * @param {DeskContext} desk @param {string} id @param {Progress} found
 * @param {(message?: string) => void} then
 */
export function questionStep(desk, id, found, then) {
  const item = desk.item(id);
  const question = /** @type {DeskQuestion} */ (item.question);
  const chosen = found.chosen;
  const heading = make("h3", words.question);
  if (chosen) {
    const credit = Math.round(100 * answerCredit(item, chosen));
    return make(
      "section",
      heading,
      make("p", question.asks),
      make("p", make("strong", words.answered({ credit }))),
      make("ul.rc-desk__options", question.options.map((one) => reviewed(one, chosen))),
      make("p", question.reason),
      make("p", link(words.openQuestions, question.page)),
    );
  }
  const type = question.several ? "checkbox" : "radio";
  const inputs = question.options.map(([value]) => make("input", { type, name: "rc-desk", value }));
  const form = makeForm(
    "",
    words.check,
    "",
    () => {
      const picked = inputs.filter(({ checked }) => checked).map(({ value }) => value);
      if (!picked.length) return desk.announce(words.chooseOne), inputs[0]?.focus();
      desk.act(id, { act: "answer", day: desk.session.day, chosen: picked });
      then();
    },
    make(
      "fieldset.rc-desk__choices",
      make("legend", question.asks),
      question.options.map(([, text], index) => make("label", inputs[index], " ", text)),
    ),
  );
  return make("section", heading, form);
}

/** @param {DeskQuestion["options"][number]} option @param {string[]} chosen */
function reviewed([id, text, right, free, feedback], chosen) {
  const isChosen = chosen.includes(id);
  const verdict = free
    ? "free"
    : right
    ? isChosen ? "right" : "missed"
    : isChosen
    ? "wrong"
    : "left";
  return make(
    "li",
    { "data-verdict": verdict },
    make("strong", text),
    " ",
    words.verdicts[verdict],
    " ",
    feedback,
  );
}
