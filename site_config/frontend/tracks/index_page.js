import { loadTrack } from "../practice/question_bank.js";
import { tracksWords as words } from "../shared/strings/index.js";
import { moduleProgress } from "./check_results.js";

/** @import { Screen } from "./types.d.ts" */

/**
 * Shows the learner's progress beside each track.
 *
 * @param {Screen} screen
 */
export async function trackIndex({ root, store }) {
  const log = await store.all();
  const rows = [...root.querySelectorAll("[data-track]")];
  await Promise.all(rows.map(async (row) => {
    const track = await loadTrack(row.getAttribute("data-track") ?? "");
    const found = moduleProgress(track, log);
    const started = found.some(({ checks, practiced }) => checks.length || practiced);
    const small = row.querySelector("small");
    if (started && small) {
      small.textContent = words.done({
        done: found.filter(({ pass }) => pass).length,
        total: found.length,
      });
    }
  }));
}
