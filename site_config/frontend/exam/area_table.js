import { make } from "../shared/dom.js";
import { readNames } from "../shared/page_names.js";
import { examScopeWords as words } from "../shared/strings/index.js";
import { inScope } from "./scope.js";

/** @import { ExamEntry, ExamScope } from "./scope.js" */
/** @import { Screen } from "./types.d.ts" */

/**
 * How many answers were right of each area. Nothing where a question is not in the bank any more.
 *
 * @param {Screen} screen
 * @param {ExamEntry[]} pool
 * @param {ExamScope} scope
 * @param {{id: string, right: boolean}[]} answers
 */
export function areaTable(screen, pool, { areas }, answers) {
  const listed = inScope(pool, { level: 0, areas });
  const areaOf = new Map(listed.map(({ id, area }) => [id, area]));
  const groups = Map.groupBy(answers, ({ id }) => areaOf.get(id) ?? "");
  if (groups.has("")) return [];
  const names = readNames(screen.root);
  const rows = [...groups].map(([area, asked]) => {
    const right = asked.filter((one) => one.right).length;
    const score = make("td", words.ofTotal({ right, total: asked.length }));
    return make("tr", make("th", { scope: "row" }, names("areas", area)), score);
  });
  const head = [words.topic, words.correct].map((text) => make("th", { scope: "col" }, text));
  return [
    make("h3", words.byTopic),
    make("table.rc-objectives.rc-areas", make("thead", make("tr", head)), make("tbody", rows)),
  ];
}
