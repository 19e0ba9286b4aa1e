/** The words of the guide to a code. */
import { worded } from "../language.js";
import en from "./en.js";

export const strings = /* @__PURE__ */ worded("guide", en);
