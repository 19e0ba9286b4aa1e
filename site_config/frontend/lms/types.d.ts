/** What a package and the LMS exchange. */

import type { Attempt, Question } from "../shared/types.d.ts";
import type { QuestionKind } from "../quiz/kinds/question_kind.js";

/** The learner's progress with a package. */
export interface Progress {
  total: number;
  answered: number;
  right: number;
  /** From 0 to 1, of all questions; one that is not answered is not right. */
  score: number;
  /** Whether every question has an answer. */
  complete: boolean;
  /** Whether no further answer can count. */
  final: boolean;
  /** Null before the end, and where there is no pass mark. */
  passed: boolean | null;
  /** Whether there is a pass mark, by which an LMS turns any score into passed or failed. */
  marked: boolean;
}

/** A question as on the page. */
export interface PackageQuestion {
  question: Question;
  kind: QuestionKind;
  title: string;
  prompt: string;
}

/** One answer, as reported. */
export interface ReportedAnswer {
  asked: PackageQuestion;
  attempt: Attempt;
  /** Whether this answer is the one that counts so far. */
  counts: boolean;
  /** From when the question was shown to the answer. */
  seconds: number;
}

/** What the package is, for readers of the answers. */
export interface PackageInfo {
  assignment: string;
  title: string;
  /** The day as of which its facts were judged. */
  as_of: string;
  /** All questions, in order; empty where the package has several units. */
  items: string[];
}

/**
 * The launch was used before; the record was refused; it waits for the network, in the browser or
 * on this page alone; the session is over; the saved state belongs to other questions.
 */
export type Trouble = "taken" | "refused" | "waiting" | "unsaved" | "gone" | "changed" | "full";

export type TroubleListener = (trouble: Trouble | null) => void;

export interface Runtime {
  name: "scorm12" | "scorm2004" | "cmi5";
  /** Whether answers are recorded; not in a review. */
  records: boolean;
  /** The pass mark, from 0 to 1, where the LMS names one. */
  mark: number | null;
  /** How many characters of state it stores. */
  capacity: number;
  /** The state of an earlier session; empty if none. */
  state: string;
  /** Where the learner goes on leaving. */
  back?: string;
  answered: (answer: ReportedAnswer, progress: Progress, state: string) => void;
  save: (state: string) => void;
  /** Ends the session, once. */
  leave: () => Promise<void>;
  onTrouble: (listener: TroubleListener) => void;
}
