/** An instructor's own question as a list of questions names it. */
import { isRightOption, rightCodes } from "../format/own_answers.js";
import { ownDigest } from "../format/own_question.js";

/** @import { BankEntry } from "../types.d.ts" */
/** @import { OwnQuestion } from "../../shared/schema_types.d.ts" */

const OPENING_WORDS = 12;

/** No drawing gives it. @param {OwnQuestion} question @returns {BankEntry} */
export function ownEntry(question) {
  const { id, version, title, kind, payer, difficulty, note, statement } = question;
  const parts = (note ?? statement ?? "").split(/\s+/);
  const codes = rightCodes(question);
  return {
    id,
    version,
    title,
    opening: parts.slice(0, OPENING_WORDS).join(" ") + (parts.length > OPENING_WORDS ? " …" : ""),
    kind,
    payer,
    quiz: "",
    difficulty,
    objectives: [],
    codes,
    pairs: [],
    right: question.options.map((one) => one.id).filter((one) => isRightOption(question, one)),
    digest: ownDigest(question),
    ownQuizOnly: true,
  };
}
