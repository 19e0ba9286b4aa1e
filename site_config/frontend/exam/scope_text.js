import { lazyLoad } from "../shared/lazy_load.js";
import { readNames } from "../shared/page_names.js";
import { examWords as words } from "../shared/strings/index.js";
import { EVERYONE } from "./scope.js";

/** @import { Exam, Screen } from "./types.d.ts" */

/** The roles that the page names, with their names. @param {Screen} screen */
export const rolesOf = ({ choices }) =>
  choices.flatMap(({ text, topics }) =>
    topics.map((topic) => /** @type {[string, string]} */ ([topic.replace("role-", ""), text]))
  );

/** What an exam is of, in words. @param {Screen} screen @param {Exam} exam */
export function scopeText(screen, { items, scope }) {
  const { role = EVERYONE, level = 0, areas = [] } = scope ?? {};
  const names = readNames(screen.root);
  const topics = areas.map((area) => names("areas", area)).join(", ");
  return words.ofScope({
    role: rolesOf(screen).find(([id]) => id === role)?.[1] ?? role,
    count: items.length,
    level: level ? words.levelName({ level }) : words.allLevels,
    topics: topics || "none",
  });
}

/**
 * The choice of an exam and its result by area, which one that runs does without.
 *
 * @returns {Promise<{
 *   ScopeForm: typeof import("./scope_form.js").ScopeForm,
 *   areaTable: typeof import("./area_table.js").areaTable,
 * }>}
 */
export const loadScope = () => lazyLoad("exam-scope.js", "rightcodeExamScope");
