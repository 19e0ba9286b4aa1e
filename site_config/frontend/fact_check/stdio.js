/**
 * Judges documents for `rightcode fact-check`, one JSON value a line: the facts come first, then
 * one document after the other, each answered by its statements.
 */
import { answerLines } from "../shared/json_lines.js";
import { Checker } from "./core/checker.js";

/** @import { BlockData } from "./core/types.d.ts" */
/** @typedef {{text: string, markdown: boolean, blocks: BlockData[] | null}} Document */

/** @type {Checker | undefined} */
let checker;
await answerLines((value) => {
  if (!checker) {
    checker = new Checker(value);
    return;
  }
  const { text, markdown, blocks } = /** @type {Document} */ (value);
  return blocks ? checker.checkBlocks(blocks) : checker.checkText(text, markdown);
});
