/** The words of the gradebook's pictures. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ worded("plots", en);
