import { unitsOfDay } from "../billing/unit_calculator.js";
import { listOf, make } from "../shared/dom.js";
import { ownPayerWords as payerWords, toolsWords as strings } from "../shared/strings/index.js";
import { checkDay, chosenOf, fieldOf, minutesOf, textOf } from "./fields.js";
import { myPayerFacts } from "./payer_choice.js";
import { rowsOf, ServiceRows } from "./service_rows.js";

/** @import { AnswerOutput } from "./answer_output.js" */
/** @import {
 *   BilledLine, CountedDay, CountedService, DayUnits, Facts
 * } from "../billing/types.d.ts" */
/** @import { Tool } from "./element.js" */
/** @import { FormErrors } from "./fields.js" */

/** Minutes to units, both methods side by side. @type {Tool} */
export const unitCalculator = {
  prepare: (form, _, announce) => new ServiceRows(form, announce),
  read(form, facts, errors) {
    const day = readDay(form, errors);
    return (output) => showDay(output, facts, day);
  },
};

/** @param {HTMLFormElement} form @param {FormErrors} errors */
function readDay(form, errors) {
  const rows = rowsOf(form);
  const services = rows.map((row) => {
    if (!textOf(row, "minutes")) errors.add(fieldOf(row, "minutes"), strings.errors.minutesMissing);
    return {
      code: chosenOf(row, "code", errors),
      minutes: minutesOf(row, errors) ?? 0,
      by: /** @type {CountedService["by"]} */ (textOf(row, "by")),
    };
  });
  checkDay(rows, services.map((service) => service.minutes), errors);
  return {
    services,
    discipline: /** @type {CountedDay["discipline"]} */ (textOf(form, "discipline")),
  };
}

/** @param {AnswerOutput} output @param {Facts} facts @param {CountedDay} day */
function showDay(output, facts, day) {
  const cms = unitsOfDay(facts, day, "cms");
  const ama = unitsOfDay(facts, day, "ama");
  const sections = [methodSection(output, "cms", cms), methodSection(output, "ama", ama)];
  const mine = countedByMine(facts);
  output.add(...(mine ? [make("p", mine)] : []), make("div.rc-ways", sections));
  const title = (/** @type {"cms" | "ama"} */ name, /** @type {DayUnits} */ found) =>
    strings.counted({ method: strings.methods[name], total: found.total });
  return strings.saidUnits({ cms: title("cms", cms), ama: title("ama", ama) });
}

/** Which of the methods is that of the reader's payer. @param {Facts} facts */
function countedByMine(facts) {
  const payer = myPayerFacts(facts);
  if (!payer) return "";
  const method = payer.method === "cms" || payer.method === "ama" ? payer.method : null;
  return method
    ? payerWords.counts({ name: payer.name, method: strings.methods[method] })
    : payerWords.countsUnknown({ name: payer.name });
}

/** @param {AnswerOutput} output @param {"cms" | "ama"} name @param {DayUnits} found */
function methodSection(output, name, found) {
  const { total, lines, alternatives, reasons } = found;
  const others = alternatives.map((other) => claimText(output, other));
  return make(
    "section.rc-way",
    make("h3", strings.counted({ method: strings.methods[name], total })),
    make("p.rc-claim-line", lines.length ? claimText(output, lines) : strings.noUnits),
    others.length && [make("h4", strings.alsoRight), listOf("ul", others)],
    output.list(reasons, "ol"),
  );
}

/**
 * "97110 × 2 CQ, 97140 × 1", the codes as links.
 * @param {AnswerOutput} output @param {BilledLine[]} lines @returns {(Node | string)[]}
 */
export function claimText(output, lines) {
  return lines.flatMap(({ code, units, modifiers }, index) => [
    index ? ", " : "",
    output.code(code),
    ` × ${[units, ...modifiers].join(" ")}`,
  ]);
}
