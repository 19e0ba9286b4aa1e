import { bill } from "../billing/claim.js";
import { make } from "../shared/dom.js";
import { strings } from "../shared/strings/tools/index.js";
import { showDetails } from "./service_details.js";
import { scrollTable } from "./answer_output.js";
import { ServiceRows } from "./service_rows.js";
import { claimText } from "./unit_calculator.js";
import { readVisit } from "./visit_form.js";

/** @import { AnswerOutput } from "./answer_output.js" */
/** @import { Bill, Facts, Visit } from "../billing/types.js" */
/** @import { Tool } from "./element.js" */

/** A visit in, its claim out. @type {Tool} */
export const claimBuilder = {
  prepare: (form, facts, announce) =>
    void new ServiceRows(form, announce, (row) => showDetails(row, facts)),
  read(form, facts, flaws) {
    const told = readVisit(form, flaws);
    return (output) => showBill(output, facts, told);
  },
};

/** @param {AnswerOutput} output @param {Facts} facts @param {Visit} told */
function showBill(output, facts, told) {
  const found = bill(facts, told);
  output.add(make("h3", strings.lines), ...linesOf(output, found));
  part(
    output,
    strings.notBilled,
    found.notBilled.map(({ code, minutes, reason }) => {
      const name = strings.unbilled(code, minutes);
      return [...output.prose(name ? `${name}: ` : ""), ...output.said(reason)];
    }),
  );
  part(output, strings.ask, found.questions.map(({ reason }) => output.said(reason)));
  part(output, strings.watch, found.warnings.map((warning) => output.said(warning)));
  part(
    output,
    strings.alsoRight,
    found.alternatives.slice(0, 5).map((way) => claimText(output, way)),
  );
  const { lines, notBilled, questions, warnings } = found;
  return strings.saidVisit(lines.length, notBilled.length, questions.length, warnings.length);
}

/** @param {AnswerOutput} output @param {Bill} found @returns {Element[]} */
function linesOf(output, found) {
  if (!found.lines.length) return [make("p", strings.nothing)];
  const rows = found.lines.map(({ code, units, modifiers }) => [
    output.code(code),
    String(units),
    modifiers.join(" ") || strings.noModifiers,
  ]);
  const reasons = found.lines.map((line) => {
    const summary = make("summary", strings.whyLine(line.code, line.modifiers));
    return make("details.rc-more", summary, output.list(line.reasons));
  });
  return [
    scrollTable([strings.code, strings.units, strings.modifiers], rows, strings.lines),
    ...reasons,
  ];
}

/** @param {AnswerOutput} output @param {string} title @param {(Node | string)[][]} entries */
function part(output, title, entries) {
  if (!entries.length) return;
  const list = make("ul", entries.map((entry) => make("li", entry)));
  output.add(make("h3", title), list);
}
