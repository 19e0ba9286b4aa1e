/** What runs this package, if anything does. */
import { v4 } from "uuid";
import { openCmi5 } from "./cmi5.js";
import { findApi } from "./scorm_api.js";
import { readLaunch } from "./launch.js";
import { openScorm12, openScorm2004 } from "./scorm_editions.js";

/** @import { Launch } from "./launch.js" */
/** @import { PackageInfo, Runtime, Trouble } from "./types.d.ts" */

/** A clock that is not set back. */
const seconds = () => performance.now() / 1000;

/**
 * The LMS that launched the page, by whichever of the three standards it speaks.
 *
 * @param {number | null} mark The package's own pass mark.
 * @param {PackageInfo} given
 * @returns {Promise<{runtime: Runtime | null, trouble: Trouble | null}>}
 */
export async function findRuntime(mark, given) {
  const launch = readLaunch(location.search);
  const runtime = launch
    ? await openLaunched(launch, mark, given).catch(() => null)
    : openFromScript();
  return { runtime: runtime ?? null, trouble: runtime === null ? "taken" : null };
}

/** Undefined where there is no LMS, null where it does not open a session. */
function openFromScript() {
  const scorm2004 = findApi(globalThis, "API_1484_11");
  if (scorm2004) return openScorm2004(scorm2004, seconds);
  const scorm12 = findApi(globalThis, "API");
  return scorm12 ? openScorm12(scorm12, seconds) : undefined;
}

/** @param {Launch} launch @param {number | null} mark @param {PackageInfo} given */
async function openLaunched(launch, mark, given) {
  const runtime = await openCmi5(launch, {
    fetch: globalThis.fetch.bind(globalThis),
    reach: () => localStorage,
    now: () => new Date(),
    newUuid: () => v4(),
    later: (act, wait) => void setTimeout(act, wait * 1000),
    mark,
    given,
  });
  addEventListener("online", () => runtime.flush());
  return runtime;
}
