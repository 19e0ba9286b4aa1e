/** SCORM 2004 RTE 4.2.1: an LMS may nest its frames, but not without end. */
const DEEPEST = 500;

/**
 * The object that an LMS offers under `name` in a frame around the page, or in the window that opened it.
 *
 * @param {any} scope
 * @param {"API" | "API_1484_11"} name
 * @returns {any} Null where there is none.
 */
export const findApi = (scope, name) =>
  above(scope, name) ?? above(openerOf(scope), name) ?? above(openerOf(topOf(scope)), name);

/** @param {any} scope @param {string} name */
function above(scope, name) {
  try {
    for (let step = 0; scope && step < DEEPEST; step++) {
      if (scope[name]) return scope[name];
      if (scope.parent === scope) return null;
      scope = scope.parent;
    }
  } catch { /* a frame of another origin, which may not be asked */ }
  return null;
}

/** @param {any} scope */
function openerOf(scope) {
  try {
    return scope?.opener ?? null;
  } catch {
    return null;
  }
}

/** @param {any} scope */
const topOf = (scope) => scope?.top ?? null;
