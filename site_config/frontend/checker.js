/** Entry: loaded on demand by the page that checks a text. */
import { Checker, looksMarked } from "./fact_check/core/checker.js";

/** @import { Facts } from "./fact_check/core/types.d.ts" */

/** @type {Checker | undefined} */
let checker;

export const rightcodeChecker = {
  /** @param {Facts} facts Those of the page. @param {string} text */
  checkText(facts, text) {
    checker ??= new Checker(facts);
    return checker.checkText(text, looksMarked(text));
  },
};

Object.assign(globalThis, { rightcodeChecker });
