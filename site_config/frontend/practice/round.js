import { fits, isCount, isInstant, isListOf, isSlugs } from "../shared/store/schema.js";

/** @import { Attempt, Screen } from "./types.d.ts" */

/**
 * A round in progress, stored whole after every step.
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

/**
 * The round that was left less than twelve hours ago, or a new one with the questions that `choose`
 * finds.
 *
 * @param {Screen} screen
 * @param {string[]} topics
 * @param {(seed: number) => Promise<string[]>} choose
 */
export async function openRound({ env, store, library, mode, now }, topics, choose) {
  const saved = readRound(await store.value(`round/${mode}`));
  if (saved && canResume(saved, topics, now) && !await library.lacks(saved.items)) return saved;
  const seed = env.newSeed();
  return startRound(topics, await choose(seed), seed, now);
}

/** @param {string[]} topics @param {string[]} items @param {number} seed @param {number} now */
export const startRound = (topics, items, seed, now) => ({
  topics,
  items,
  place: 0,
  seed,
  started: now,
  changed: now,
});

/**
 * Whether it is on these topics and not too old.
 *
 * @param {Round} round
 * @param {string[]} topics
 * @param {number} now
 */
export const canResume = (round, topics, now) =>
  String(round.topics) === String(topics) && now - round.changed < MAX_AGE_MS;

/** @param {Screen} screen @param {Round} round @param {number} place */
export const saveRound = ({ store, mode, now }, round, place) =>
  store.updateValue(`round/${mode}`, () => ({ ...round, place, changed: now }));

/** @param {Screen} screen */
export const clearRound = ({ store, mode }) => store.updateValue(`round/${mode}`, () => undefined);

/**
 * Those given in a mode since the round began.
 *
 * @param {Round | undefined} round
 * @param {Attempt[]} attempts
 * @param {string} mode
 */
export const roundAnswers = (round, attempts, mode) =>
  attempts.filter((attempt) =>
    round && attempt.mode === mode && Date.parse(attempt.at) >= round.started
  );

const CHECKS = {
  topics: isListOf((topic) => typeof topic === "string"),
  items: isSlugs,
  place: isCount,
  seed: isCount,
  started: isInstant,
  changed: isInstant,
};

/** The round in a stored value, or null. @param {any} value @returns {Round | null} */
export function readRound(value) {
  const valid = fits(value, CHECKS) && value.items.length <= MAX_ITEMS &&
    value.place < value.items.length;
  return valid ? value : null;
}
