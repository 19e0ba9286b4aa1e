/** The words of the exam. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("exam", en);
