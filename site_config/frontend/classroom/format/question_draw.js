/** Which questions an assignment gives, and in which order; the same as in Python. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { withoutEnemies } from "../../shared/enemies.js";

/** @import { BankEntry, Draft, Draw } from "../types.d.ts" */

/** Sorted by digest. @template {{id: string}} T @param {T[]} entries @param {string} seed */
function shuffledByDigest(entries, seed) {
  const digests = new Map(entries.map(({ id }) => [id, digestOf(`${seed}/${id}`)]));
  const of = (/** @type {T} */ { id }) => `${digests.get(id)} ${id}`;
  return [...entries].sort((one, other) => (of(one) < of(other) ? -1 : 1));
}

/** SHA-256 in hexadecimal digits; also without WebCrypto. @param {string} text */
export const digestOf = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Whether a question matches an entry of each list of a draw.
 *
 * @param {Draw} draw
 * @param {BankEntry} entry
 */
export function fits({ codes, objectives, quizzes, difficulty, kinds }, entry) {
  const meets = (/** @type {unknown[]} */ wanted, /** @type {unknown[]} */ values) =>
    !wanted.length || wanted.some((one) => values.includes(one));
  return meets(quizzes, [entry.quiz]) && meets(objectives, entry.objectives) &&
    meets(difficulty, [entry.difficulty]) && meets(kinds, [entry.kind]) &&
    meets(codes, entry.codes) && (!entry.ownQuizOnly || quizzes.includes(entry.quiz));
}

/**
 * The questions named, then those drawn; shuffled by the seed if so ordered.
 *
 * @param {Draft} draft
 * @param {Map<string, BankEntry>} known What the draws choose from, and the questions named.
 * @returns `rule` is the place of the draw, from 0.
 */
export function selectQuestions({ items, draw, seed, order }, known) {
  /** @type {Map<string, {id: string, entry: BankEntry, rule: number | null}>} */
  const found = new Map(items.flatMap((id) => {
    const entry = known.get(id);
    return entry ? [[id, { id, entry, rule: null }]] : [];
  }));
  draw.forEach((one, rule) => {
    const open = [...known.values()].filter((entry) => fits(one, entry) && !found.has(entry.id));
    const order = withoutEnemies(shuffledByDigest(open, `${seed}/${rule}`), [...found.keys()]);
    for (const entry of order.slice(0, one.count)) {
      found.set(entry.id, { id: entry.id, entry, rule });
    }
  });
  return order === "shuffled"
    ? shuffledByDigest([...found.values()], `${seed}/order`)
    : [...found.values()];
}
