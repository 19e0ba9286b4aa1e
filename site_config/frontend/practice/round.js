import { isRecord, isSlug } from "../shared/store/schema.js";

/** @import { Screen } from "./screen.js" */
/** @import { Attempt } from "../shared/types.js" */

/**
 * A round on its way, kept whole after every step, so that a reload loses none.
 *
 * @typedef {object} Round
 * @property {string[]} topics What was asked for; none in mixed practice.
 * @property {string[]} items
 * @property {number} place Of the question shown, from 0.
 * @property {number} seed Orders the options.
 * @property {number} started Milliseconds since 1970. Answers since then belong to it.
 * @property {number} changed Milliseconds since 1970.
 */

const MAX_AGE_MS = 12 * 3_600_000;
const MAX_ITEMS = 50;

/** @param {Screen} screen */
const keyOf = ({ mode }) => `round/${mode}`;

/**
 * The round that was left less than twelve hours ago, or a new one with the questions that `choose` finds.
 *
 * @param {Screen} screen
 * @param {string[]} topics
 * @param {(seed: number) => Promise<string[]>} choose
 * @returns {Promise<Round>}
 */
export async function openRound(screen, topics, choose) {
  const now = screen.env.now().getTime();
  const left = readRound(await screen.store.value(keyOf(screen)));
  if (left && canResume(left, topics, now) && !await screen.library.lacks(left.items)) return left;
  const seed = screen.env.newSeed();
  return startRound(topics, await choose(seed), seed, now);
}

/** @param {string[]} topics @param {string[]} items @param {number} seed @param {number} now @returns {Round} */
export const startRound = (topics, items, seed, now) => ({
  topics,
  items,
  place: 0,
  seed,
  started: now,
  changed: now,
});

/** Whether it is the one that is asked for, and not an old one. @param {Round} round @param {string[]} topics @param {number} now */
export const canResume = (round, topics, now) =>
  String(round.topics) === String(topics) && now - round.changed < MAX_AGE_MS;

/** @param {Screen} screen @param {Round} round @param {number} place */
export const saveRound = (screen, round, place) =>
  screen.store.updateValue(
    keyOf(screen),
    () => ({ ...round, place, changed: screen.env.now().getTime() }),
  );

/** @param {Screen} screen */
export const clearRound = (screen) => screen.store.updateValue(keyOf(screen), () => undefined);

/**
 * Those given on this way since the round began.
 *
 * @param {Round | undefined} round
 * @param {Attempt[]} attempts
 * @param {string} way
 */
export const roundAnswers = (round, attempts, way) =>
  round ? attempts.filter(({ at, mode }) => mode === way && Date.parse(at) >= round.started) : [];

/** The round in a kept value, or null where it is none. @param {unknown} value @returns {Round | null} */
export function readRound(value) {
  if (!isRecord(value)) return null;
  const { topics, items, place, seed, started, changed } = value;
  const sound = Array.isArray(topics) && topics.every((topic) => typeof topic === "string") &&
    Array.isArray(items) && items.length <= MAX_ITEMS && items.every(isSlug) &&
    [place, seed, started, changed].every((count) =>
      Number.isSafeInteger(count) && Number(count) >= 0
    ) &&
    Number(place) < items.length;
  return sound ? /** @type {Round} */ (/** @type {unknown} */ (value)) : null;
}
