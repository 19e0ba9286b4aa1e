export * from "../practice/types.d.ts";
export type { QuestionView } from "./attempt_screen.js";
