/** The words of reviews and of retrying what was missed. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("review", en);
