/** The words of the learner's progress. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("progress", en);
