/**
 * The words of the gradebook; apart from those of the player, so that neither page loads the
 * other's.
 */
import { translated } from "../language.js";
import en from "./en.js";

export const words = /* @__PURE__ */ translated("results", en);
