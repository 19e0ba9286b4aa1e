import { make } from "../../shared/dom.js";
import { words } from "../../shared/strings/topics/index.js";
import { loadAnswers } from "../answer_log.js";
import { confusedPairs, confusionCounts } from "../mastery.js";
import { startOrChoose, topicList } from "../topic_chooser.js";

/** @import { Screen } from "../screen.js" */

/** Drill: a pair of codes, without hints. @param {Screen} stage */
export const drill = (stage) => startOrChoose(stage, false, choosePair);

/** @param {Screen} stage */
async function choosePair(stage) {
  const { entries, attempts } = await loadAnswers(stage);
  const own = confusedPairs(confusionCounts(entries, attempts)).slice(0, 5);
  const mine = own.map(({ pair, times }) => ({
    text: said(stage, pair),
    count: words.confusedTimes(times),
    topics: [`pair-${pair}`],
  }));
  stage.show(
    make("h2", words.yourPairs),
    mine.length ? topicList(mine) : make("p", words.noPairsYet),
    make("h2", words.allPairs),
    topicList(stage.choices),
  );
}

/** @param {Screen} stage @param {string} pair */
function said({ names, choices }, pair) {
  const named = choices.find(({ topics }) => topics.length === 1 && topics[0] === `pair-${pair}`);
  return named?.text ?? names.topic(`pair-${pair}`);
}
