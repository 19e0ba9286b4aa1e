/** The words of the page on which an instructor makes one. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = worded("builder", en);
