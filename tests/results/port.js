/**
 * What of results only the page does, on data from a file: `deno run … port.js WHAT IN OUT`. The
 * tests beside it start it.
 */
import {
  makeResult,
  readResult,
} from "../../site_config/frontend/classroom/results/result_file.js";
import {
  rescored,
  rescoredText,
} from "../../site_config/frontend/classroom/results/changed_credits.js";
import {
  decider,
  inOrder,
  readDecisions,
} from "../../site_config/frontend/classroom/results/decisions.js";
import { gradebook } from "../../site_config/frontend/classroom/results/gradebook.js";
import { readRescored } from "../../site_config/frontend/classroom/results/rescored_file.js";
import { submissionOf } from "../../site_config/frontend/classroom/results/submission.js";
import { seal } from "../../site_config/frontend/classroom/results/encryption.js";
import { toCsv, toXlsx } from "../../site_config/frontend/classroom/results/spreadsheets.js";
import { statements } from "../../site_config/frontend/classroom/results/statements.js";

/** @import { Marking } from "../../site_config/frontend/shared/schema_types.d.ts" */

const [what, from, to] = Deno.args;
const told = JSON.parse(Deno.readTextFileSync(from));
/** @type {Map<string, Marking>} */
const keys = new Map(
  (told.keys ?? []).map((/** @type {Marking} */ marking) => [marking.id, marking]),
);

/** @param {any} value */
function refusal(value) {
  try {
    return readResult(value) && null;
  } catch (problem) {
    return String(/** @type {any} */ (problem).reason ?? `not refused but broken: ${problem}`);
  }
}

/** @type {Record<string, () => unknown>} */
const answers = {
  refusals: () => told.values.map(refusal),
  made: () => makeResult(told.value),
  seal: () => seal(readResult(told.result), told.public),
  statements: () =>
    told.results.map((/** @type {unknown} */ value) =>
      statements(readResult(value), keys, told.where)
    ),
  rescored: () => {
    const submissions = told.values.map((/** @type {any} */ value) => submissionOf("", value));
    const decide = decider(inOrder(readDecisions(told.trail)));
    const rows = gradebook(submissions, keys, Date.parse("2026-11-21"), undefined, false, decide);
    return rescored(rows, keys).map((one) => readRescored(JSON.parse(rescoredText(one))));
  },
  csv: () => toCsv(told.table),
  xlsx: () => Array.from(toXlsx([told.table])),
};

Deno.writeTextFileSync(to, JSON.stringify(await answers[what]()));
