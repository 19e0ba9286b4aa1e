import { drawQuestions, passingCount, poolItems, questionCount } from "./track_data.js";

/** @import { Attempt } from "../shared/types.js" */
/** @import { Module, Track } from "./track_data.js" */

/**
 * A check that was handed in. All of it is worked out from the learner's log, so it goes along wherever the log is taken.
 *
 * @typedef {object} CheckAttempt
 * @property {string} session
 * @property {number} tries Tries before it.
 * @property {string} at When it was handed in.
 * @property {Attempt[]} attempts
 * @property {number} right
 * @property {number} total
 * @property {boolean} passed
 * @property {boolean} current Whether every question it rests on is still the same, under the same facts.
 *
 * @typedef {object} ModuleProgress Where a learner stands with a module.
 * @property {Module} module
 * @property {CheckAttempt[]} checks Oldest first.
 * @property {CheckAttempt | undefined} pass The first one that was passed and still holds.
 * @property {number} practiced Of its practice, how many questions were answered rightly at the last try.
 */

const MARK = "t";

/** @param {string} track @param {string} module @param {number} tries @param {string} chance */
export const sessionName = (track, module, tries, chance) =>
  [MARK, track, module, String(tries), chance].join("--");

/** @param {Track} track @param {Attempt[]} log Oldest first. @returns {ModuleProgress[]} */
export function moduleProgress(track, log) {
  const sessions = Map.groupBy(
    log.filter(({ session }) => session?.startsWith(`${MARK}--${track.id}--`)),
    (
      { session },
    ) => session ?? "",
  );
  const last = new Map(log.map((attempt) => [attempt.item, attempt]));
  return track.modules.map((module) => {
    const own = [...sessions].filter(([session]) => session.split("--")[2] === module.id);
    const checks = own.map(([session, attempts]) => checkAttemptOf(module, session, attempts));
    const practiced = module.practice.filter((id) => last.get(id)?.right).length;
    return {
      module,
      checks,
      pass: checks.find(({ passed, current }) => passed && current),
      practiced,
    };
  });
}

/** How many tries there were: the next one asks the questions behind theirs. @param {ModuleProgress} standing */
export const triesUsed = ({ checks }) => Math.max(0, ...checks.map(({ tries }) => tries + 1));

/** @param {Module} module @param {string} session @param {Attempt[]} attempts @returns {CheckAttempt} */
function checkAttemptOf(module, session, attempts) {
  const known = poolItems(module);
  const right = attempts.filter((attempt) => attempt.right).length;
  const current = attempts.every(({ item, version, facts }) => {
    const today = known.get(item);
    return today?.version === version && (!facts || today.digest === facts);
  });
  const tries = Number(session.split("--")[3]) || 0;
  const at = attempts.reduce((latest, attempt) => (attempt.at > latest ? attempt.at : latest), "");
  const passed = right >= passingCount(module);
  return { session, tries, at, attempts, right, total: questionCount(module), passed, current };
}

/**
 * The questions of a sitting and how they were answered; what was left blank counts as not right.
 *
 * @param {Module} module
 * @param {CheckAttempt} sitting
 */
export function answersOf(module, { tries, attempts }) {
  const right = new Map(attempts.map((attempt) => [attempt.item, attempt.right]));
  return drawQuestions(module, tries).map(({ id, version, objectives }) => ({
    id,
    version,
    objectives,
    right: right.get(id) ?? false,
  }));
}
