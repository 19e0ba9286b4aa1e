/** The words of the page on which a learner does an assignment. */
import { translated } from "../language.js";
import en from "./en.js";

export const words = translated("assignment", en);
