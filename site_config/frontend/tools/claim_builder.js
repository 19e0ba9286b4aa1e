import { buildClaim } from "../billing/claim.js";
import { listOf, make } from "../shared/dom.js";
import { toolsWords as strings } from "../shared/strings/index.js";
import { scrollTable } from "./answer_output.js";
import { readLimits } from "./authorization_fields.js";
import { checkDay, chosenOf, dateOf, fieldOf, minutesOf, textOf, yesOrNo } from "./fields.js";
import { rowsOf, ServiceRows, showDetails } from "./service_rows.js";
import { claimText } from "./unit_calculator.js";

/** @import { AnswerOutput } from "./answer_output.js" */
/** @import { ClaimResult, Facts, Service, Setting, Visit } from "../billing/types.d.ts" */
/** @import { Tool } from "./element.js" */
/** @import { Field, FormErrors } from "./fields.js" */

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

/**
 * The form as a visit, like the input of `rightcode visit`.
 * @param {HTMLFormElement} form @param {FormErrors} errors @returns {Visit}
 */
function readVisit(form, errors) {
  const rows = rowsOf(form);
  const date = dateOf(form, errors);
  const services = rows.map((row, index) => readService(row, `s${index + 1}`, errors));
  checkDay(rows, services.map((service) => service.minutes), errors);
  checkShared(rows, services, errors);
  return {
    date,
    payer: chosenOf(form, "payer", errors),
    discipline: /** @type {Visit["discipline"]} */ (chosenOf(form, "discipline", errors)),
    setting: /** @type {Setting} */ (textOf(form, "setting")),
    services,
    allowed_so_far_usd: dollarsOf(form, "allowed_so_far_usd", errors),
    allowed_today_usd: dollarsOf(form, "allowed_today_usd", errors),
    unit_method: /** @type {Visit["unit_method"]} */ (textOf(form, "unit_method") || undefined),
    place: /** @type {Visit["place"]} */ (textOf(form, "place") || undefined),
    home_health_plan: yesOrNo(textOf(form, "home_health_plan")),
    snf_resident: yesOrNo(textOf(form, "snf_resident")),
    necessary: yesOrNo(textOf(form, "necessary")),
    abn: /** @type {Visit["abn"]} */ (textOf(form, "abn") || undefined),
    active_care: yesOrNo(textOf(form, "active_care")),
    denial_wanted: yesOrNo(textOf(form, "denial_wanted")),
    plan_certified: yesOrNo(textOf(form, "plan_certified")),
    ...readLimits(form, errors),
  };
}

/** @param {Element} row @param {string} id @param {FormErrors} errors */
function readService(row, id, errors) {
  const [sort, name] = chosenOf(row, "what", errors).split(":");
  const separate = textOf(row, "separate");
  const isTechnique = sort === "technique";
  return {
    id,
    ...(isTechnique ? { technique: name, purpose: purposeOf(row) } : { code: name }),
    minutes: minutesOf(row, errors),
    by: /** @type {Service["by"]} */ (textOf(row, "by")),
    contact: /** @type {Service["contact"]} */ (textOf(row, "contact") || undefined),
    separate: Boolean(separate),
    separate_by: separate && separate !== "yes"
      ? /** @type {Service["separate_by"]} */ (separate)
      : undefined,
    first: textOf(row, "first") === "yes",
    confirmed: textOf(row, "confirmed") === "yes",
    same_minutes_as: sharedWith(row),
    clinician: textOf(row, "clinician") || undefined,
    details: detailsOf(row, errors),
  };
}

/** The id of the service of that number. @param {Element} row */
function sharedWith(row) {
  const number = textOf(row, "same_minutes_as");
  return number ? `s${number}` : undefined;
}

/**
 * Each names another service of the visit, which shares no minutes itself.
 * @param {Element[]} rows @param {Service[]} services @param {FormErrors} errors
 */
function checkShared(rows, services, errors) {
  services.forEach(({ id, same_minutes_as: shared }, place) => {
    if (shared === undefined) return;
    const other = services.find((service) => service.id === shared);
    if (!other || other.id === id || other.same_minutes_as) {
      errors.add(fieldOf(rows[place], "same_minutes_as"), strings.errors.sharedMinutes);
    }
  });
}

/** @param {Element} row */
function purposeOf(row) {
  const field = fieldOf(row, "purpose");
  return field.closest("[hidden]") ? undefined : field.value || undefined;
}

/** @param {Element} row @param {FormErrors} errors */
function detailsOf(row, errors) {
  /** @type {Record<string, string | number | boolean>} */
  const found = {};
  for (
    const field of /** @type {NodeListOf<Field>} */ (row.querySelectorAll('[name^="detail:"]'))
  ) {
    const text = field.value.trim();
    if (!text) continue;
    const name = field.name.slice("detail:".length);
    if (field instanceof HTMLSelectElement) found[name] = yesOrNo(text) ?? text;
    else if (/^\d{1,4}$/.test(text)) found[name] = Number(text);
    else errors.add(field, strings.errors.wholeNumber);
  }
  return found;
}

/** @param {Element} form @param {string} name @param {FormErrors} errors */
function dollarsOf(form, name, errors) {
  const field = fieldOf(form, name);
  const text = field.value.trim().replace(/^\$\s*/, "").replace(/,(?=\d{3}\b)/g, "");
  if (!text) return undefined;
  if (/^\d{1,9}(\.\d{1,2})?$/.test(text)) return Number(text);
  return void errors.add(field, strings.errors.amount);
}
