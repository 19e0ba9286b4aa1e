import { readExam } from "../shared/store/exam_record.js";

/** @import { Module, TrackView } from "./types.d.ts" */

/** Where a module's check is stored. @param {TrackView} view @param {Module} module */
export const keyOf = ({ track }, module) => `track-check/${track.id}/${module.id}`;

/** @param {TrackView} view @param {Module} module */
export const readCheck = async (view, module) =>
  readExam(await view.screen.store.value(keyOf(view, module)));
