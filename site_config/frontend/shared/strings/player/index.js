/** The words of going through a quiz. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("player", en);
