/**
 * Messages in the syntax of ICU MessageFormat, as translators know it: `{name}`,
 * `{count, plural, =0 {none} one {# unit} other {# units}}`, `{state, select, open {…} other {…}}`.
 */

/** @typedef {Record<string, string | number | boolean | null>} Values *
 * @typedef {string & ((values: Values) => string)} Message A text; a function where it names
 *   values.
 */

/** The parts of an argument: `plural`'s and `select`'s cases. @param {string} source */
function cases(source) {
  /** @type {Record<string, string>} */ const found = {};
  for (let rest = source; rest.includes("{");) {
    const start = rest.indexOf("{");
    const end = closing(rest, start);
    found[rest.slice(0, start).trim()] = rest.slice(start + 1, end);
    rest = rest.slice(end + 1);
  }
  return found;
}

/** @param {string} text @param {number} start */
function closing(text, start) {
  let depth = 0;
  for (let place = start; place < text.length; place++) {
    if (text[place] === "{") depth++;
    else if (text[place] === "}" && --depth === 0) return place;
  }
  throw new Error(`a brace stays open: ${text}`);
}

/**
 * @param {string} text
 * @param {Values} values
 * @param {string} locale
 * @param {string} [number] What `#` stands for.
 * @returns {string}
 */
export function fill(text, values, locale, number = "#") {
  const start = text.indexOf("{");
  if (start < 0) return text.replaceAll("#", number);
  const end = closing(text, start);
  const [name, kind = "", ...more] = text.slice(start + 1, end).split(",");
  const [value, form] = [values[name.trim()], kind.trim()];
  const chosen = form && choose(form, value, cases(more.join(",")), locale);
  return text.slice(0, start).replaceAll("#", number) +
    (form ? fill(chosen, values, locale, form === "plural" ? `${value}` : number) : value) +
    fill(text.slice(end + 1), values, locale, number);
}

/**
 * @param {string} form
 * @param {Values[string]} value
 * @param {Record<string, string>} found
 * @param {string} locale
 */
function choose(form, value, found, locale) {
  if (form === "select") return found[String(value)] ?? found.other;
  const category = new Intl.PluralRules(locale).select(Number(value));
  return found[`=${value}`] ?? found[category] ?? found.other;
}

/**
 * Texts that name values as functions of these values; all else as it is.
 *
 * @param {any} words
 * @param {string} locale
 * @returns {any}
 */
export function messages(words, locale) {
  if (typeof words === "string") {
    return words.includes("{")
      ? (/** @type {Values} */ values) => fill(words, values, locale)
      : words;
  }
  if (!words || typeof words !== "object" || Array.isArray(words)) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, messages(value, locale)]),
  );
}

/**
 * A text looked up by a key: some of a table name values, some do not.
 *
 * @param {Message} message
 * @param {Values} values
 */
export const say = (message, values) =>
  typeof message === "string" ? message : /** @type {any} */ (message)(values);
