/** The words of the learner's data. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("data", en);
