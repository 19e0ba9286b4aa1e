/** The words of the page on which an instructor makes one. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = translated("builder", en);
