/** "Look at this item", with the reason; and what a class of its size cannot say. */
import { FEW_LEARNERS, MANY_LEARNERS } from "../../shared/result_limits.js";
import { formOf, isFilledIn } from "./scoring.js";

/** @import { Marking } from "../../shared/schema_types.d.ts" */
/** @import { Note } from "./types.d.ts" */
/** @typedef {Omit<import("../../shared/schema_types.d.ts").ItemStats, "notices">} ItemStats */

/** With fewer, no correlations and options are judged: r without any is within 1.96 / root 30. */
const SOME_LEARNERS = 30;
const EASY_FACILITY = 0.95, HARD_SHARE = 0.25, WEAK_DISCRIMINATION = 0.15, OMITTED_SHARE = 0.2;
const SLOW_FACTOR = 3, QUICK_SECONDS = 5;

/** @param {string} name @param {string} [about] @returns {Note} */
const note = (name, about = "") => ({ name, about });

/** Halves rounded up. @param {number} value @param {number} digits */
function fixed(value, digits) {
  const scale = 10 ** digits;
  return (Math.floor(value * scale + 0.5) / scale).toFixed(digits);
}

/** @param {number} share */
export const percent = (share) => `${fixed(100 * share, 0)}%`;

/** @param {number} persons @param {number} items @returns {Note[]} */
export function warnings(persons, items) {
  const size = persons < FEW_LEARNERS
    ? "tiny-class"
    : persons < SOME_LEARNERS
    ? "small-class"
    : persons < MANY_LEARNERS
    ? "medium-class"
    : "";
  return [
    ...(size ? [note(size, String(persons))] : []),
    ...(items < 5 ? [note("few-items", String(items))] : []),
  ];
}

/**
 * @param {ItemStats} item
 * @param {Marking} marking
 * @param {number} persons
 * @param {number | null} usual
 * @param {boolean} changed
 * @returns {Note[]}
 */
export function notices(item, marking, persons, usual, changed) {
  const found = changed ? [note("key-changed")] : [];
  if (persons >= FEW_LEARNERS) {
    found.push(...ofFigures(item, marking, persons), ...ofTime(item, usual));
    if (item.omitted / persons > OMITTED_SHARE) {
      found.push(note("omitted", percent(item.omitted / persons)));
    }
  }
  if (persons >= SOME_LEARNERS) found.push(...ofOptions(item, marking));
  return found;
}

/** @param {ItemStats} item @param {Marking} marking @param {number} persons */
function ofFigures({ discrimination, right, facility }, { kind, options }, persons) {
  const found = [], r = persons >= SOME_LEARNERS ? discrimination : null;
  if (r !== null && r < 0) found.push(note("negative", fixed(r, 2)));
  if (formOf({ kind }) === "one" && right < 1 / options.length) {
    found.push(note("below-chance", percent(right)));
  } else if (right < HARD_SHARE) found.push(note("hard", percent(right)));
  if (facility > EASY_FACILITY) found.push(note("easy", percent(right)));
  else if (r !== null && r >= 0 && r < WEAK_DISCRIMINATION) found.push(note("weak", fixed(r, 2)));
  return found;
}

/** @param {ItemStats} item @param {number | null} usual */
function ofTime({ seconds }, usual) {
  if (seconds === null || usual === null) return [];
  if (seconds < QUICK_SECONDS) return [note("quick", fixed(seconds, 0))];
  return seconds > SLOW_FACTOR * usual ? [note("slow", fixed(seconds, 0))] : [];
}

/** @param {ItemStats} item @param {Marking} marking */
function ofOptions({ pulls }, { kind }) {
  if (isFilledIn({ kind }) || !pulls.length) return [];
  const last = (/** @type {{by_group: number[]}} */ pull) => pull.by_group.at(-1) ?? 0;
  const strongest = Math.max(0, ...pulls.filter(({ right }) => right).map(last));
  const single = formOf({ kind }) === "one";
  return pulls.filter(({ right }) => !right).flatMap((pull) => {
    if (single && last(pull) > strongest) return [note("rival", pull.name)];
    if (pull.count && last(pull) > pull.by_group[0] + 0.1) return [note("lures-strong", pull.name)];
    return single && !pull.count ? [note("idle", pull.name)] : [];
  });
}
