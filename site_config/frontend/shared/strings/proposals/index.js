/** The words of what to do next. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("proposals", en);
