/** Minutes that two services share count once: under the service that the other one names. */

import { notBilled, reason } from "./facts.js";

/** @import { CodedService, Facts, NotBilled, SelectedCodes } from "./types.d.ts" */

/**
 * The coded services with the minutes that are their own; without any, a service is not billed. Of
 * an untimed code minutes make no units, so it shares none.
 * @param {Facts} facts @param {SelectedCodes} selected @returns {SelectedCodes}
 */
export function shareMinutes(facts, selected) {
  const byId = new Map(selected.coded.filter(countsMinutes).map((one) => [one.service.id, one]));
  /** @type {CodedService[]} */
  const coded = [];
  /** @type {NotBilled[]} */
  const without = [];
  for (const entry of selected.coded) {
    const other = byId.get(entry.service.same_minutes_as ?? "");
    if (!other || !countsMinutes(entry)) {
      coded.push(entry);
      continue;
    }
    const own = Math.max(0, entry.minutes - other.minutes);
    const values = { code: entry.code, other: other.code, minutes: entry.minutes - own };
    const why = (/** @type {string} */ name) =>
      reason(facts.say(name, values), ["rules/one-on-one-time"]);
    if (own) {
      const reasons = [...entry.reasons, why("minutes-shared")];
      const amount = entry.measure ? own : 0;
      const service = { ...entry.service, minutes: own };
      coded.push({ ...entry, service, minutes: own, amount, reasons });
    } else without.push(notBilled(entry.code, entry.minutes, why("minutes-all-shared")));
  }
  return { ...selected, coded, notBilled: [...selected.notBilled, ...without] };
}

/** @param {CodedService} entry */
const countsMinutes = ({ timed, measure }) => timed || measure?.of === "minutes";
