/** The words of the gradebook's pictures. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("plots", en);
