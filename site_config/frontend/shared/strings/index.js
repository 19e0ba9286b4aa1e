/**
 * The interface's words, a constant for each part of the site; a script holds those that it uses.
 * They live in en/ and es/; a further language is a further folder.
 */
import asOf from "./en/as_of.json" with { type: "json" };
import assignment from "./en/assignment.json" with { type: "json" };
import builder from "./en/builder.json" with { type: "json" };
import data from "./en/data.json" with { type: "json" };
import exam from "./en/exam.json" with { type: "json" };
import files from "./en/files.json" with { type: "json" };
import form from "./en/form.json" with { type: "json" };
import framing from "./en/framing.json" with { type: "json" };
import guide from "./en/guide.json" with { type: "json" };
import lists from "./en/lists.json" with { type: "json" };
import lms from "./en/lms.json" with { type: "json" };
import pairs from "./en/pairs.json" with { type: "json" };
import player from "./en/player.json" with { type: "json" };
import plots from "./en/plots.json" with { type: "json" };
import practice from "./en/practice.json" with { type: "json" };
import progress from "./en/progress.json" with { type: "json" };
import proposals from "./en/proposals.json" with { type: "json" };
import quiz from "./en/quiz.json" with { type: "json" };
import results from "./en/results.json" with { type: "json" };
import review from "./en/review.json" with { type: "json" };
import tools from "./en/tools.json" with { type: "json" };
import topics from "./en/topics.json" with { type: "json" };
import tracks from "./en/tracks.json" with { type: "json" };
import typeAhead from "./en/type_ahead.json" with { type: "json" };
import variants from "./en/variants.json" with { type: "json" };
import { translated } from "./language.js";

export const asOfWords = /* @__PURE__ */ translated("as_of", asOf);
export const assignmentWords = /* @__PURE__ */ translated("assignment", assignment);
export const builderWords = /* @__PURE__ */ translated("builder", builder);
export const dataWords = /* @__PURE__ */ translated("data", data);
export const examWords = /* @__PURE__ */ translated("exam", exam);
export const filesWords = /* @__PURE__ */ translated("files", files);
export const formWords = /* @__PURE__ */ translated("form", form);
export const framingWords = /* @__PURE__ */ translated("framing", framing);
export const guideWords = /* @__PURE__ */ translated("guide", guide);
export const listsWords = /* @__PURE__ */ translated("lists", lists);
export const lmsWords = /* @__PURE__ */ translated("lms", lms);
export const pairsWords = /* @__PURE__ */ translated("pairs", pairs);
export const playerWords = /* @__PURE__ */ translated("player", player);
export const plotsWords = /* @__PURE__ */ translated("plots", plots);
export const practiceWords = /* @__PURE__ */ translated("practice", practice);
export const progressWords = /* @__PURE__ */ translated("progress", progress);
export const proposalsWords = /* @__PURE__ */ translated("proposals", proposals);
export const quizWords = /* @__PURE__ */ translated("quiz", quiz);
export const resultsWords = /* @__PURE__ */ translated("results", results);
export const reviewWords = /* @__PURE__ */ translated("review", review);
export const toolsWords = /* @__PURE__ */ translated("tools", tools);
export const topicsWords = /* @__PURE__ */ translated("topics", topics);
export const tracksWords = /* @__PURE__ */ translated("tracks", tracks);
export const typeAheadWords = /* @__PURE__ */ translated("type_ahead", typeAhead);
export const variantsWords = /* @__PURE__ */ translated("variants", variants);
