/** The words of the learner's progress. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("progress", en);
