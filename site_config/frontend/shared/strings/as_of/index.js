/** The words of what was true on a day. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("as_of", en);
