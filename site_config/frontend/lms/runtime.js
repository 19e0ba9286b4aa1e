/** The edge: what runs this package, if anything does. */
import { openCmi5 } from "./cmi5.js";
import { findApi } from "./scorm_api.js";
import { readLaunch } from "./launch.js";
import { openScorm12 } from "./scorm12.js";
import { openScorm2004 } from "./scorm2004.js";

/** @import { Launch } from "./launch.js" */
/** @import { PackageInfo, Runtime, Trouble } from "./types.js" */

const now = () => new Date();
const seconds = () => Date.now() / 1000;

/**
 * The LMS that launched the page, by whichever of the three ways it speaks.
 *
 * @param {number | null} mark The package's own pass mark.
 * @param {PackageInfo} given
 * @returns {Promise<{runtime: Runtime | null, trouble: Trouble | null}>}
 */
export async function findRuntime(mark, given) {
  const launch = readLaunch(location.search);
  if (launch) return await openLaunched(launch, mark, given);
  const newer = findApi(globalThis, "API_1484_11");
  if (newer) return runtimeOrProblem(openScorm2004(newer, seconds));
  const older = findApi(globalThis, "API");
  return older ? runtimeOrProblem(openScorm12(older, seconds)) : { runtime: null, trouble: null };
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
      newUuid,
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

/** RFC 4122, version 4; `crypto.randomUUID` is there on secure pages alone. */
function newUuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
    .join("-");
}
