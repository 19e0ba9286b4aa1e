/** The payer's answer to lines that the desk sends, with the clinic's charges. */

import { adjudicate } from "../billing/adjudication/adjudicate.js";
import { loadPlan } from "../billing/adjudication/load.js";
import { about, itemsOf } from "./work.js";

/** @import { CaseFacts, DeskWork, Entry, Line, RemittanceJson, WorkItem } from "./types.d.ts" */

const OTHER_CHARGE = 60;
/** Stands where a chart has none to choose from: no payer here judges it. */
const ANY_DIAGNOSIS = "R69";
const MEMBER = "000000000", NPI = "1234567893";

/** @typedef {(item: WorkItem, lines: Line[]) => RemittanceJson} Payer */

/**
 * Who answers claims of these entries: the plans' facts are loaded first.
 *
 * @param {DeskWork} work @param {Entry[]} entries @returns {Promise<Payer>}
 */
export async function openPayer(work, entries) {
  const items = itemsOf(work);
  const named = new Set(entries.flatMap(({ id }) => items.get(id)?.visit?.plan ?? []));
  const plans = new Map(
    await Promise.all(
      [...named].map(async (
        plan,
      ) => /** @type {[string, CaseFacts]} */ ([plan, await loadPlan(plan)])),
    ),
  );
  return payerOf(work, plans);
}

/** @param {DeskWork} work @param {Map<string, CaseFacts>} plans @returns {Payer} */
export function payerOf(work, plans) {
  /** @type {Map<string, RemittanceJson>} */
  const answered = new Map();
  return (item, lines) => {
    const name = JSON.stringify([item.id, lines]);
    const found = answered.get(name) ?? answer(work, plans, item, lines);
    answered.set(name, found);
    return found;
  };
}

/**
 * @param {DeskWork} work @param {Map<string, CaseFacts>} plans
 * @param {WorkItem} item @param {Line[]} lines
 */
function answer(work, plans, item, lines) {
  const { visit, sent } = item;
  const facts = plans.get(visit?.plan ?? "");
  if (!visit || !facts) throw new Error(`no plan for ${about(item).id}`);
  const header = {
    member_number: MEMBER,
    diagnoses: visit.diagnoses?.map(([, code]) => code) ?? [ANY_DIAGNOSIS],
    billing_npi: NPI,
    rendering_npi: NPI,
  };
  return adjudicate(facts, {
    plan: visit.plan,
    visit: visit.visit,
    account: sent?.account ?? visit.account,
    claim: {
      received: sent?.received ?? visit.received,
      header,
      lines: lines.map((line) => ({
        code: line[0],
        units: line[1],
        modifiers: line[2],
        charge: chargeOf(work, line),
        pointers: visit.diagnoses ? [...line[3] ?? ""] : ["A"],
      })),
    },
  });
}

/** Dollars of a line; a code that nobody taught has one as well. */
/** @param {DeskWork} work @param {Line} line */
export const chargeOf = ({ charges }, [code, units]) =>
  Math.max(1, units) * (charges[code] ?? OTHER_CHARGE);

/** Relative value units of a line, in hundredths; null where the schedule has none. */
/** @param {DeskWork} work @param {Line} line */
export function valueOf({ values }, [code, units]) {
  const of = values.codes?.[code];
  return of ? units * (of[0] + of[1] + of[2]) : null;
}

/** Cents of dollars as text. @param {string} dollars */
export const cents = (dollars) => Math.round(Number(dollars) * 100);
