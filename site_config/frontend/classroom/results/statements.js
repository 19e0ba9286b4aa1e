/** A result as xAPI 1.0.3 statements; `StoredAttempts` reads them back. */
import { v5 } from "uuid";
import { formOf, rightPicks, score } from "./scoring.js";
import { ANSWER, ATTEMPT, OWN } from "./submission.js";

/** @import { Marking, Result, ResultAnswer } from "../../shared/schema_types.d.ts" */

export const ROOT = "urn:rightcode:";
const VERBS = "http://adlnet.gov/expapi/verbs/";
const TYPES = "http://adlnet.gov/expapi/activities/";
const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/";

/**
 * @typedef {object} Where What the system that started the attempt says of itself; all may be left
 *   out.
 * @property {object} [actor] As a cmi5 launch gives it. Else the name as typed, in an account of
 *   this site.
 * @property {string} [home] The site's address, for that account.
 * @property {string} [activity] The activity's IRI. Else one made from the assignment's id.
 * @property {string} [registration] A UUID. Else the result's own.
 * @property {Record<string, any>} [context] A cmi5 contextTemplate, with its session id. With it
 *   the statements are those of cmi5.
 * @property {number} [passMark] In percent. Without it nothing is said of passing; nor is it in
 *   cmi5 for a launch mode other than Normal.
 */

/**
 * The statements of one attempt, in order: begun, each answer, completed, passed or failed, ended.
 * The same result
 * gives the same ids, so a store that gets one twice keeps one.
 *
 * @param {Result} result
 * @param {Map<string, Marking>} keys Of the questions; one without a key is told without a score.
 * @param {Where} [where]
 * @returns {Record<string, any>[]}
 */
export function statements(result, keys, where = {}) {
  const answers = result.answers.map((answer) =>
    answered(result, answer, keys.get(answer.item), where)
  );
  const asked = result.assignment.items?.length
    ? result.assignment.items
    : result.answers.map(({ item }) => item);
  const right = answers.filter((statement) => statement.result.success).length;
  const scaled = asked.length ? Math.round(1e4 * right / asked.length) / 1e4 : 0;
  const score = { scaled, raw: right, min: 0, max: asked.length };
  const duration = lasting(Date.parse(result.finished) - Date.parse(result.started));
  const ends = [plain(result, where, "completed", { completion: true, duration }, "moveon")];
  if (where.passMark !== undefined) {
    const success = 100 * right >= where.passMark * asked.length;
    ends.push(
      plain(result, where, success ? "passed" : "failed", { success, score, duration }, "moveon"),
    );
  } else if (!where.context) ends[0].result.score = score;
  const begun = plain(result, where, "initialized");
  const { own_questions: questions } = result;
  if (questions?.length) begun.context.extensions[OWN] = { questions };
  return [
    begun,
    ...answers,
    ...ends,
    plain(result, where, "terminated", { duration }),
  ];
}

/** @param {Result} result @param {string} name */
const idOf = (result, name) => v5(name, result.id);

/** @param {number} ms As ISO 8601 has it, to the hundredth of a second. */
const lasting = (ms) => `PT${(Math.max(0, ms) / 1000).toFixed(2)}S`;

/** @param {Result} result @param {Where} where */
const actorOf = ({ learner }, { actor, home }) =>
  actor ?? {
    objectType: "Agent",
    name: learner.name,
    account: { homePage: home ?? "https://rightcode.invalid/", name: learner.id ?? learner.name },
  };

/** @param {Result} result @param {Where} where */
const activityOf = ({ assignment }, { activity }) => ({
  objectType: "Activity",
  id: activity ?? `${ROOT}assignment:${assignment.id}`,
  definition: {
    type: `${TYPES}assessment`,
    ...(assignment.title ? { name: { en: assignment.title } } : {}),
  },
});

/** @param {Result} result @param {Where} where @param {string} [category] */
function contextOf(result, where, category) {
  const { id, attempt, assignment, learner, site, started, finished } = result;
  const { contextActivities = {}, extensions = {}, ...template } = where.context ?? {};
  const categories = [...(contextActivities.category ?? [])];
  if (where.context && category !== undefined) {
    for (const name of ["cmi5", ...(category === "moveon" ? ["moveon"] : [])]) {
      if (!categories.some((one) => one.id === CMI5 + name)) {
        categories.push({ objectType: "Activity", id: CMI5 + name });
      }
    }
  }
  const activities = {
    ...contextActivities,
    ...(categories.length ? { category: categories } : {}),
  };
  return {
    ...template,
    registration: where.registration ?? id,
    // A store refuses an object that is empty.
    ...(Object.keys(activities).length ? { contextActivities: activities } : {}),
    extensions: {
      ...extensions,
      [ATTEMPT]: { id, attempt, assignment, learner, site, started, finished },
    },
  };
}

/**
 * @param {Result} result
 * @param {Where} where
 * @param {string} verb
 * @param {Record<string, any>} [more]
 * @param {string} [category]
 * @returns {Record<string, any>}
 */
function plain(result, where, verb, more, category = "") {
  return {
    id: idOf(result, verb),
    actor: actorOf(result, where),
    verb: { id: VERBS + verb, display: { en: verb } },
    object: activityOf(result, where),
    ...(more ? { result: more } : {}),
    context: contextOf(result, where, category),
    timestamp: verb === "initialized" ? result.started : result.finished,
  };
}

/**
 * @param {Result} result
 * @param {ResultAnswer} answer
 * @param {Marking | undefined} marking
 * @param {Where} where
 */
function answered(result, answer, marking, where) {
  const found = marking && marking.version === answer.version
    ? score(marking, answer.response)
    : null;
  const context = contextOf(result, where);
  const parent = { objectType: "Activity", id: activityOf(result, where).id };
  context.contextActivities = { ...context.contextActivities, parent: [parent] };
  return {
    id: idOf(result, `answered ${answer.item}`),
    actor: actorOf(result, where),
    verb: { id: `${VERBS}answered`, display: { en: "answered" } },
    object: {
      objectType: "Activity",
      id: `${ROOT}item:${answer.item}`,
      definition: definitionOf(marking),
    },
    result: {
      response: answer.response.join("[,]"),
      ...(found
        ? { success: found.right, score: { scaled: Math.round(1e4 * found.points) / 1e4 } }
        : {}),
      duration: lasting(answer.ms),
      extensions: { [ANSWER]: answer },
    },
    context,
    timestamp: new Date(Date.parse(answer.started) + answer.ms).toISOString(),
  };
}

/** @param {Marking | undefined} marking */
function definitionOf(marking) {
  const type = `${TYPES}cmi.interaction`;
  if (!marking) return { type, interactionType: "other" };
  const name = { en: marking.title }, right = [...rightPicks(marking)].sort();
  if (formOf(marking) === "lines") return { type, name, interactionType: "other" };
  if (formOf(marking) === "numbers") {
    const correctResponsesPattern = marking.ways.map((answer) =>
      marking.options.map(({ id }) => `${id}.${answer[id]}`).join("[,]")
    );
    return { type, name, interactionType: "fill-in", correctResponsesPattern };
  }
  const choices = marking.options.map(({ id, name }) => ({ id, description: { en: name } }));
  const correctResponsesPattern = formOf(marking) === "one" ? right : [right.join("[,]")];
  return { type, name, interactionType: "choice", correctResponsesPattern, choices };
}
