/** The words of taking progress along as a file. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("files", en);
