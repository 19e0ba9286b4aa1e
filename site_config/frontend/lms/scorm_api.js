/** SCORM 2004 RTE 4.2.1: an LMS may nest its frames, but not without end. */
const MAX_DEPTH = 500;

/**
 * The object that an LMS offers under `name` in a frame around the page, or in the window that
 * opened it.
 *
 * @param {any} scope
 * @param {"API" | "API_1484_11"} name
 * @returns {any} Null where there is none.
 */
export const findApi = (scope, name) =>
  findInParents(scope, name) ?? findInParents(openerOf(scope), name) ??
    findInParents(openerOf(topOf(scope)), name);

/** @param {any} scope @param {string} name */
function findInParents(scope, name) {
  try {
    for (let step = 0; scope && step < MAX_DEPTH; step++) {
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
