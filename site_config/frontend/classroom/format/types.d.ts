/** The types of assignments, as the Python model of assignments has them. */

import type { OwnQuestion } from "../../shared/schema_types.d.ts";

/** A number of questions that match. */
export interface Draw {
  count: number;
  codes: string[];
  objectives: string[];
  quizzes: string[];
  difficulty: number[];
  kinds: string[];
}

export type Feedback = "at-once" | "at-end" | "after-due" | "never";

/** How an assignment is given; null if not set. */
export interface Terms {
  id: string;
  title: string;
  instructions: string | null;
  minutes: number | null;
  attempts: number | null;
  feedback: Feedback;
  /** Whether short names stand beside the codes to choose from. */
  names: true | null;
  /** ISO 8601 with its offset. */
  opens: string | null;
  due: string | null;
  /** In percent. */
  passMark: number | null;
  /** The class's public key. */
  key: string | null;
  /** Where statements go. */
  lrs: string | null;
}

export interface Selection {
  items: string[];
  draw: Draw[];
  seed: number;
  order: "as-written" | "shuffled";
}

/** The instructor's own questions among the items; absent where there are none. */
export interface WithOwn {
  own?: OwnQuestion[];
}

/** What the builder makes. */
export type Draft = Terms & Selection & WithOwn;

/** What a link carries: its questions by name, in order. */
export interface Assignment extends Terms, WithOwn {
  items: string[];
}
