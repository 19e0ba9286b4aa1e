/**
 * The words of the calculators; apart from those of the quiz, so that neither page loads the
 * other's.
 */
import { translated } from "../language.js";
import en from "./en.js";

export const strings = /* @__PURE__ */ translated("tools", en);
