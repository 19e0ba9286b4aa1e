/**
 * The words of the interface. A second language is a second file beside en.js; nothing else knows
 * of it.
 */
import en from "./en.js";
import { translated } from "./language.js";

export const strings = /* @__PURE__ */ translated("quiz", en);
