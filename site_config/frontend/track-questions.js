/** Entry: loaded by a track to practice a module, or to take its check. */
import { showCheck } from "./tracks/module_check.js";
import { practiceModule } from "./tracks/module_practice.js";

Object.assign(globalThis, { rightcodeTrackQuestions: { practiceModule, showCheck } });
