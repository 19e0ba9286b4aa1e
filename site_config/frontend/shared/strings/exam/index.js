/** The words of the exam. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("exam", en);
