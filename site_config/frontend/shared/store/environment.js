/** What the player takes from the browser: clock, randomness and storage. */
import { openChannel } from "./tab_channel.js";
import { NAME, openDatabase } from "./database.js";
import { DatabaseBackend } from "./database_backend.js";
import { AttemptJournal } from "./attempt_journal.js";
import { DraftJournal } from "./draft_journal.js";
import { LearnerStore } from "./learner_store.js";
import { openTextStorage } from "./text_storage.js";

/** @import { Environment } from "../types.d.ts" */

const now = () => new Date();
const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0];
const newId = () =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("");

async function openBackend() {
  const backend = new DatabaseBackend(await openDatabase());
  addEventListener("pagehide", ({ persisted }) => {
    if (!persisted) return;
    const returned = /** @type {Promise<void>} */ (new Promise((resolve) => {
      addEventListener("pageshow", () => resolve(), { once: true });
    }));
    backend.leave(returned);
  });
  return backend;
}

/** Firefox makes each page of a folder an origin of its own, with a store of its own. */
export const isApart = () => location.protocol === "file:" && location.origin === "null";

/** @type {Environment | undefined} */
let environment;

/** One environment per page, however many quizzes are on it. */
export const openEnvironment = () => environment ??= newEnvironment();

function newEnvironment() {
  const storage = openTextStorage(() => localStorage, () => {});
  const journal = new AttemptJournal(storage), drafts = new DraftJournal(storage);
  addEventListener("pagehide", () => drafts.close());
  addEventListener("pageshow", () => drafts.reopen());
  const channel = openChannel(NAME);
  const store = new LearnerStore({
    openBackend,
    channel,
    newSeed,
    journal,
    drafts,
    isApart: isApart(),
  });
  return { store, now, newSeed, newId };
}
