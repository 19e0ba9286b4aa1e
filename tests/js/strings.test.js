/**
 * Every language has every text of English and names the same values; messages read as ICU says.
 */
import { fill } from "../../site_config/frontend/shared/strings/messages.js";

const folder = new URL("../../site_config/frontend/shared/strings/", import.meta.url);
const languages = [...Deno.readDirSync(folder)].filter((entry) => entry.isDirectory);

for (const { name: part } of Deno.readDirSync(new URL("en/", folder))) {
  const english = words("en", part);
  for (const { name } of languages.filter(({ name }) => name !== "en")) {
    Deno.test(`${name}/${part} has every text of English, and no other`, () => {
      const wrong = differences(english, words(name, part));
      if (wrong.length) throw new Error(wrong.join("\n"));
    });
  }
}

/** @param {string} language @param {string} part */
function words(language, part) {
  return JSON.parse(Deno.readTextFileSync(new URL(`${language}/${part}`, folder)));
}

/** The names of the values that a text shows in any case. @param {string} text */
function values(text) {
  /** @type {Set<string>} */
  const named = new Set();
  for (const probe of [0, 1, 2, 3, true, false, "none", "right", "wrong"]) {
    const get = (/** @type {unknown} */ _, /** @type {string} */ name) => (named.add(name), probe);
    fill(text, /** @type {any} */ (new Proxy({}, { get })), "en");
  }
  return [...named].sort().join(" ");
}

/** @param {any} one @param {any} other @param {string} [path] @returns {string[]} */
function differences(one, other, path = "") {
  if (typeof one !== typeof other) {
    return [`${path}: ${typeof one} in English, ${typeof other} here`];
  }
  if (typeof one !== "object") {
    if (one && !other) return [`${path}: empty`];
    return values(one) === values(other) ? [] : [`${path}: names other values`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], `${path}.${key}`));
}

/**
 * @type {[string, string, import("../../site_config/frontend/shared/strings/messages.js").Values,
 *   string][]}
 */
const MESSAGES = [
  ["a value", "Question {place} of {total}", { place: 2, total: 9 }, "Question 2 of 9"],
  ["one", "{n, plural, one {# unit} other {# units}}.", { n: 1 }, "1 unit."],
  ["many", "{n, plural, one {# unit} other {# units}}.", { n: 4 }, "4 units."],
  ["none", "{n, plural, =0 {no unit} one {# unit} other {# units}}", { n: 0 }, "no unit"],
  ["a case", "{ok, select, true {right} other {wrong}}", { ok: true }, "right"],
  ["any other case", "{ok, select, true {right} other {wrong}}", { ok: false }, "wrong"],
  ["a value in a case", "{a, select, none {} other {, at {a}}}", { a: "x" }, ", at x"],
  ["a value with a brace", "{a} {b}", { a: "{b}", b: 1 }, "{b} 1"],
];

for (const [name, text, given, wanted] of MESSAGES) {
  Deno.test(`a message shows ${name}`, () => {
    const shown = fill(text, given, "en");
    if (shown !== wanted) throw new Error(`${shown} instead of ${wanted}`);
  });
}
