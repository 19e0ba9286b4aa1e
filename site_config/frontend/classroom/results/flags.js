/** What about a result an instructor should look at; no score is changed for it. */
/** @import { Result } from "../../shared/schema_types.d.ts" */
/** @import { Note, Submission, Terms } from "./types.d.ts" */

/** Between two clocks, or for a page to start: less says nothing. */
const CLOCK_SLACK_MS = 90_000;
/** Nobody reads a question in less. */
const TOO_FAST_MS = 1500;
/** A flag names so many questions and counts the rest. */
const LISTED_ITEMS = 3;

/** @param {string} name @param {string} [about] @returns {Note} */
export const flag = (name, about = "") => ({ name, about });

/**
 * For each submission what an earlier one has to do with it.
 *
 * @param {Submission[]} ordered
 * @returns {Note[][]}
 */
export function flagsOfCopies(ordered) {
  /** @type {Map<string, Submission>} */ const seen = new Map();
  return ordered.map((one) => {
    const keys = keysOf(one);
    const found = copies(one, keys, seen);
    for (const key of Object.values(keys)) if (key && !seen.has(key)) seen.set(key, one);
    return found;
  });
}

/** For names that differ in case alone, `ß` and `ss` too. @param {string} name */
export const folded = (name) => name.toUpperCase().toLowerCase();

/** @param {Submission} one */
function keysOf({ result }) {
  const timing = result.answers.map(({ item, started, ms }) => `${item} ${started} ${ms}`);
  const { name, id } = result.learner;
  return {
    id: `id ${result.id}`,
    again: JSON.stringify([result.assignment.id, folded(name), id ?? "", result.attempt]),
    timing: timing.length ? `timing ${timing.join("\n")}` : "",
  };
}

/**
 * @param {Submission} one
 * @param {ReturnType<typeof keysOf>} keys
 * @param {Map<string, Submission>} seen
 */
function copies(one, keys, seen) {
  const twin = seen.get(keys.id), other = seen.get(keys.timing), again = seen.get(keys.again);
  if (twin?.digest === one.digest) return [flag("copy", twin.source)];
  const found = twin ? [flag("other-content", twin.source)] : [];
  if (other) found.push(flag("copied", other.source));
  else if (!twin && again) found.push(flag("again", again.source));
  return found;
}

/**
 * Times that cannot be, or that the assignment does not allow.
 *
 * @param {Result} result
 * @param {number} now Milliseconds, as `Date.now` gives them.
 * @param {Terms} [terms]
 * @returns {Note[]}
 */
export function flagsOfTimes({ started, finished, answers, attempt }, now, terms = {}) {
  const [start, end] = [Date.parse(started), Date.parse(finished)];
  const found = [];
  if (end < start) found.push(flag("backwards"));
  if (end > now + CLOCK_SLACK_MS) found.push(flag("future"));
  const strays = answers.filter(({ started }) =>
    Date.parse(started) < start - CLOCK_SLACK_MS || Date.parse(started) > end + CLOCK_SLACK_MS
  );
  if (strays.length) found.push(flag("outside", listed(strays)));
  const spent = answers.reduce((sum, { ms }) => sum + ms, 0);
  if (spent > Math.max(end - start, 0) + CLOCK_SLACK_MS) {
    found.push(flag("too-long", (spent / 60_000).toFixed(1)));
  }
  const quick = answers.filter(({ ms }) => ms < TOO_FAST_MS);
  if (quick.length) found.push(flag("too-fast", listed(quick)));
  const { minutes, opens, due, attempts } = terms;
  if (minutes && end - start > minutes * 60_000 + CLOCK_SLACK_MS) {
    found.push(flag("over-time", ((end - start) / 60_000 - minutes).toFixed(1)));
  }
  if (opens && start < Date.parse(opens)) found.push(flag("early"));
  if (due && end > Date.parse(due)) found.push(flag("late"));
  if (attempts && attempt > attempts) found.push(flag("too-many", String(attempt)));
  return found;
}

/** @param {{item: string}[]} answers */
function listed(answers) {
  const more = answers.length - LISTED_ITEMS;
  return answers.slice(0, LISTED_ITEMS).map(({ item }) => item).join(", ") +
    (more > 0 ? ` + ${more}` : "");
}
