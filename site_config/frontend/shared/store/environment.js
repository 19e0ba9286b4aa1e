/** The edge: here the player gets its clock, its chance and its storage. */
import { openChannel } from "./tab_channel.js";
import { NAME, openDatabase } from "./database.js";
import { DatabaseBackend } from "./database_backend.js";
import { LearnerStore } from "./learner_store.js";

/** @import { Environment } from "../types.js" */

const now = () => new Date();
const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0];
const newId = () =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("");
const openDisk = async () => new DatabaseBackend(await openDatabase(() => indexedDB));

/** @type {Environment | undefined} */
let tools;

/** One store a page, however many quizzes stand on it. */
export function openEnvironment() {
  const reach = () => localStorage;
  tools ??= {
    store: new LearnerStore({ openDisk, reach, channel: openChannel(NAME), now, newSeed }),
    now,
    newSeed,
    newId,
  };
  return tools;
}
