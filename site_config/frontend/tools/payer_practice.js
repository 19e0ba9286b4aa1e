/** Where a payer's rules are practiced, as far as there are questions on them. */
import { make } from "../shared/dom.js";
import { OWN } from "../shared/my_payer.js";
import { myPayerWords as words } from "../shared/strings/index.js";

/** @import { Facts, Payer } from "../billing/types.d.ts" */

/**
 * @typedef {object} PayerQuestions
 * @property {Record<string, number>} questions By payer; none where left out.
 * @property {Record<string, string>} kinds Of every payer.
 */

const MOST_TOPICS = 12; // as many as an address may name

/**
 * A link to questions on the payer, or the word that there are none; and one to those on others of
 * its kind, or for a reader's own payer on those that count as it does.
 * @param {Facts} facts @param {PayerQuestions} asked @param {string} learn The page of practice.
 * @param {string} id @param {Payer} payer @returns {(Node | string)[]}
 */
export function practiceLinks(facts, { questions, kinds }, learn, id, payer) {
  const isAlike = (/** @type {string} */ one) =>
    id === OWN
      ? payer.method !== "not-known" && facts.table.payers[one]?.method === payer.method
      : kinds[one] === kinds[id];
  const alike = Object.keys(questions).filter(isAlike).slice(0, MOST_TOPICS);
  const count = alike.reduce((sum, one) => sum + questions[one], 0);
  const own = questions[id] ?? 0;
  const further = id === OWN ? words.practiceMethod : words.practiceKind;
  return [
    own
      ? practice(learn, [id], words.practice({ count: own, name: payer.name }))
      : words.fewQuestions({ name: payer.name }),
    ...(count > own ? [practice(learn, alike, further({ count }))] : []),
  ];
}

/** @param {string} learn @param {string[]} payers @param {string} text */
const practice = (learn, payers, text) =>
  make("a", { href: `${learn}?${payers.map((one) => `topic=payer-${one}`).join("&")}` }, text);
