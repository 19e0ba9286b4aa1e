/** A learning record store by xAPI 1.0.3, over plain HTTP. */

/** @import { Launch } from "./launch.js" */

export class Lrs {
  #launch;
  #token;
  #fetch;

  /** @param {Launch} launch @param {string} token @param {typeof globalThis.fetch} fetch */
  constructor(launch, token, fetch) {
    this.#launch = launch;
    this.#token = token;
    this.#fetch = fetch;
  }

  /** @param {object[]} statements @param {boolean} [last] Whether the page is closing. */
  send(statements, last = false) {
    return this.#call("statements", {}, {
      method: "POST",
      body: JSON.stringify(statements),
      keepalive: last,
    });
  }

  /**
   * One statement under its own id, so that sending it twice is safe.
   *
   * @param {{id: string}} statement
   */
  put(statement) {
    const query = { statementId: statement.id };
    return this.#call("statements", query, { method: "PUT", body: JSON.stringify(statement) });
  }

  /** @param {string} stateId @returns {Promise<any>} Null if nothing is stored. */
  async state(stateId) {
    const answer = await this.#call("activities/state", this.#stateQuery(stateId), {
      method: "GET",
    });
    return answer.ok ? await answer.json().catch(() => null) : null;
  }

  /** @param {string} stateId @param {unknown} value @param {boolean} [last] */
  saveState(stateId, value, last = false) {
    const body = JSON.stringify(value);
    return this.#call("activities/state", this.#stateQuery(stateId), {
      method: "PUT",
      body,
      keepalive: last,
    });
  }

  /** cmi5 1.0, section 11: a package asks for them, whether it has use for them or not. */
  preferences() {
    const query = {
      agent: JSON.stringify(this.#launch.actor),
      profileId: "cmi5LearnerPreferences",
    };
    return this.#call("agents/profile", query, { method: "GET" });
  }

  /** @param {string} stateId */
  #stateQuery(stateId) {
    const { activityId, actor, registration } = this.#launch;
    return { activityId, agent: JSON.stringify(actor), registration, stateId };
  }

  /** @param {string} path @param {Record<string, string>} query @param {RequestInit} options */
  #call(path, query, options) {
    const address = new URL(path, this.#launch.endpoint);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const headers = {
      Authorization: `Basic ${this.#token}`,
      "X-Experience-API-Version": "1.0.3",
      ...(options.body ? { "Content-Type": "application/json" } : {}),
    };
    return this.#fetch(address.href, {
      ...options,
      headers,
      credentials: "omit",
      cache: "no-store",
    });
  }
}
