/** The words of the interface. A second language is a second file beside en.js, chosen here. */
import en from "./en.js";

export const strings = en;
