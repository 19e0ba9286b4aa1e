/** The types that most modules of practice, exams and tracks use. */

export type { Item } from "../quiz/item.js";
export type { QuestionKind } from "../quiz/kinds/question_kind.js";
export type { Exam } from "../shared/store/exam_record.js";
export type { Attempt, Entry, Environment, Option, Store } from "../shared/types.d.ts";
export type { BankEntry, BankItem } from "./question_bank.js";
export type { Screen } from "./screen.js";
