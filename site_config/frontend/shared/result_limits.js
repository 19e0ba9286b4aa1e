/** Written by `rightcode schema` from generator/results/limits.py. */
export const MAX_BYTES = 5000000;
export const MAX_ANSWERS = 2000;
export const MAX_PICKS = 50;
export const MAX_ANSWER_MS = 604800000;
export const MAX_DISPUTE = 1000;
export const MAX_DECISIONS = 5000;
export const MAX_OWN = 50;
export const MAX_OWN_NAME = 200;
export const MAX_OWN_NOTE = 4000;
export const MAX_OWN_FEEDBACK = 800;
export const MAX_OWN_REASON = 2000;
export const FEW_LEARNERS = 10;
export const MANY_LEARNERS = 100;
export const FORMULA = /^ *[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20']/;
