/** The words of what to do next. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("proposals", en);
