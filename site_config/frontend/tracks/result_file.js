import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { readExam } from "../shared/store/exam_record.js";
import { makeResult } from "../classroom/results/result_file.js";
import { answersOf, passKey } from "./track_data.js";

/** @import { Attempt, Exam, TrackView } from "./types.d.ts" */

/**
 * The passed checks as one result file for an instructor.
 *
 * @param {TrackView} view With all checks passed.
 * @param {string} name
 * @returns Null if the times of a check are not in this browser.
 */
export async function trackResult(view, name) {
  const { screen, track, progress } = view;
  const stored = await Promise.all(
    progress.map(({ module }) => screen.store.value(passKey(track, module))),
  );
  const exams = stored.map((value) => readExam(value)).filter((exam, index) =>
    exam?.id === progress[index].pass?.session
  );
  if (exams.length < progress.length) return null;
  const checks = /** @type {Exam[]} */ (exams);
  return makeResult({
    id: idOf(checks),
    assignment: {
      id: track.id,
      digest: track.edition,
      title: track.title,
      items: progress.flatMap(({ module, pass }) =>
        pass ? answersOf(module, pass).map(({ id }) => id) : []
      ),
    },
    learner: { name },
    attempt: 1,
    started: moment(Math.min(...checks.map(({ started }) => started))),
    finished: moment(Math.max(...checks.map(({ ended }) => ended ?? 0))),
    asOf: track.asOf,
    answers: progress.flatMap(({ pass }, index) =>
      (pass?.attempts ?? []).map((attempt) => answerOf(attempt, checks[index]))
    ),
  });
}

/** @param {Attempt} attempt @param {Exam} exam */
function answerOf({ item, version, facts, chosen, sure }, { seen, started }) {
  const { first, ms } = seen?.[item] ?? { first: started, ms: 0 };
  return {
    item,
    version,
    digest: facts ?? "",
    response: chosen,
    started: moment(first),
    ms: Math.round(ms),
    ...(sure && { confidence: sure }),
  };
}

/** @param {number} time */
const moment = (time) => new Date(time).toISOString();

/** The same for every copy. @param {Exam[]} exams */
function idOf(exams) {
  const hex = bytesToHex(sha256(utf8ToBytes(exams.map(({ id }) => id).join(" "))));
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, "$1-$2-$3-$4-$5");
}
