/**
 * The answers so far as one short text: SCORM 1.2 stores 4,096 characters.
 *
 * `1|digest|seed|since|place,second,answer;…`: numbers in base 36; an answer is the places of its
 * options, or the ids themselves after "=". The digest is that of the questions, so that a package
 * that was replaced by another one does not show answers at the wrong questions.
 */
import { isCount, isInstant } from "../shared/store/schema.js";
import { hash } from "../shared/shuffle.js";
import { countedAttempt } from "./score.js";

/** @import { Attempt, Round } from "../shared/types.d.ts" */
/** @import { PackageQuestion } from "./types.d.ts" */

const VERSION = "1";

/** @param {number} number */
const toBase36 = (number) => number.toString(36);

/** @param {string} text */
const fromBase36 = (text) => parseInt(text, 36);

/** @param {string} iso */
const second = (iso) => Math.floor(Date.parse(iso) / 1000);

/** @param {PackageQuestion[]} asked */
function digestOf(asked) {
  const lines = asked.map(({ question: { id, version, options } }) =>
    [id, version, ...options.map((option) => option.id)].join(" ")
  );
  return toBase36(hash(lines.join("\n"), 0));
}

/**
 * @param {PackageQuestion[]} asked
 * @param {Attempt[]} log Oldest first.
 * @param {Round} round
 * @param {{tries: number, capacity: number}} rules
 * @returns {string} At most `capacity` long: what does not count is dropped first.
 */
export function writeState(asked, log, round, { tries, capacity }) {
  const head = [VERSION, digestOf(asked), toBase36(round.seed), toBase36(second(round.since))].join(
    "|",
  );
  const text = (/** @type {Attempt[]} */ attempts) =>
    `${head}|${attempts.map((attempt) => attemptText(asked, attempt)).join(";")}`;
  let attempts = [...log];
  for (const spare of [...log].sort((a, b) => priority(log, a, tries) - priority(log, b, tries))) {
    if (text(attempts).length <= capacity) break;
    attempts = attempts.filter((attempt) => attempt !== spare);
  }
  return text(attempts);
}

/**
 * Whether the text holds every answer that counts: what an LMS has no room for does not come back.
 *
 * @param {Attempt[]} log Oldest first.
 * @param {string} text As `writeState` gives it.
 * @param {number} tries
 */
export function holdsCounted(log, text, tries) {
  const needed = log.filter((attempt) => priority(log, attempt, tries) === 2).length;
  return (text.split("|")[4] ?? "").split(";").filter(Boolean).length >= needed;
}

/**
 * 2 for what counts or comes before it, 1 for the last answer, else 0: that is dropped first.
 *
 * @param {Attempt[]} log
 * @param {Attempt} attempt
 * @param {number} tries
 */
function priority(log, attempt, tries) {
  const answers = log.filter(({ item }) => item === attempt.item);
  const isBefore = answers.indexOf(attempt) <
    answers.indexOf(/** @type {Attempt} */ (countedAttempt(answers, tries)));
  if (countedAttempt(answers, tries) === attempt || (tries && isBefore)) return 2;
  return Number(answers.at(-1) === attempt);
}

/** @param {PackageQuestion[]} asked @param {Attempt} attempt */
function attemptText(asked, { item, at, chosen }) {
  const index = asked.findIndex(({ question }) => question.id === item);
  const { options } = asked[index].question;
  const places = chosen.map((id) => options.findIndex((option) => option.id === id));
  const answer = places.some((found) => found < 0)
    ? `=${chosen.join("+")}`
    : places.map(toBase36).join(".");
  return [toBase36(index), toBase36(second(at)), answer].join(",");
}

/**
 * @param {PackageQuestion[]} asked
 * @param {string} text
 * @returns {{log: Attempt[], round: Round} | null} Null where the text is not of these questions.
 */
export function readState(asked, text) {
  const [version, digest, seed, since, records = ""] = text.split("|");
  if (version !== VERSION || digest !== digestOf(asked)) return null;
  const found = records.split(";").filter(Boolean).map((entry, number) =>
    attemptOf(asked, entry, number)
  );
  const log = found.filter((attempt) => attempt !== null);
  const [order, start] = [fromBase36(seed), fromBase36(since)];
  const round = {
    seed: isCount(order) ? order : 0,
    since: moment(isSecond(start) ? start : 0),
  };
  return { log, round };
}

const LAST_SECOND = 253_402_300_799; // of the year 9999

/** @param {number} seconds */
const moment = (seconds) =>
  new Date((seconds >= 0 && seconds <= LAST_SECOND ? seconds : 0) * 1000).toISOString();

/** @param {number} seconds */
const isSecond = (seconds) => isInstant(seconds * 1000);

/** @param {PackageQuestion[]} asked @param {string} entry @param {number} number */
function attemptOf(asked, entry, number) {
  const [index, at, answer = ""] = entry.split(",");
  const found = asked[fromBase36(index)];
  if (!found || !isSecond(fromBase36(at))) return null;
  const { question, kind } = found;
  const chosen = answer.startsWith("=")
    ? answer.slice(1).split("+")
    : answer.split(".").map((part) => question.options[fromBase36(part)]?.id ?? "");
  if (!chosen.every(Boolean)) return null;
  const { id: item, version, facts } = question;
  const id = `${item}@${version}:${at}:${number}`;
  const right = kind.isRight(question, chosen);
  return { id, item, version, at: moment(fromBase36(at)), chosen, right, ...(facts && { facts }) };
}
