import { make } from "../../shared/dom.js";
import { topicsWords as words } from "../../shared/strings/index.js";
import { loadAnswers } from "../question_selection.js";
import { confusedPairs, confusionCounts } from "../mastery.js";
import { startOrChoose, topicList } from "../topic_chooser.js";

/** @import { Screen } from "../types.d.ts" */

/** Drill: a pair of codes, without hints. @param {Screen} screen */
export const drill = (screen) => startOrChoose(screen, false, choosePair);

/** @param {Screen} screen */
async function choosePair(screen) {
  const { entries, attempts } = await loadAnswers(screen);
  const confused = confusedPairs(confusionCounts(entries, attempts)).slice(0, 5);
  const mine = confused.map(({ pair, times }) => ({
    text: pairLabel(screen, pair),
    count: words.confusedTimes({ times }),
    topics: [`pair-${pair}`],
  }));
  screen.show(
    make("h2", words.yourPairs),
    mine.length ? topicList(mine) : make("p", words.noPairsYet),
    make("h2", words.allPairs),
    topicList(screen.choices),
  );
}

/** @param {Screen} screen @param {string} pair */
function pairLabel({ labels, choices }, pair) {
  const choice = choices.find(({ topics }) => String(topics) === `pair-${pair}`);
  return choice?.text ?? labels.topic(`pair-${pair}`);
}
