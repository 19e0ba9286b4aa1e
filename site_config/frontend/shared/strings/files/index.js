/** The words of taking progress along as a file. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("files", en);
