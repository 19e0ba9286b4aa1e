import { claimKinds } from "../../../site_config/frontend/quiz/kinds/claim_kinds.js";
import { kinds } from "../../../site_config/frontend/quiz/kinds/index.js";
import { addKinds } from "../../../site_config/frontend/quiz/kinds/registry.js";

addKinds(claimKinds);

/** @import { QuestionKind } from "../../../site_config/frontend/quiz/kinds/question_kind.js" */

/** @typedef {import("../../../site_config/frontend/lms/types.d.ts").PackageQuestion} Asked */
/** @typedef {import("../../../site_config/frontend/shared/types.d.ts").Attempt} Attempt */

/**
 * @param {string} id
 * @param {string} kind
 * @param {string[]} ids
 * @param {string[]} right
 * @param {unknown} [data]
 * @returns {Asked}
 */
export function asking(id, kind, ids, right, data = null) {
  const options = ids.map((name) => ({ id: name, name, right: right.includes(name), free: false }));
  const question = {
    id,
    version: 2,
    objectives: ["tell-apart"],
    facts: "0123456789ab",
    options,
    data,
  };
  const found = /** @type {QuestionKind} */ (kinds
    .get(kind));
  return { question, kind: found, title: `Title of ${id}`, prompt: "Which?" };
}

const way = { lines: [["97110", 2, ["GP"]], ["97140", 1, ["59", "GP"]]], steps: {} };

export const ASKED = [
  asking("calf", "choose-code", ["97124", "97140", "not-billable"], ["97124"]),
  asking("all", "choose-all", ["97110", "97112", "97530"], ["97110", "97530"]),
  asking("spot", "spot-the-error", ["line-1.code", "line-2.units", "nothing"], ["line-2.units"]),
  asking("units", "units", ["97110", "97140"], ["97110", "97140"], {
    ways: [{ 97110: 2, 97140: 1 }, { 97110: 1, 97140: 2 }],
  }),
  asking("claim", "claim", ["97110", "97140", "97010"], ["97110", "97140"], {
    ways: [way],
    faults: [],
  }),
];

export const RIGHT = [
  ["97124"],
  ["97110", "97530"],
  ["line-2.units"],
  ["97110.1", "97140.2"],
  ["1.97140.1.59.GP", "2.97110.2.GP"],
];

/** @param {number} place @param {string[]} chosen @param {number} second @returns {Attempt} */
export function attempt(place, chosen, second) {
  const { question, kind } = ASKED[place];
  const at = new Date(Date.UTC(2026, 10, 21, 9, 0, second)).toISOString();
  const right = kind.isRight(question, chosen);
  return {
    id: `${question.id}-${second}`,
    item: question.id,
    version: 2,
    at,
    chosen,
    right,
    facts: question.facts,
  };
}
