/** Entry, loaded where each page of a folder keeps its own answers: progress as a file. */
import { ProgressFiles } from "./quiz/progress_files.js";

Object.assign(globalThis, { rightcodeProgressFiles: ProgressFiles });
