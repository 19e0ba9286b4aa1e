/** What was chosen, as a reader knows it: names of options, codes with units, claim lines. */
import { formOf } from "./scoring.js";

/** @import { Marking } from "../../shared/schema_types.d.ts" */

/** @param {Marking | undefined} marking @param {string[]} response */
export function choiceTexts(marking, response) {
  const form = marking && formOf(marking);
  if (form === "numbers") return response.map((one) => one.replace(".", " × ")).join(", ");
  if (form === "lines") return response.map(lineText).join(", ");
  const names = new Map(marking?.options.map(({ id, name }) => [id, name]));
  return response.map((id) => names.get(id) ?? id).join(", ");
}

/** @param {string} pick Such as "1.97110.2.GP". */
function lineText(pick) {
  const [, code, units, ...modifiers] = pick.split(".");
  return code ? [`${code} × ${units}`, ...modifiers].join(" ") : pick;
}
