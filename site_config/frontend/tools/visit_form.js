/** The form of a visit, as the engine reads a visit. */
import { toolsWords as strings } from "../shared/strings/index.js";
import { readLimits } from "./authorization_fields.js";
import { checkDay, chosenOf, dateOf, fieldOf, minutesOf, textOf, yesOrNo } from "./fields.js";
import { rowsOf } from "./service_rows.js";

/** @import { Service, Setting, Visit } from "../billing/types.d.ts" */
/** @import { Errors, Field } from "./fields.js" */

/**
 * The form as a visit, like the input of `rightcode visit`.
 * @param {HTMLFormElement} form @param {Errors} errors @returns {Visit}
 */
export function readVisit(form, errors) {
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

/** @param {Element} row @param {string} id @param {Errors} errors */
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
    abn: /** @type {Service["abn"]} */ (textOf(row, "service_abn") || undefined),
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
 * @param {Element[]} rows @param {Service[]} services @param {Errors} errors
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

/** @param {Element} row @param {Errors} errors */
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

/** @param {Element} form @param {string} name @param {Errors} errors */
function dollarsOf(form, name, errors) {
  const field = fieldOf(form, name);
  const text = field.value.trim().replace(/^\$\s*/, "").replace(/,(?=\d{3}\b)/g, "");
  if (!text) return undefined;
  if (/^\d{1,9}(\.\d{1,2})?$/.test(text)) return Number(text);
  return void errors.add(field, strings.errors.amount);
}
