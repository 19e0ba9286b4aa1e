/** The types that the folders share. */

import type { QuestionKind } from "../quiz/kinds/question_kind.js";
import type { MarkedOption as Option } from "./schema_types.d.ts";

export type { Option };

export interface AttemptDetails {
  /** Digest of the facts the question rested on when it was answered. */
  facts?: string;
  /** Confidence, given before the check. */
  sure?: "sure" | "think" | "guess";
  /** Practice mode; none on a quiz page. */
  mode?: string;
  /** Which exam. */
  session?: string;
  /** How many hints were taken first. */
  hints?: number;
}

export interface AttemptBase {
  /** Unique, and the same in every copy. */
  id: string;
  item: string;
  version: number;
  /** When it was checked, ISO 8601 in UTC. */
  at: string;
  /** Option ids, never positions. */
  chosen: string[];
  right: boolean;
}

/** One answer of the learner. */
export type Attempt = AttemptBase & AttemptDetails;

export interface ItemRef {
  item: string;
  version: number;
}

export interface Round {
  /** Orders the options. */
  seed: number;
  /** Earlier answers belong to an earlier round. */
  since: string;
}

export type View = "one" | "list";

/** `apart`: the browser has a store for each page of a folder. */
export type Problem = "blocked" | "full" | "damaged" | "apart";

export interface Question {
  id: string;
  version: number;
  objectives: string[];
  /** Digest of the facts it rests on; empty where the page does not say. */
  facts?: string;
  options: Option[];
  /** What the kind's own script reads, from the JSON that the page carries. */
  // deno-lint-ignore no-explicit-any -- its type differs by kind
  data?: any;
}

/** Chosen and right; chosen and wrong; right but not chosen; rightly not chosen. */
export type Mark = "right" | "wrong" | "missed" | "left";

export interface Confusion {
  /** Null: a right option was left out. */
  chosen: string | null;
  /** Null: an option was added that does not belong. */
  right: string | null;
}

/** A question with the answers of this round, oldest first. */
export interface Entry {
  question: Question;
  kind: QuestionKind;
  attempts: Attempt[];
}

export interface Store {
  /** Oldest first. */
  attempts: (ref: ItemRef) => Promise<Attempt[]>;
  record: (attempt: Attempt) => Promise<void>;
  all: () => Promise<Attempt[]>;
  merge: (attempts: Attempt[]) => Promise<{ added: number; known: number }>;
  round: (quiz: string) => Promise<Round>;
  saveRound: (quiz: string, round: Round) => Promise<void>;
  view: () => Promise<View>;
  saveView: (view: View) => Promise<void>;
  /** A stored value, unchecked. */
  value: (key: string) => Promise<unknown>;
  /** In one transaction; undefined deletes. A draft is stored even where the page closes first. */
  updateValue: (
    key: string,
    updateValue: (value: unknown) => unknown,
    draft?: unknown,
  ) => Promise<unknown>;
  deleteAll: () => Promise<void>;
  /** Earlier problems are reported at once. */
  onProblem: (listener: (problem: Problem) => void) => void;
  /** Changes by other tabs. */
  onChange: (watcher: (what: Change) => void) => void;
}

export interface Change {
  /** New ones. */
  attempts: Attempt[];
  /** Of the value that changed, or empty. */
  key: string;
  /** Whether everything was deleted. */
  deleted: boolean;
}

export interface Environment {
  store: Store;
  now: () => Date;
  newSeed: () => number;
  newId: () => string;
}
