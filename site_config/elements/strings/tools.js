/** The words of the calculators; apart from those of the quiz, so that neither page loads the other's. */
import en from "./en-tools.js";

export const strings = en;
