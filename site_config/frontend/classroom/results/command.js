/** Runs the gradebook for `rightcode results` and `rightcode badge`: a request a line. */
import { parseJson } from "../../shared/json.js";
import { answerLines } from "../../shared/json_lines.js";
import english from "../../shared/strings/en/results.json" with { type: "json" };
import { resultsWords as words } from "../../shared/strings/index.js";
import { say } from "../../shared/strings/messages.js";
import { analysisOf, analyzes, confusionMatrix } from "./analysis.js";
import { changes } from "./changed_credits.js";
import * as columns from "./columns.js";
import { decode } from "./base64url.js";
import { decider, inOrder, readDecisions } from "./decisions.js";
import { disputesOf } from "./disputes.js";
import { newClassKey, readClassKey } from "./encryption.js";
import { gradebook, itemsOf, ownMarkings } from "./gradebook.js";
import { ResultRefused } from "./refusal.js";
import { parse, refusalOf, textOf } from "./result_file.js";
import { score } from "./scoring.js";
import { readSubmission, StoredAttempts, submissionOf } from "./submission.js";

/** @import { ClassKey, Decision, Marking } from "../../shared/schema_types.d.ts" */
/** @import { AnswerSums, Submission, Terms } from "./types.d.ts" */

/** What the command says otherwise than the page. */
Object.assign(english.notes, {
  "over-time": "It lasted {about} minutes longer than the time allowed.",
  early: "It starts before the assignment opens.",
  late: "It ends after the assignment was due.",
  "too-many": "Attempt {about} is more than the assignment allows.",
  gone: "{about} is not among the questions any more; not counted.",
});
Object.assign(english.refused, {
  notResult: "It is JSON, but not a result file" +
    "{about, select, none {} other {: its 'format' is not 'rightcode-result'}}.",
  newer: "It was written by a newer version ({about}); this one reads 1. Update RightCode.",
  isDecisions: "It is a file of decisions, not a result. Give it with --decisions, if it is yours.",
  damaged: "It is damaged or was changed by hand, at '{about}'.",
  badKey: "{about, select, " +
    "none {This is not a class key: give the file that `rightcode results --new-key` wrote.} " +
    "other {The class key is damaged: its two halves do not belong together.}}",
  noKey: "It is encrypted for the class key {about}. Give that key's file with --key.",
});
english.group = "Group {number} of {of}";
english.gradeColumns.splice(english.gradeColumns.indexOf("Flags"), 0, "Passed");

/** @type {Submission[]} */
let submissions = [];
/** @type {{source: string, sentence: string}[]} */
const problems = [];
/** @type {ClassKey[]} */
const classKeys = [];
/** @type {Decision[]} */
let decisions = [];
const attempts = new StoredAttempts();

/** @param {unknown} problem */
function sentenceOf(problem) {
  const { reason, about } = refusalOf(problem);
  const more = reason === "noKey" && classKeys.length ? "; the key given is another one" : "";
  const message = /** @type {Record<string, any>} */ (words.refused)[reason];
  return say(message, { about: `${about}${more}` || "none" });
}

/** What is damaged harms nothing else. @param {string} source @param {() => unknown} read */
async function take(source, read) {
  try {
    submissions.push(/** @type {Submission} */ (await read()));
  } catch (problem) {
    problems.push({ source, sentence: sentenceOf(problem) });
  }
}

/** @param {Marking[]} markings */
const byId = (markings) => new Map(markings.map((marking) => [marking.id, marking]));

/** Notes with their sentence, and text that Python reads. @param {string} _ @param {any} value */
const withText = (_, value) => {
  if (typeof value === "string") return value.toWellFormed();
  return typeof value?.about === "string" ? { ...value, text: columns.noteText(value) } : value;
};

/** @param {string} file The key in base64. */
async function openKey(file) {
  try {
    return await readClassKey(parse(textOf(decode(file))));
  } catch (problem) {
    const { reason, about } = refusalOf(problem);
    throw new ResultRefused("badKey", reason === "badKey" ? about : "");
  }
}

/** @type {Record<string, (request: any) => unknown>} */
const requests = {
  newClassKey,

  classKey: async (/** @type {string} */ file) => void classKeys.push(await openKey(file)),

  file: (/** @type {{source: string, content: string}} */ { source, content }) =>
    take(source, () => readSubmission(source, parse(textOf(decode(content))), classKeys)),

  decisions: (/** @type {string} */ content) =>
    void (decisions = inOrder([...decisions, ...readDecisions(parse(textOf(decode(content))))])),

  /** A page of a store, as text; null for what is none. */
  statements: (/** @type {string} */ page) => {
    const { statements, more } = parseJson(page) ?? {};
    if (!Array.isArray(statements)) return null;
    attempts.add(statements);
    return { count: statements.length, more: typeof more === "string" ? more : null };
  },

  /** What is to be scored: the results of one assignment, or all. */
  choose: async (
    /** @type {{assignment: string | null, store: string}} */ { assignment, store },
  ) => {
    for (const [id, value] of attempts.results()) {
      await take(`${store}#${id}`, () => submissionOf(`${store}#${id}`, value, null));
    }
    submissions = submissions.filter(({ result }) =>
      [null, result.assignment.id].includes(assignment)
    );
    const assignments = new Set(submissions.map(({ result }) => result.assignment.id));
    return { assignments: [...assignments], items: itemsOf(submissions), problems };
  },

  gradebook: (
    /** @type {{markings: Marking[], terms: Record<string, Terms>, now: string}} */
    { markings, terms, now },
  ) => {
    const keys = new Map([...ownMarkings(submissions), ...byId(markings)]);
    const agreed = new Map(Object.entries(terms));
    const hasKey = classKeys.length > 0, decide = decider(decisions);
    const rows = gradebook(submissions, keys, Date.parse(now), agreed, hasKey, decide);
    const parts = analyzes(rows, keys).map((part) => ({
      ...part,
      matrix: part.analysis && confusionMatrix(part.analysis),
      disputes: disputesOf(part.rows, keys),
    }));
    const found = parts.flatMap(({ analysis }) => analysis ?? []);
    const tables = [columns.grades(rows), columns.answers(rows), ...analysisTables(found)];
    return { parts, tables, changes: decisions.length ? changes(decisions, rows, keys) : null };
  },

  scores: (
    /** @type {{markings: Marking[], answers: [string, string[]][]}} */ { markings, answers },
  ) => {
    const keys = byId(markings);
    return answers.map(([id, response]) => score(/** @type {Marking} */ (keys.get(id)), response));
  },

  analysis: (/** @type {{markings: Marking[], sums: AnswerSums}} */ { markings, sums }) => {
    const found = analysisOf(sums, byId(markings), markings.map(({ id }) => id));
    return found &&
      { analysis: found, matrix: confusionMatrix(found), tables: analysisTables([found]) };
  },
};

/** @param {import("../../shared/schema_types.d.ts").Analysis[]} found */
const analysisTables = (found) => [columns.items(found), columns.pulls(found)];

await answerLines(async ([name, request]) => {
  try {
    return { found: (await requests[name](request)) ?? null };
  } catch (problem) {
    if (!(problem instanceof ResultRefused)) throw problem;
    return { refused: sentenceOf(problem) };
  }
}, withText);
