import { numbersOf } from "../amounts.js";
import { contradicted } from "../statement.js";

/** @import { Reading } from "../clauses.js" */
/** @import { Statement } from "../types.d.ts" */

const TOLERANCE = 0.02;

/**
 * A figure of a rule with another value.
 * @param {Reading} reading @returns {Statement[]}
 */
export function judgeTopics(reading) {
  const { knowledge, source } = reading;
  if (reading.past || source.length > 400) return [];
  const text = source.toLowerCase(),
    found = knowledge.figures.filter(({ about, unless }) =>
      about.every((part) => part.test(text)) && !unless?.test(text)
    );
  if (!found.length) return [];
  const numbers = numbersOf(text);
  const wrong = found.find(({ kind, values = [], also = [] }) => {
    const spoken = numbers.get(kind) ?? [];
    const right = [...values.flatMap((name) => knowledge.values[name] ?? []), ...also];
    const near = (/** @type {number} */ one) =>
      right.some((value) => Math.abs(one - value) <= value * TOLERANCE);
    return spoken.length > 0 && right.length > 0 && !spoken.some(near);
  });
  const code = reading.codes[0] ?? null;
  return wrong
    ? [contradicted(knowledge, "threshold", code, "'a figure of a rule'", wrong.fact)]
    : [];
}
