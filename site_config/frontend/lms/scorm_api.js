/** SCORM 2004 RTE 4.2.1: an LMS may nest its frames, but not without end. */
const MAX_DEPTH = 500;

/** Where frames around the page begin, its own and those of the window that opened it. */
const STARTS = [
  (/** @type {any} */ scope) => scope,
  (/** @type {any} */ scope) => scope.opener,
  (/** @type {any} */ scope) => scope.top.opener,
];

/**
 * The object that an LMS offers under `name` in a frame.
 *
 * @param {any} scope
 * @param {"API" | "API_1484_11"} name
 * @returns {any} Null where there is none.
 */
export function findApi(scope, name) {
  for (const start of STARTS) {
    try {
      let frame = start(scope);
      for (let step = 0; frame && step < MAX_DEPTH; step++) {
        if (frame[name]) return frame[name];
        if (frame.parent === frame) break;
        frame = frame.parent;
      }
    } catch { /* a frame of another origin, which may not be asked */ }
  }
  return null;
}
