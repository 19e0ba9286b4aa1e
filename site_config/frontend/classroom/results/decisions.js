/** What an instructor decides about credits: a trail beside the results, which stay as they are. */
import { MAX_DECISIONS, MAX_DISPUTE, MAX_PICKS } from "../../shared/result_limits.js";
import { ResultRefused } from "./refusal.js";
import {
  DECISIONS,
  list,
  moment,
  name,
  PICK,
  record,
  SLUG,
  text,
  UUID,
  whole,
} from "./result_file.js";

/** @import { Decision, Score } from "../../shared/schema_types.d.ts" */
/** @import { Decide, Marked, Result } from "./types.d.ts" */

/**
 * @param {unknown} value The JSON of a file of decisions.
 * @returns {Decision[]}
 * @throws {ResultRefused}
 */
export function readDecisions(value) {
  const { format, version, decisions } = record(value, "format");
  if (format !== DECISIONS) throw new ResultRefused("notDecisions");
  if (Number.isSafeInteger(version) && version > 1) throw new ResultRefused("newer", `${version}`);
  whole(version, 1, 1, "version");
  return list(decisions, 0, MAX_DECISIONS, "decisions").map((one, place) =>
    readDecision(record(one, `decisions ${place + 1}`), `decisions ${place + 1}`)
  );
}

/** @param {Record<string, any>} value @param {string} place @returns {Decision} */
function readDecision(value, place) {
  const { at, by, assignment, item, version, result, response, before, after, reason } = value;
  const picks = response ?? undefined;
  return {
    at: moment(at, `${place} at`),
    by: name(by, `${place} by`),
    assignment: text(assignment, SLUG, `${place} assignment`),
    item: text(item, SLUG, `${place} item`),
    version: whole(version, 1, Number.MAX_SAFE_INTEGER, `${place} version`),
    ...(result ? { result: text(result, UUID, `${place} result`) } : {}),
    ...(picks === undefined ? {} : {
      response: list(picks, 1, MAX_PICKS, `${place} response`).map((pick) =>
        text(pick, PICK, `${place} response`)
      ),
    }),
    ...credit("before", before, place),
    ...credit("after", after, place),
    reason: name(reason, `${place} reason`, MAX_DISPUTE),
  };
}

/** @param {"before" | "after"} key @param {unknown} value @param {string} place */
function credit(key, value, place) {
  if (value === undefined || value === null) return {};
  if (typeof value === "number" && value >= 0 && value <= 1) return { [key]: value };
  throw new ResultRefused("damaged", `${place} ${key}`);
}

/**
 * Trails of several files as one: what is in more than one counts once.
 *
 * @param {Decision[]} decisions
 * @returns {Decision[]} The oldest first.
 */
export const inOrder = (decisions) =>
  [...new Map(decisions.map((one) => [JSON.stringify(one), one])).values()]
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** The text of a file of decisions. @param {Decision[]} decisions */
export const decisionsText = (decisions) =>
  JSON.stringify({ format: DECISIONS, version: 1, decisions }, null, 1) + "\n";

/** @param {string[]} response */
const sameAs = (response) => [...new Set(response)].sort().join(" ");

/**
 * Whether a decision is about an answer: to that version of the question, in that assignment.
 *
 * @param {Decision} decision @param {Result} result @param {Marked["answer"]} answer
 */
export const isAbout = (decision, result, { item, version, response }) =>
  decision.item === item && decision.version === version &&
  decision.assignment === result.assignment.id &&
  (!decision.result || decision.result === result.id) &&
  (!decision.response || sameAs(decision.response) === sameAs(response));

/**
 * The last decision about an answer counts; one without a credit gives it back to the key.
 *
 * @param {Decision[]} decisions The oldest first.
 * @returns {Decide}
 */
export function decider(decisions) {
  const byItem = Map.groupBy(decisions, ({ item }) => item);
  return (result, entry) => {
    const trail = (byItem.get(entry.answer.item) ?? []).filter((one) =>
      isAbout(one, result, entry.answer)
    );
    if (!trail.length || entry.flag?.name === "gone") return entry;
    const after = trail[trail.length - 1].after ?? null;
    const score = after === null ? entry.score : withCredit(entry.score, after);
    return { ...entry, score, decided: { byKey: entry.score, trail } };
  };
}

/** @param {Score | null} score @param {number} points @returns {Score} */
function withCredit(score, points) {
  const { picks = [], exchange = null } = score ?? {};
  return { right: points === 1, points, picks, exchange: points === 1 ? null : exchange };
}
