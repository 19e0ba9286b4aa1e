/** The words of scenarios made from a template. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("variants", en);
