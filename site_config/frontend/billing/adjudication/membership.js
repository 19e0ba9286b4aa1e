/** Eligibility on the day, timely filing, and services that came in twice. */

import {
  asked,
  byKey,
  decided,
  denied,
  figureOn,
  modifiersText,
  pended,
  planFact,
  written,
} from "./payer_case.js";

/** @import { Figure, NumberedLine, Stage } from "./types.d.ts" */

/** Days before the patient's coverage began, or after it ended. @type {Stage} */
export function ruleOnEligibility({ facts, plan, account }, lines) {
  const { from, to } = account.covered ?? {};
  return lines.flatMap((line) => {
    const outside = from && line.day < from
      ? { name: "before-coverage", day: written(from) }
      : to && line.day > to
      ? { name: "after-coverage", day: written(to) }
      : null;
    if (!outside) return [];
    const { name, day } = outside;
    return denied(line, name, decided(facts, name, planFact(plan), [], { day }));
  });
}

/** Days for which the claim came in after the plan's limit. @type {Stage} */
export function ruleOnTimelyFiling({ facts, plan, received }, lines) {
  if (!received) return [];
  return lines.flatMap((line) => {
    const limit = figureOn(plan, "timely-filing", line.day);
    if (!limit) return [];
    const last = lastFilingDay(limit, line.day);
    if (received <= last) return [];
    const values = { received: written(received), day: written(last), text: limit.text };
    return denied(line, "late", decided(facts, "late", planFact(plan), limit.sources, values));
  });
}

/**
 * The last day on which a claim for a date of service is in time.
 * @param {Figure} limit @param {string} text
 */
export function lastFilingDay({ amount, unit }, text) {
  const [year, month, day] = text.split("-").map(Number);
  const count = Math.trunc(Number(amount));
  if (unit === "days") return isoDay(year, month - 1, day + count);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return isoDay(year, month - 1 + count, Math.min(day, lastOfMonth));
}

/** @param {number} year @param {number} month @param {number} day */
const isoDay = (year, month, day) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/**
 * Of lines with one code, day and set of modifiers the smallest stays, wherever it stands.
 * @type {Stage}
 */
export function ruleOnDuplicates({ facts, account }, lines) {
  const earlier = new Set(
    (account.earlier ?? []).map(({ date: day, code, modifiers = [] }) =>
      service({ day, code, modifiers: new Set(modifiers) })
    ),
  );
  /** @type {Set<string>} */
  const seen = new Set();
  return lines.toSorted(byKey).flatMap((line) => {
    const own = service(line);
    const name = earlier.has(own) ? "paid-before" : seen.has(own) ? "duplicate" : null;
    seen.add(own);
    return name ? denied(line, name, decided(facts, name)) : [];
  });
}

/** @param {Pick<NumberedLine, "day" | "code" | "modifiers">} line */
const service = (line) =>
  `${line.day} ${line.code} ${modifiersText(/** @type {NumberedLine} */ (line))}`;

/** Lines of a day of which another claim was paid: no rule looks over both. @type {Stage} */
export function ruleOnSameDay({ facts, plan, account }, lines) {
  const days = new Set((account.earlier ?? []).map(({ date }) => date));
  return lines.filter(({ day }) => days.has(day)).map((line) =>
    pended(line, asked(facts, "same-day", planFact(plan)))
  );
}
