/** The words of the ways to practise in common. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("practice", en);
