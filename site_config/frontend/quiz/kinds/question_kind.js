/**
 * @import { Confusion, Mark, Option, Question } from "../../shared/types.d.ts"
 *
 * @typedef {KindJudge & KindForm} QuestionKind What differs between kinds of question.
 *
 * @typedef {object} KindJudge Its answers, which need no page.
 * @property {"one" | "several" | "numbers" | "lines"} form One option, several options, a number
 *   for each code, or claim lines.
 * @property {boolean} exchanges Whether a wrong answer is one code taken for another.
 * @property {boolean} sharesCode Whether several options may have one code, so that their words
 *   belong to the name.
 * @property {boolean} placed Whether a single right option stands in every position in turn.
 * @property {boolean} [fixedOrder] Whether it does not: the options have an order of their own.
 * @property {"one" | "all" | "cells" | "boxes"} words Which words name the marks.
 * @property {(question: Question, chosen: string[]) => boolean} isRight
 * @property {(option: Option, chosen: string[]) => Mark} mark
 * @property {(question: Question, chosen: string[]) => Confusion[]} confusions
 * @property {(question: Question, chosen: string[]) => number} [score] From 0 to 1, where parts of
 *   an answer count.
 * @property {(question: Question, chosen: string[]) => (option: Option) => Mark} [marks] Instead of
 *   `mark`, where a mark needs the whole answer.
 * @property {(question: Question, chosen: string[]) => boolean} [fits] Whether a stored answer can
 *   still be shown; else each id must be an option's.
 *
 * @typedef {object} KindForm Its fields on a page.
 * @property {(section: Element) => string[]} read The answer as it stands.
 * @property {(section: Element, chosen: string[]) => void} fill
 * @property {(section: Element, locked: boolean) => void} lock
 * @property {(section: Element, seed: number) => void} arrange
 * @property {(section: Element) => string} [complaint] Why the answer cannot be checked; empty if
 *   it can.
 * @property {(section: HTMLElement, question: Question, chosen: string[]) => void} [reveal] Marks
 *   what is not an option.
 * @property {(section: HTMLElement) => void} [conceal]
 */
export {};
