/** Who bills therapy of a patient of a home health agency or a SNF: they do, and nobody else. */

import { missingInformation, notBilled, payerOf, reason } from "./facts.js";

/** @import { Facts, SelectedCodes, Visit } from "./types.d.ts" */

const RULE = ["rules/consolidated-billing"];

/** What decides, and where the patient was treated when it must be asked. */
const PLACES = /** @type {const} */ ({
  home_health_plan: "home",
  snf_resident: "nursing-facility",
});

/**
 * The services that this claim may carry; none while somebody else bills, or may.
 * @param {Facts} facts @param {Visit} visit @param {SelectedCodes} selected
 * @returns {SelectedCodes}
 */
export function consolidated(facts, visit, selected) {
  const { policy } = payerOf(facts, visit);
  if (!policy?.medicareModifiers || !(visit.discipline in facts.table.modifiers.plan)) {
    return selected;
  }
  const names = /** @type {(keyof typeof PLACES)[]} */ (Object.keys(PLACES));
  const held = names.find((name) => visit[name]);
  if (held) {
    const why = reason(facts.say(messageOf(held)), RULE);
    const refused = selected.coded.map((one) => notBilled(one.code, one.service.minutes, why));
    return { ...selected, coded: [], notBilled: [...selected.notBilled, ...refused] };
  }
  const asked = names.filter((name) => visit.place === PLACES[name] && visit[name] === undefined);
  if (!asked.length || !selected.coded.length) return selected;
  const questions = asked.map((name) =>
    missingInformation(
      null,
      name,
      reason(facts.say(`${messageOf(name)}-ask`, { day: visit.date }), RULE),
    )
  );
  return { ...selected, coded: [], missing: [...selected.missing, ...questions] };
}

/** @param {string} name */
const messageOf = (name) => name.replaceAll("_", "-");
