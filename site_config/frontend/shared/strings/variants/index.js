/** The words of scenarios made from a template. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("variants", en);
