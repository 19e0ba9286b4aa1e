/** The ways to practise there are; a new one is one more file and one more line. */
import { check } from "./check.js";
import { data } from "./data.js";
import { exam } from "./exam.js";
import { missed } from "./missed.js";
import { mixed } from "./mixed.js";
import { progress } from "./progress.js";
import { review } from "./review.js";
import { drill, learn } from "./topics.js";

/** @type {Record<string, (stage: import("../stage.js").Stage) => Promise<void> | void>} keyed by data-way */
export const ways = { check, data, drill, exam, learn, missed, mixed, progress, review };
