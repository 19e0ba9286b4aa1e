/** The words of learning a topic and drilling a pair. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("topics", en);
