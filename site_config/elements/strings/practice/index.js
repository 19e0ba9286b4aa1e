/** The words of the ways to practise. A second language is a second file beside en.js, chosen here. */
import en from "./en.js";

export const words = en;
