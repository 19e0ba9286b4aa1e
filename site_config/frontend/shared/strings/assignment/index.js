/** The words of the page on which a learner does an assignment. */
import { worded } from "../language.js";
import en from "./en.js";

export const words = worded("assignment", en);
