import { make, makeButton } from "../shared/dom.js";
import { withoutEnemies } from "../shared/enemies.js";
import { byItem, prioritized } from "../practice/question_selection.js";
import { listPlan, Session } from "../practice/session.js";
import { tracksWords as words } from "../shared/strings/index.js";

/** @import { Module, TrackView } from "./types.d.ts" */

const QUESTIONS = 10;

/** Ten questions of a module, by need. @param {TrackView} view @param {Module} module */
export async function practiceModule(view, module) {
  const { screen } = view;
  const { env, library, root, store } = screen;
  const log = byItem(await store.all());
  const known = await library.entries(module.practice);
  const present = module.practice.filter((id) => known.has(id));
  const order = prioritized(present, log, present.length, env.newSeed());
  const entries = withoutEnemies(order.flatMap((id) => known.get(id) ?? []));
  const ids = entries.slice(0, QUESTIONS).map(({ id }) => id);
  const button = () => makeButton(words.back, () => view.back(module), "rc-back");
  await new Session(screen, {
    ...listPlan(ids),
    intro: () => [make("p", button())],
    restart: () => screen.attempt(() => practiceModule(view, module)),
  }).start();
  root.querySelector(".rc-pager")?.append(button());
}
