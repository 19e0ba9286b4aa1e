/** The words of the learner's data. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("data", en);
