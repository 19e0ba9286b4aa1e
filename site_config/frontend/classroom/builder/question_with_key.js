import { openQuestion } from "../../exam/question_view.js";
import { loadKinds } from "../../quiz/kinds/registry.js";

/** @import { BankItem } from "../types.d.ts" */

/** A question as it is shown without script, its answer open. @param {BankItem} item */
export async function shownWithKey(item) {
  await loadKinds([item.kind]);
  const { kind, section } = openQuestion(item, 0);
  section.querySelector(".rc-item__number")?.remove();
  section.querySelector("details.rc-answer")?.setAttribute("open", "");
  kind.lock(section, true);
  for (const row of section.querySelectorAll('.rc-feedback [data-right="true"]')) {
    const id = CSS.escape(row.getAttribute("data-option") ?? "");
    section.querySelector(`.rc-option[data-option="${id}"]`)?.setAttribute("data-mark", "missed");
  }
  return [section];
}
