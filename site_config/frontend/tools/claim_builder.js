import { buildClaim } from "../billing/claim.js";
import { listOf, make } from "../shared/dom.js";
import { toolsWords as strings } from "../shared/strings/index.js";
import { scrollTable } from "./answer_output.js";
import { ServiceRows, showDetails } from "./service_rows.js";
import { claimText } from "./unit_calculator.js";
import { readVisit } from "./visit_form.js";

/** @import { AnswerOutput } from "./answer_output.js" */
/** @import { ClaimResult, Facts, Visit } from "../billing/types.d.ts" */
/** @import { Tool } from "./element.js" */

/** A visit in, its claim out. @type {Tool} */
export const claimBuilder = {
  prepare: (form, facts, announce) =>
    new ServiceRows(form, announce, (row) => showDetails(row, facts)),
  read(form, facts, errors) {
    const visit = readVisit(form, errors);
    return (output) => showClaim(output, facts, visit);
  },
};

/** @param {AnswerOutput} output @param {Facts} facts @param {Visit} visit */
function showClaim(output, facts, visit) {
  const claim = buildClaim(facts, visit);
  output.add(make("h3", strings.lines), ...linesOf(output, claim));
  part(
    output,
    strings.notBilled,
    claim.notBilled.map(({ code, minutes, reason }) => {
      const name = [code, minutes !== null && strings.minutes({ minutes })].filter(Boolean).join(
        " ",
      );
      return [...output.prose(name ? `${name}: ` : ""), ...output.sentence(reason)];
    }),
  );
  part(output, strings.ask, claim.questions.map(({ reason }) => output.sentence(reason)));
  if (claim.byMethod.length) output.add(make("div.rc-ways", claimsByMethod(output, claim)));
  part(output, strings.watch, claim.warnings.map((warning) => output.sentence(warning)));
  part(
    output,
    strings.alsoRight,
    claim.alternatives.slice(0, 5).map((lines) => claimText(output, lines)),
  );
  const { lines, notBilled, questions, warnings } = claim;
  return strings.saidVisit({
    lines: lines.length,
    unbilled: notBilled.length,
    asks: questions.length,
    watch: warnings.length,
  });
}

/**
 * The claim of each method of counting, side by side.
 * @param {AnswerOutput} output @param {ClaimResult} claim
 */
const claimsByMethod = (output, { byMethod }) =>
  byMethod.map(({ name, claim: counted }) => {
    const title = strings.ifCounted({ method: strings.methods[name] });
    return make("section.rc-way", make("h3", title), ...linesOf(output, counted, title));
  });

/** @param {AnswerOutput} output @param {ClaimResult} claim @param {string} [label] */
function linesOf(output, claim, label = strings.lines) {
  if (!claim.lines.length) return [make("p", strings.nothing)];
  const rows = claim.lines.map(({ code, units, modifiers }) => [
    output.code(code),
    String(units),
    modifiers.join(" ") || strings.noModifiers,
  ]);
  const reasons = claim.lines.map((line) => {
    const summary = make(
      "summary",
      strings.whyLine({ line: [line.code, ...line.modifiers].join(" ") }),
    );
    return make("details.rc-more", summary, output.list(line.reasons));
  });
  return [
    scrollTable([strings.code, strings.units, strings.modifiers], rows, label),
    ...reasons,
  ];
}

/** @param {AnswerOutput} output @param {string} title @param {(Node | string)[][]} entries */
function part(output, title, entries) {
  if (!entries.length) return;
  output.add(make("h3", title), listOf("ul", entries));
}
