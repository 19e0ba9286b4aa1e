/**
 * The browser's half of results on data from a file: `deno run … port.js WHAT IN OUT`. The tests
 * beside it start it.
 */
import { analyse } from "../../site_config/frontend/classroom/results/analysis.js";
import { gradebook } from "../../site_config/frontend/classroom/results/gradebook.js";
import { makeResult, readResult } from "../../site_config/frontend/classroom/results/result_file.js";
import { score } from "../../site_config/frontend/classroom/results/scoring.js";
import { openSealed, readClassKey, seal } from "../../site_config/frontend/classroom/results/encryption.js";
import { toCsv, toXlsx } from "../../site_config/frontend/classroom/results/spreadsheets.js";
import { statements } from "../../site_config/frontend/classroom/results/statements.js";
import { said } from "../../site_config/frontend/classroom/results/columns.js";

/** @import { Marking } from "../../site_config/frontend/shared/schema_types.d.ts" */

const [what, from, to] = Deno.args;
const told = JSON.parse(Deno.readTextFileSync(from));
/** @type {Map<string, Marking>} */
const keys = new Map((told.keys ?? []).map((/** @type {Marking} */ marking) => [marking.id, marking]));

/** @param {any} value */
function refusal(value) {
  try {
    return readResult(value) && null;
  } catch (problem) {
    return String(/** @type {any} */ (problem).reason ?? `not refused but broken: ${problem}`);
  }
}

/** @param {any[]} results */
const rowsOf = (results) =>
  gradebook(
    results.map((value, place) => {
      const result = readResult(value);
      return {
        source: `${String(place).padStart(3, "0")}.json`,
        result,
        digest: JSON.stringify(result),
        sealed: false,
      };
    }),
    keys,
    Date.parse(told.now),
  );

/** @type {Record<string, () => unknown>} */
const answers = {
  scores: () =>
    told.asked.map((/** @type {[string, string[]]} */ [id, response]) =>
      score(/** @type {Marking} */ (keys.get(id)), response)
    ),
  refusals: () => told.values.map(refusal),
  made: () => makeResult(told.value),
  seal: () => seal(readResult(told.result), told.public),
  open: async () => JSON.parse(await openSealed(told.sealed, [readClassKey(told.key)])),
  book: () =>
    rowsOf(told.results).map(({ submission, flags, right, points, percent, counted, minutes, stands }) => ({
      source: submission.source,
      flags,
      right,
      points,
      percent,
      counted,
      minutes,
      stands,
    })),
  analysis: () => analyse(rowsOf(told.results), keys),
  statements: () => statements(readResult(told.result), keys, told.where),
  csv: () => toCsv(told.table),
  words: () => told.names.map((/** @type {string} */ name) => said({ name, about: "X" })),
  xlsx: () => Array.from(toXlsx([told.table])),
};

Deno.writeTextFileSync(to, JSON.stringify(await answers[what]()));
