/** What runs this package, if anything does. */
import { v4 } from "uuid";
import { openCmi5 } from "./cmi5.js";
import { findApi } from "./scorm_api.js";
import { readLaunch } from "./launch.js";
import { openScorm12 } from "./scorm12.js";
import { openScorm2004 } from "./scorm2004.js";

/** @import { Launch } from "./launch.js" */
/** @import { PackageInfo, Runtime, Trouble } from "./types.d.ts" */

const now = () => new Date();
const seconds = () => Date.now() / 1000;

/**
 * The LMS that launched the page, by whichever of the three standards it speaks.
 *
 * @param {number | null} mark The package's own pass mark.
 * @param {PackageInfo} given
 * @returns {Promise<{runtime: Runtime | null, trouble: Trouble | null}>}
 */
export async function findRuntime(mark, given) {
  const launch = readLaunch(location.search);
  if (launch) return await openLaunched(launch, mark, given);
  const scorm2004 = findApi(globalThis, "API_1484_11");
  if (scorm2004) return runtimeOrProblem(openScorm2004(scorm2004, seconds));
  const scorm12 = findApi(globalThis, "API");
  return scorm12
    ? runtimeOrProblem(openScorm12(scorm12, seconds))
    : { runtime: null, trouble: null };
}

/** @param {Runtime | null} runtime @returns {{runtime: Runtime | null, trouble: Trouble | null}} */
const runtimeOrProblem = (runtime) => ({ runtime, trouble: runtime ? null : "taken" });

/**
 * @param {Launch} launch
 * @param {number | null} mark
 * @param {PackageInfo} given
 * @returns {Promise<{runtime: Runtime | null, trouble: Trouble | null}>}
 */
async function openLaunched(launch, mark, given) {
  try {
    const fetch = globalThis.fetch.bind(globalThis);
    const later = (/** @type {() => void} */ act, /** @type {number} */ wait) =>
      void setTimeout(act, wait * 1000);
    const runtime = await openCmi5(launch, {
      fetch,
      reach: () => localStorage,
      now,
      newUuid: () => v4(),
      later,
      mark,
      given,
    });
    addEventListener("online", () => runtime.flush());
    return { runtime, trouble: null };
  } catch {
    return { runtime: null, trouble: "taken" };
  }
}
