import { ANSWER_MS, textWithin } from "../shared/bounded_answer.js";

/** @import { Launch } from "./launch.js" */

/** @typedef {ReturnType<typeof openLrs>} Lrs */

/** Characters of a state; a package stores 100,000 at most. */
const MAX_STATE = 1_000_000;

/**
 * A learning record store by xAPI 1.0.3, over plain HTTP.
 *
 * @param {Launch} launch
 * @param {string} token
 * @param {typeof globalThis.fetch} fetch
 */
export function openLrs({ endpoint, activityId, actor, registration }, token, fetch) {
  const agent = JSON.stringify(actor);
  const ask = (
    /** @type {string} */ path,
    /** @type {Record<string, string>} */ query,
    /** @type {"GET" | "POST" | "PUT"} */ method,
    body = /** @type {unknown} */ (undefined),
    keepalive = false,
  ) => {
    const address = new URL(path, endpoint);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const headers = {
      Authorization: `Basic ${token}`,
      "X-Experience-API-Version": "1.0.3",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    };
    return fetch(address.href, {
      method,
      headers,
      body: JSON.stringify(body),
      keepalive,
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  };
  const stateQuery = (/** @type {string} */ stateId) => ({
    activityId,
    agent,
    registration,
    stateId,
  });
  return {
    /** `last` if the page is closing. */
    send: (/** @type {object[]} */ statements, last = false) =>
      ask("statements", {}, "POST", statements, last),

    /** One statement under its own id, so that sending it twice is safe. */
    put: (/** @type {{id: string}} */ statement) =>
      ask("statements", { statementId: statement.id }, "PUT", statement),

    /** Null if nothing is stored. Rejected if that cannot be known: it would be written over. */
    async state(/** @type {string} */ stateId) {
      const answer = await ask("activities/state", stateQuery(stateId), "GET");
      if (answer.status === 404 || answer.status === 204) return null;
      if (!answer.ok) throw new Error(`no state: ${answer.status}`);
      return JSON.parse(await textWithin(answer, MAX_STATE));
    },

    saveState: (/** @type {string} */ stateId, /** @type {unknown} */ value, last = false) =>
      ask("activities/state", stateQuery(stateId), "PUT", value, last),

    /** cmi5 1.0, section 11: a package asks for them, whether it has use for them or not. */
    preferences: () => ask("agents/profile", { agent, profileId: "cmi5LearnerPreferences" }, "GET"),
  };
}
