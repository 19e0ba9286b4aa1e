import { answerOf } from "./answer_text.js";
import { duration } from "./time_format.js";

/** @import { Launch, LaunchData } from "./launch.js" */
/** @import { PackageInfo, PackageQuestion, Progress, ReportedAnswer } from "./types.d.ts" */

/** @typedef {{id: string} & Record<string, unknown>} Statement */

const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
/** What the gradebook reads: the answer as in a result file, and the attempt that it belongs to. */
export const ANSWER = "urn:rightcode:answer";
const ATTEMPT = "urn:rightcode:attempt";

const VERBS = "http://adlnet.gov/expapi/verbs/";

/** The statements of one session by the cmi5 profile (cmi5 1.0, section 9). */
export class Statements {
  #session;
  #started;

  /**
   * @param {object} session
   * @param {Launch} session.launch
   * @param {LaunchData} session.data
   * @param {PackageInfo} session.given
   * @param {string} session.began When the attempt did.
   * @param {() => string} session.newId
   * @param {() => Date} session.now
   */
  constructor(session) {
    this.#session = session;
    this.#started = session.now().getTime();
  }

  initialized() {
    return this.#defined("initialized", {});
  }

  /** @param {ReportedAnswer} answer @returns {Statement} */
  answered({ asked, attempt, seconds, counts }) {
    const { id: item, version, facts } = asked.question;
    const { given } = answerOf(asked, attempt.chosen);
    const ms = Math.round(seconds * 1000);
    const started = new Date(Date.parse(attempt.at) - ms).toISOString();
    const answer = { item, version, digest: facts, response: attempt.chosen, started, ms };
    const result = {
      response: given.join("[,]"),
      success: attempt.right,
      duration: duration(seconds),
      extensions: { [ANSWER]: answer },
    };
    const object = {
      objectType: "Activity",
      id: `urn:rightcode:item:${item}`,
      definition: definitionOf(asked),
    };
    const parent = [this.#unit];
    const extensions = counts ? { [ATTEMPT]: this.#attempt(attempt.at) } : {};
    const context = this.#context({ parent }, extensions);
    return this.#statement("answered", object, { result, context }, attempt.at);
  }

  /**
   * One attempt per registration, whatever the number of sessions.
   *
   * @param {string} finished As far as known now.
   */
  #attempt(finished) {
    const { actor, registration } = this.#session.launch;
    const { items, title, as_of, assignment } = this.#session.given;
    const account = /** @type {{name?: string} | undefined} */ (actor.account);
    const id = account?.name ?? String(actor.mbox ?? actor.mbox_sha1sum ?? actor.openid ?? "");
    return {
      id: registration.toLowerCase(),
      attempt: 1,
      assignment: { id: assignment, title, ...(items.length ? { items } : {}) },
      learner: { name: String(actor.name || id), ...(id ? { id } : {}) },
      site: { as_of },
      started: this.#session.began,
      finished,
    };
  }

  completed() {
    const result = { completion: true, duration: this.#duration };
    return this.#defined("completed", { result }, [CMI5, MOVE_ON]);
  }

  /** @param {Progress} progress @param {number} mark */
  scored({ passed, score, right, total }, mark) {
    const scaled = Math.round(score * 10000) / 10000;
    const result = {
      score: { scaled, raw: right, min: 0, max: total },
      success: Boolean(passed),
      duration: this.#duration,
    };
    const extensions = { [MASTERY]: mark };
    return this.#defined(passed ? "passed" : "failed", { result }, [CMI5, MOVE_ON], extensions);
  }

  terminated() {
    return this.#defined("terminated", { result: { duration: this.#duration } });
  }

  get #duration() {
    return duration((this.#session.now().getTime() - this.#started) / 1000);
  }

  /**
   * @param {string} verb
   * @param {{result?: object}} more
   * @param {string[]} categories
   * @param {Record<string, unknown>} extensions
   */
  #defined(verb, more, categories = [CMI5], extensions = {}) {
    const category = categories.map((id) => ({ objectType: "Activity", id }));
    const context = this.#context({ category }, extensions);
    return this.#statement(verb, this.#unit, { ...more, context });
  }

  get #unit() {
    return { objectType: "Activity", id: this.#session.launch.activityId };
  }

  /** @param {Record<string, object[]>} activities @param {Record<string, unknown>} extensions */
  #context(activities, extensions = {}) {
    const { contextActivities = {}, extensions: theirs = {}, ...template } =
      this.#session.data.contextTemplate;
    const merged = { ...contextActivities };
    for (const [name, added] of Object.entries(activities)) {
      merged[name] = [...merged[name] ?? [], ...added];
    }
    const { registration } = this.#session.launch;
    return {
      ...template,
      registration,
      contextActivities: merged,
      extensions: { ...theirs, ...extensions },
    };
  }

  /**
   * @param {string} verb
   * @param {object} object
   * @param {object} more
   * @param {string} [at]
   * @returns {Statement}
   */
  #statement(verb, object, more, at = this.#session.now().toISOString()) {
    return {
      id: this.#session.newId(),
      actor: this.#session.launch.actor,
      verb: { id: VERBS + verb, display: { "en": verb } },
      object,
      timestamp: at,
      ...more,
    };
  }
}

/** @param {PackageQuestion} asked */
function definitionOf(asked) {
  const { type, right } = answerOf(asked, []);
  const choices = asked.question.options.map(({ id, name }) => ({
    id,
    description: { "en-US": name },
  }));
  return {
    type: INTERACTION,
    name: { "en-US": asked.title },
    description: { "en-US": asked.prompt },
    interactionType: type,
    correctResponsesPattern: right.map((ids) => ids.join("[,]")),
    ...(type === "choice" ? { choices } : {}),
  };
}
