/**
 * The words of the tracks. A second language is a second file beside en.js; nothing else knows of
 * it.
 */
import { translated } from "../language.js";
import en from "./en.js";

export const words = translated("tracks", en);
