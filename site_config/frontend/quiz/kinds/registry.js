/** The kinds of question that the page has: those of `index.js`, and later ones where needed. */
import { lazyLoad } from "../../shared/lazy_load.js";

/** @import { QuestionKind } from "./question_kind.js" */
/** @typedef {typeof import("./claim_kinds.js").claimKinds} ClaimKinds */

/** @type {Map<string | null, QuestionKind>} keyed by data-kind */
export const kinds = new Map();

/** @type {string[]} */
const LATER = /** @satisfies {(keyof ClaimKinds)[]} */ (["claim", "claim-form"]);

/** Whether questions of a kind can be asked. @param {string} name */
export const isPlayed = (name) => kinds.has(name) || LATER.includes(name);

/**
 * Brings what the page does not have yet of the kinds named.
 *
 * @param {(string | null)[]} names Rejected where it cannot be loaded.
 */
export async function loadKinds(names) {
  if (!names.some((name) => LATER.includes(name ?? "") && !kinds.has(name))) return;
  addKinds(await lazyLoad("claim-kinds.js", "rightcodeClaimKinds"));
}

/** @param {ClaimKinds} more */
export function addKinds(more) {
  for (const [name, kind] of Object.entries(more)) kinds.set(name, kind);
}
