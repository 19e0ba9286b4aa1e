import { checkDigits, decode, InvalidCode, isSame, tagOf } from "./check_code.js";
import { fitsShortCode } from "./short_code.js";
import { passingCount, poolItems, questionCount } from "./track_data.js";

/** @import { Decoded, PoolItem, Track } from "./types.d.ts" */
/** @import { Stated } from "./short_code.js" */

/**
 * @typedef {{id: string, title: string, answers: {item: PoolItem | undefined, right: boolean}[]}}
 *   VerifiedModule
 */

/**
 * @typedef {object} Verdict
 * @property {"consistent" | "refused" | "unknown"} state
 * @property {string} reason Names a sentence in strings/tracks; empty where it is consistent.
 * @property {string} about A module's title, where the reason is about one.
 * @property {Decoded} [decoded]
 * @property {Track} [track]
 * @property {VerifiedModule[]} [modules]
 * @property {Stated} [stated] What was read on paper, where the short code alone was checked.
 */

/**
 * Verifies a check code against the site's own track.
 *
 * @param {string} text
 * @param {(id: string) => Promise<Track>} load Rejected where there is no such track.
 * @param {string} today YYYY-MM-DD
 * @returns {Promise<Verdict>}
 */
export async function verify(text, load, today) {
  /** @type {Decoded} */ let decoded;
  try {
    decoded = decode(text);
  } catch (refusal) {
    if (!(refusal instanceof InvalidCode)) throw refusal;
    return { state: "refused", reason: refusal.reason, about: "" };
  }
  const track = await load(decoded.track).catch(() => null);
  return track
    ? verdictOf(decoded, track, today)
    : { state: "refused", reason: "track", about: "", decoded };
}

/**
 * What is on paper against its short code, and against what the track asks now.
 *
 * @param {Stated} stated
 * @param {string} code
 * @param {(id: string) => Promise<Track>} load Rejected where there is no such track.
 * @param {string} today YYYY-MM-DD
 * @returns {Promise<Verdict>}
 */
export async function verifyShort(stated, code, load, today) {
  const track = await load(stated.track).catch(() => null);
  const sum = (/** @type {(module: Track["modules"][0]) => number} */ of) =>
    (track?.modules ?? []).reduce((total, module) => total + of(module), 0);
  const refused = { state: /** @type {const} */ ("refused"), about: "", stated };
  if (!track) return { ...refused, reason: "track" };
  if (!fitsShortCode(stated, code)) return { ...refused, reason: "shortChanged" };
  if (stated.date > today) return { ...refused, reason: "future" };
  const asksOther = stated.total !== sum(questionCount);
  if (asksOther) return { ...refused, state: "unknown", reason: "otherTotal" };
  if (stated.right < sum(passingCount)) return { ...refused, reason: "markInAll" };
  return { state: "consistent", reason: "", about: "", stated, track };
}

/** @param {Decoded} decoded @param {Track} track @param {string} today @returns {Verdict} */
function verdictOf(decoded, track, today) {
  const modules = decoded.modules.map(({ id, answers }) => {
    const module = track.modules.find((one) => one.id === id);
    const items = new Map(
      [...(module ? poolItems(module).values() : [])].map((item) => [tagOf(item), item]),
    );
    return {
      id,
      title: module?.title ?? id,
      answers: answers.map(({ tag, right }) => ({ item: items.get(tag), right })),
    };
  });
  /** @type {{reason: string, about?: string} | undefined} */
  const problem = moduleProblem(track, modules) ?? checkDigitProblem(decoded, modules) ??
    scoreProblem(track, modules) ??
    (decoded.date > today ? { reason: "future" } : undefined);
  const state = !problem ? "consistent" : problem.reason === "gone" ? "unknown" : "refused";
  return { state, reason: "", about: "", ...problem, decoded, track, modules };
}

/** @param {Track} track @param {VerifiedModule[]} modules */
function moduleProblem(track, modules) {
  const same = modules.length === track.modules.length &&
    modules.every(({ id }, index) => id === track.modules[index].id);
  if (!same) return { reason: "modules" };
  const missing = modules.find(({ answers }) => answers.some(({ item }) => !item));
  return missing && { reason: "gone", about: missing.title };
}

/** @param {Decoded} decoded @param {VerifiedModule[]} modules */
function checkDigitProblem({ data, seal }, modules) {
  const items = modules.flatMap(({ answers }) => answers.flatMap(({ item }) => item ?? []));
  return isSame(seal, checkDigits(data, items)) ? undefined : { reason: "items" };
}

/** @param {Track} track @param {VerifiedModule[]} modules */
function scoreProblem(track, modules) {
  for (const [index, { title, answers }] of modules.entries()) {
    const module = track.modules[index];
    const ids = new Set(answers.map(({ item }) => item?.id));
    const fits = ids.size === answers.length && answers.length === questionCount(module) &&
      module.pools.every(({ count, items }) =>
        items.filter(({ id }) => ids.has(id)).length === count
      );
    if (!fits) return { reason: "drawn", about: title };
    if (answers.filter(({ right }) => right).length < passingCount(module)) {
      return { reason: "mark", about: title };
    }
  }
}
