/** An assignment as a file in `quizzes/assignments/`. */

/** @import { Draft, Draw } from "../types.d.ts" */

const UNWRITABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A text as JSON, which YAML reads, with what YAML does not print escaped. @param {string} text */
const quoted = (text) =>
  JSON.stringify(text.toWellFormed()).replace(
    UNWRITABLE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** @param {Draft} draft */
export function toYaml(draft) {
  const lines = [
    `id: ${quoted(draft.id)}`,
    `title: ${quoted(draft.title)}`,
    ...line("instructions", draft.instructions && quoted(draft.instructions)),
    ...(draft.items.length ? ["items:", ...draft.items.map((id) => `  - ${quoted(id)}`)] : []),
    ...(draft.draw.length ? ["draw:", ...draft.draw.map((draw) => `  - ${flow(draw)}`)] : []),
    `seed: ${draft.seed}`,
    `order: ${draft.order}`,
    ...line("time_limit_minutes", draft.minutes),
    ...line("attempts", draft.attempts),
    `feedback: ${draft.feedback}`,
    ...line("opens", draft.opens),
    ...line("due", draft.due),
    ...line("pass_mark_percent", draft.passMark),
    ...line("public_key", draft.key && quoted(draft.key)),
    ...line("lrs", draft.lrs && quoted(draft.lrs)),
  ];
  return lines.join("\n") + "\n";
}

/** @param {string} key @param {string | number | null} value */
const line = (key, value) => (value === null || value === "" ? [] : [`${key}: ${value}`]);

/** @param {Draw} draw */
function flow({ count, ...lists }) {
  const entries = Object.entries(lists).filter(([, list]) => list.length).map(([name, list]) =>
    `, ${name}: [${list.map((one) => (typeof one === "number" ? one : quoted(one))).join(", ")}]`
  );
  return `{count: ${count}${entries.join("")}}`;
}
