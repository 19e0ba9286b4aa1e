/** The words of the guide to a code. */
import { translated } from "../language.js";
import en from "./en.js";

export const strings = /* @__PURE__ */ translated("guide", en);
