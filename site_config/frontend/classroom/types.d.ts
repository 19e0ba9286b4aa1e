/** The types that most modules of the builder and of assignments use. */

export * from "../exam/types.d.ts";
export type {
  BuilderQuestion,
  ChoicePaper,
  Marking,
  OwnQuestion,
  Result,
} from "../shared/schema_types.d.ts";
export type { AssignmentAttempt, AssignmentRecord } from "./assignment/assignment_record.js";
export type { Builder } from "./builder/element.js";
export type { Labels } from "./builder/labels.js";
export type { SavedAssignment } from "./format/saved_assignment.js";
export * from "./format/types.d.ts";
