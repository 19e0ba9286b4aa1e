/** Credits that are not the key's: as a table, and for each learner whom they concern. */
import { regradeWords as words } from "../../shared/strings/index.js";
import { choiceTexts } from "./choice_texts.js";
import { RESCORED } from "./rescored_file.js";

/** @import { Decision, Marking, Rescored } from "../../shared/schema_types.d.ts" */
/** @import { Row } from "./types.d.ts" */

/** @param {number} value To four digits. */
const rounded = (value) => Math.round(value * 1e4) / 1e4;

/**
 * The trail as a table that leaves: who, when, from, to, why.
 *
 * @param {Decision[]} decisions
 * @param {Row[]} rows
 * @param {Map<string, Marking>} keys
 * @returns {import("./spreadsheets.js").Table}
 */
export const changes = (decisions, rows, keys) => ({
  title: words.changes,
  head: words.changeColumns,
  rows: decisions.map((one) => [
    one.at,
    one.by,
    one.assignment,
    one.item,
    aboutWhom(one, rows, keys),
    one.before,
    one.after ?? words.asTheKey,
    one.reason,
  ]),
});

/**
 * Whose answers a decision is about, in words.
 *
 * @param {Decision} decision @param {Row[]} rows @param {Map<string, Marking>} keys
 */
export function aboutWhom({ item, result, response }, rows, keys) {
  if (result) {
    const row = rows.find(({ submission }) => submission.result.id === result);
    return row?.submission.result.learner.name ?? words.notOpen;
  }
  return response
    ? words.whoAnswered({ answer: choiceTexts(keys.get(item), response) })
    : words.everyone;
}

/**
 * What a learner gets back, by attempt; nothing of anybody else's is in it.
 *
 * @param {Row[]} rows
 * @param {Map<string, Marking>} keys
 * @returns {Rescored[]}
 */
export const rescored = (rows, keys) =>
  rows.filter(({ stands, marked }) => stands && marked.some(({ decided }) => decided))
    .map((row) => rescoredRow(row, keys));

/** @param {Row} row @param {Map<string, Marking>} keys @returns {Rescored} */
function rescoredRow({ submission: { result }, title, marked, counted, right, points }, keys) {
  const byKey = marked.map(({ decided, score }) => decided ? decided.byKey : score);
  const lost = marked.filter(({ decided, score }) => decided && score && !decided.byKey).length;
  return {
    format: RESCORED,
    version: 1,
    result: result.id,
    assignment: title,
    learner: result.learner.name,
    before: {
      points: rounded(byKey.reduce((sum, score) => sum + (score?.points ?? 0), 0)),
      right: byKey.filter((score) => score?.right).length,
      questions: counted - lost,
    },
    after: { points: rounded(points), right, questions: counted },
    changes: marked.flatMap(({ answer, score, decided }) => {
      if (!decided) return [];
      const { byKey, trail } = decided, { by, at, reason } = trail[trail.length - 1];
      return [{
        title: keys.get(answer.item)?.title ?? answer.item,
        answer: choiceTexts(keys.get(answer.item), answer.response).slice(0, 2000),
        ...(byKey ? { before: rounded(byKey.points) } : {}),
        after: rounded(score?.points ?? 0),
        by,
        at,
        reason,
      }];
    }),
  };
}

/** The text of a learner's file. @param {Rescored} value */
export const rescoredText = (value) => JSON.stringify(value, null, 1) + "\n";
