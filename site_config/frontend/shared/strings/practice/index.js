/** The words of the ways to practise in common. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("practice", en);
