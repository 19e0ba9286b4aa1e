/** The words of what was true on a day. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("as_of", en);
