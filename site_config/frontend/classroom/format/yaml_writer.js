/** An assignment as a file in `quizzes/assignments/`. */

/** @import { Draft, Draw } from "../types.d.ts" */

const UNWRITABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** @typedef {Exclude<keyof Draft, "own">} FileName An own question has a file of its own. */
const NAMES = /** @type {FileName[]} */ (
  ("id title instructions items draw seed order minutes attempts feedback names opens due" +
    " passMark key lrs").split(" ")
);
const UNQUOTED = ["order", "feedback", "names", "opens", "due"];

/** The keys that a file names otherwise than a draft. @type {Record<string, string>} */
export const FILE_KEYS = {
  minutes: "time_limit_minutes",
  names: "code_names",
  passMark: "pass_mark_percent",
  key: "public_key",
};

/**
 * As JSON, which YAML reads, with what YAML does not print escaped.
 *
 * @param {unknown} value
 */
export const quoted = (value) =>
  JSON.stringify(value, (_, part) => typeof part === "string" ? part.toWellFormed() : part).replace(
    UNWRITABLE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** @param {Draft} draft */
export const toYaml = (draft) => NAMES.flatMap((name) => lines(name, draft[name])).join("");

/** @param {FileName} name @param {Draft[FileName]} value */
function lines(name, value) {
  const key = FILE_KEYS[name] ?? name;
  if (value === null || value === "") return [];
  if (!Array.isArray(value)) {
    return [
      `${key}: ${
        UNQUOTED.includes(name) ? value : quoted(/** @type {string | number} */ (value))
      }\n`,
    ];
  }
  const items = value.map((one) => `  - ${typeof one === "string" ? quoted(one) : flow(one)}\n`);
  return items.length ? [`${key}:\n`, ...items] : [];
}

/** @param {Draw} draw */
function flow({ count, ...lists }) {
  const entries = Object.entries(lists).filter(([, list]) => list.length).map(([name, list]) =>
    `, ${name}: [${list.map(quoted).join(", ")}]`
  );
  return `{count: ${count}${entries.join("")}}`;
}
