/** @typedef {RegExpExecArray} Match */

/**
 * A tag for patterns too long for a line: a line break and the indentation after it are not part of
 * the pattern, and a pattern that is put in stands there by its source. The dot matches any sign.
 *
 * @param {string} [flags]
 */
export const regex = (flags = "") =>
/** @param {TemplateStringsArray} parts @param {...RegExp} inner */
(parts, ...inner) => {
  const sources = inner.map((pattern) => pattern.source);
  const lines = parts.raw.map((part) => part.replace(/\n */g, ""));
  return new RegExp(lines.reduce((all, part, at) => all + sources[at - 1] + part), `s${flags}`);
};

/** Where a match ends. @param {Match} match */
export const endOf = (match) => match.index + match[0].length;

/** @type {Map<string, RegExp>} */
const matchers = new Map();

/** The one matcher of a pattern. @param {string} pattern */
export function matcher(pattern) {
  const made = matchers.get(pattern) ?? new RegExp(pattern, "s");
  matchers.set(pattern, made);
  return made;
}

/**
 * An entry of the facts with its patterns ready.
 * @template {{about: string[], claim?: string, unless?: string, who?: string}} Raw
 * @param {Raw} raw
 */
export function compiled(raw) {
  const { about, claim, unless, who } = raw;
  return /** @type {any} */ ({
    ...raw,
    about: about.map(matcher),
    ...(claim ? { claim: matcher(claim) } : {}),
    ...(unless ? { unless: matcher(unless) } : {}),
    ...(who ? { who: matcher(who) } : {}),
  });
}
