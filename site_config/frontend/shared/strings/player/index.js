/** The words of going through a quiz. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("player", en);
