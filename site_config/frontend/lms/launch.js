/** How a cmi5 package is launched (cmi5 1.0, section 8), and its launch data (section 10). */
import { ANSWER_MS, textWithin } from "../shared/bounded_answer.js";
import { parseJson } from "../shared/json.js";
import { isRecord } from "../shared/store/schema.js";

/** Characters of an answer that holds a credential. */
const MAX_TOKEN = 100_000;

/**
 * @typedef {object} Launch
 * @property {string} endpoint Ends with a slash.
 * @property {string} fetch Where the credential is fetched, once.
 * @property {Record<string, unknown>} actor
 * @property {string} registration
 * @property {string} activityId
 */

/**
 * @param {string} search
 * @returns {Launch | null} Null where the page was not launched by cmi5.
 */
export function readLaunch(search) {
  const query = new URLSearchParams(search);
  const names = ["endpoint", "fetch", "registration", "activityId"];
  const [endpoint, fetch, registration, activityId] = names.map((name) => query.get(name) ?? "");
  const actor = parseRecord(query.get("actor"));
  if (![endpoint, fetch].every(isWeb) || !registration || !activityId || !actor) return null;
  return { endpoint: endpoint.replace(/\/*$/, "/"), fetch, actor, registration, activityId };
}

/**
 * Whether an LMS's address, which it may not have encoded in full, is one; without a password,
 * which no browser sends from there.
 *
 * @param {string} text
 */
const isWeb = (text) =>
  /^https?:\/\/[^/\s\\][^\s\0]*$/i.test(text) && URL.canParse(text) &&
  !new URL(text).username && !new URL(text).password;

/** @param {string | null} text */
function parseRecord(text) {
  const value = parseJson(text);
  return isRecord(value) ? value : null;
}

/**
 * The credential of this session. It stays in memory only, so a reloaded page has none.
 *
 * @param {Launch} launch
 * @param {typeof globalThis.fetch} fetch
 * @returns {Promise<string>} Rejected if the launch was used before or the LMS refuses it.
 */
export async function fetchToken(launch, fetch) {
  const answer = await fetch(launch.fetch, {
    method: "POST",
    credentials: "omit",
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const body = parseRecord(await textWithin(answer, MAX_TOKEN));
  const token = body?.["auth-token"];
  if (!answer.ok || typeof token !== "string" || !token) {
    throw new Error(String(body?.["error-text"] ?? answer.status));
  }
  return token;
}

/**
 * @typedef {object} LaunchData
 * @property {{contextActivities?: Record<string, unknown[]>, extensions?: Record<string, unknown>}}
 *   contextTemplate
 * @property {"Normal" | "Browse" | "Review"} launchMode
 * @property {number | null} masteryScore
 * @property {string} returnURL
 */

/** @param {unknown} value @returns {value is number} */
const isShare = (value) => typeof value === "number" && value >= 0 && value <= 1;

/** @param {unknown} value @returns {LaunchData} */
export function readLaunchData(value) {
  const data = /** @type {Record<string, any>} */ (isRecord(value) ? value : {});
  const { contextTemplate, launchMode, masteryScore, returnURL } = data;
  return {
    contextTemplate: isRecord(contextTemplate) ? contextTemplate : {},
    launchMode: ["Browse", "Review"].includes(launchMode) ? launchMode : "Normal",
    masteryScore: isShare(masteryScore) ? masteryScore : null,
    returnURL: typeof returnURL === "string" && isWeb(returnURL) ? returnURL : "",
  };
}
