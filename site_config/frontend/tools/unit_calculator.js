import { unitsOfDay } from "../billing/unit_calculator.js";
import { make } from "../shared/dom.js";
import { strings } from "../shared/strings/tools/index.js";
import { checkDay, fieldOf, minutesOf, textOf } from "./fields.js";
import { rowsOf, ServiceRows } from "./service_rows.js";

/** @import { AnswerOutput } from "./answer_output.js" */
/** @import { CountedDay, DayUnits, Facts, Line } from "../billing/types.js" */
/** @import { Tool } from "./element.js" */
/** @import { FormErrors } from "./form_errors.js" */

/** Minutes to units, both methods side by side. @type {Tool} */
export const unitCalculator = {
  prepare: (form, _, announce) => void new ServiceRows(form, announce),
  read(form, facts, flaws) {
    const day = readDay(form, flaws);
    return (output) => showDay(output, facts, day);
  },
};

/** @param {HTMLFormElement} form @param {FormErrors} flaws @returns {CountedDay} */
function readDay(form, flaws) {
  const rows = rowsOf(form);
  const services = rows.map((row) => {
    if (!textOf(row, "minutes")) flaws.add(fieldOf(row, "minutes"), strings.flaws.minutesMissing);
    return {
      code: textOf(row, "code"),
      minutes: minutesOf(row, flaws) ?? 0,
      by: textOf(row, "by"),
    };
  });
  checkDay(rows, services.map((service) => service.minutes), flaws);
  return { services, discipline: textOf(form, "discipline") };
}

/** @param {AnswerOutput} output @param {Facts} facts @param {CountedDay} day */
function showDay(output, facts, day) {
  const cms = unitsOfDay(facts, day, "cms");
  const ama = unitsOfDay(facts, day, "ama");
  const sections = [methodSection(output, "cms", cms), methodSection(output, "ama", ama)];
  output.add(make("div.rc-ways", sections));
  const title = (/** @type {"cms" | "ama"} */ name, /** @type {DayUnits} */ found) =>
    strings.counted(strings.methods[name], found.total);
  return strings.saidUnits(title("cms", cms), title("ama", ama));
}

/** @param {AnswerOutput} output @param {"cms" | "ama"} name @param {DayUnits} found */
function methodSection(output, name, found) {
  const section = make("section.rc-way");
  section.append(
    make("h3", strings.counted(strings.methods[name], found.total)),
    make("p.rc-claim-line", found.lines.length ? claimText(output, found.lines) : strings.noUnits),
  );
  if (found.alternatives.length) {
    const ways = found.alternatives.map((way) => make("li", claimText(output, way)));
    section.append(make("h4", strings.alsoRight), make("ul", ways));
  }
  section.append(output.list(found.reasons, "ol"));
  return section;
}

/** "97110 × 2 CQ, 97140 × 1", the codes as links. @param {AnswerOutput} output @param {Line[]} lines @returns {(Node | string)[]} */
export function claimText(output, lines) {
  return lines.flatMap(({ code, units, modifiers }, index) => [
    index ? ", " : "",
    output.code(code),
    ` × ${[units, ...modifiers].join(" ")}`,
  ]);
}
