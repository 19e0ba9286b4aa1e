/** How a cmi5 package is launched (cmi5 1.0, section 8), and what the LMS lays ready for it (section 10). */

/**
 * @typedef {object} Launch
 * @property {string} endpoint Ends with a slash.
 * @property {string} fetch Where the credential is fetched, once.
 * @property {Record<string, unknown>} actor
 * @property {string} registration
 * @property {string} activityId
 */

/** The launch was used before, or the LMS refused it. */
export class LaunchRefused extends Error {}

/**
 * @param {string} search
 * @returns {Launch | null} Null where the page was not launched by cmi5.
 */
export function readLaunch(search) {
  const asked = new URLSearchParams(search);
  const [endpoint, fetch, registration, activityId] = [
    "endpoint",
    "fetch",
    "registration",
    "activityId",
  ]
    .map((name) => asked.get(name) ?? "");
  const actor = parse(asked.get("actor") ?? "");
  if (![endpoint, fetch].every(isWeb) || !registration || !activityId || !actor) return null;
  return { endpoint: endpoint.replace(/\/*$/, "/"), fetch, actor, registration, activityId };
}

/** @param {string} address */
const isWeb = (address) => /^https?:\/\//i.test(address);

/** @param {string} text @returns {Record<string, unknown> | null} */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * The credential of this session. It stays in memory: nothing keeps it, so a page that is loaded again has none.
 *
 * @param {Launch} launch
 * @param {typeof globalThis.fetch} ask
 * @returns {Promise<string>}
 */
export async function fetchToken(launch, ask) {
  const answer = await ask(launch.fetch, { method: "POST", credentials: "omit" });
  const told = parse(await answer.text());
  const token = told?.["auth-token"];
  if (!answer.ok || typeof token !== "string" || !token) {
    throw new LaunchRefused(String(told?.["error-text"] ?? answer.status));
  }
  return token;
}

/**
 * @typedef {object} LaunchData
 * @property {{contextActivities?: Record<string, unknown[]>, extensions?: Record<string, unknown>}} contextTemplate
 * @property {"Normal" | "Browse" | "Review"} launchMode
 * @property {number | null} masteryScore
 * @property {string} returnURL
 */

/** @param {unknown} value @returns {LaunchData} */
export function readLaunchData(value) {
  const data = /** @type {Record<string, any>} */ (typeof value === "object" && value ? value : {});
  const mode = ["Browse", "Review"].includes(data.launchMode) ? data.launchMode : "Normal";
  const mark = typeof data.masteryScore === "number" ? data.masteryScore : null;
  const back = typeof data.returnURL === "string" && isWeb(data.returnURL) ? data.returnURL : "";
  return {
    contextTemplate: data.contextTemplate ?? {},
    launchMode: mode,
    masteryScore: mark,
    returnURL: back,
  };
}
