/** @import { Attempt } from "./types.d.ts" */

/**
 * A track, as generator/pages/track_pages.py writes it.
 *
 * @typedef {{id: string, version: number, digest: string, objectives: string[]}} PoolItem
 * @typedef {{count: number, items: PoolItem[]}} Pool A check asks `count` of them, the next try the
 *   next ones.
 * @typedef {{id: string, title: string, passMark: number, practice: string[], pools: Pool[]}}
 *   Module
 * @typedef {{id: string, title: string, asOf: string, edition: string, modules: Module[]}} Track
 */

/**
 * A check that was handed in. It is derived from the learner's log, so it goes wherever the log
 * goes.
 *
 * @typedef {object} CheckAttempt
 * @property {string} session
 * @property {number} tries Tries before it.
 * @property {string} at When it was handed in.
 * @property {Attempt[]} attempts
 * @property {number} right
 * @property {number} total
 * @property {boolean} passed
 * @property {boolean} current Whether its questions and their facts are unchanged.
 *
 * @typedef {object} ModuleProgress
 * @property {Module} module
 * @property {CheckAttempt[]} checks Oldest first.
 * @property {CheckAttempt | undefined} pass The first that was passed and is current.
 * @property {number} practiced How many practice questions were right on the last attempt.
 */

const PREFIX = "t";
const TRIES = /^\d{1,4}$/;

/** How many questions a check asks. @param {Module} module */
export const questionCount = ({ pools }) => pools.reduce((sum, { count }) => sum + count, 0);

/** How many right answers pass. @param {Module} module */
export const passingCount = (module) => Math.ceil((questionCount(module) * module.passMark) / 100);

/** The questions of a try. @param {Module} module @param {number} tries Tries before it. */
export const drawQuestions = ({ pools }, tries) =>
  pools.flatMap(({ count, items }) =>
    Array.from({ length: count }, (_, index) => items[(tries * count + index) % items.length])
  );

/** Every question that a check may ask, by id. @param {Module} module */
export const poolItems = ({ pools }) =>
  new Map(pools.flatMap(({ items }) => items).map((item) => [item.id, item]));

/** @param {string} track @param {string} module @param {number} tries @param {string} id */
export const sessionName = (track, module, tries, id) =>
  [PREFIX, track, module, String(tries), id].join("--");

/** @param {Track} track @param {Attempt[]} log Oldest first. */
export function moduleProgress(track, log) {
  const sessions = Map.groupBy(
    log.filter(({ session }) =>
      session?.startsWith(`${PREFIX}--${track.id}--`) && TRIES.test(session.split("--")[3])
    ),
    ({ session }) => session ?? "",
  );
  const last = new Map(log.map((attempt) => [attempt.item, attempt]));
  return track.modules.map((module) => {
    const ofModule = [...sessions].filter(([session]) => session.split("--")[2] === module.id);
    const checks = ofModule.map(([session, attempts]) => checkAttemptOf(module, session, attempts));
    const practiced = module.practice.filter((id) => last.get(id)?.right).length;
    return {
      module,
      checks,
      pass: checks.find(({ passed, current }) => passed && current),
      practiced,
    };
  });
}

/**
 * Where the passed check is stored, for the times in a result file.
 *
 * @param {{id: string}} track
 * @param {Module} module
 */
export const passKey = (track, module) => `track-pass/${track.id}/${module.id}`;

/** The next try asks the questions after theirs. @param {ModuleProgress} progress */
export const triesUsed = ({ checks }) => Math.max(0, ...checks.map(({ tries }) => tries + 1));

/**
 * Each question counts once, whatever a file says.
 *
 * @param {Module} module
 * @param {string} session
 * @param {Attempt[]} log
 */
function checkAttemptOf(module, session, log) {
  const known = poolItems(module);
  const attempts = [...new Map(log.map((attempt) => [attempt.item, attempt])).values()];
  const right = attempts.filter((attempt) => attempt.right).length;
  const current = attempts.every(({ item, version, facts }) => {
    const now = known.get(item);
    return now?.version === version && (!facts || now.digest === facts);
  });
  const tries = Number(session.split("--")[3]);
  const at = attempts.reduce((latest, attempt) => (attempt.at > latest ? attempt.at : latest), "");
  const passed = right >= passingCount(module);
  return { session, tries, at, attempts, right, total: questionCount(module), passed, current };
}

/**
 * The questions of a check and whether they were right; blank counts as wrong.
 *
 * @param {Module} module
 * @param {CheckAttempt} check
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
