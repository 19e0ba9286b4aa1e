import { objectiveNames } from "../quiz/objective_names.js";
import { isRecord } from "../shared/store/schema.js";
import { words } from "../shared/strings/practice/index.js";

/**
 * What things are called, from the JSON that the page carries.
 *
 * @param {Element} root
 */
export function readLabels(root) {
  const codes = parse(root.querySelector("script.rc-names")?.textContent ?? "{}").codes;
  const objective = objectiveNames(root);
  return {
    objective,
    /** @param {string} code */
    code: (code) => (isRecord(codes) && Object.hasOwn(codes, code) ? String(codes[code]) : ""),
    /** @param {string} topic As the bank names it. */
    topic: (topic) => {
      const [sort, ...rest] = topic.split("-");
      if (sort === "pair") return words.pair(rest[0], rest.slice(1).join("-"));
      return sort === "objective" ? words.objective(objective(rest.join("-"))) : rest.join("-");
    },
  };
}

/** @param {string} text @returns {Record<string, unknown>} */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

const TOPIC = /^(objective|code|pair|quiz)-[A-Za-z0-9-]{1,120}$/;

/** The topics that the page's address names; anything else in it is passed over. @param {string} search */
export const topicsInQuery = (search) =>
  new URLSearchParams(search).getAll("topic").filter((name) => TOPIC.test(name)).slice(0, 12);

/** @param {string[]} topics */
export const topicQuery = (topics) =>
  `?${topics.map((name) => `topic=${encodeURIComponent(name)}`).join("&")}`;
