import { objectiveName, readNames } from "../shared/page_names.js";
import { practiceWords as words } from "../shared/strings/index.js";

/** What codes, objectives and topics are called on the page. @param {Element} root */
export function readLabels(root) {
  const names = readNames(root);
  const objective = objectiveName(names);
  const payers = new Map(
    [...root.querySelectorAll('[data-topics^="payer-"]')].map((row) => [
      row.getAttribute("data-topics"),
      row.querySelector("a")?.textContent,
    ]),
  );
  return {
    objective,
    /** @param {string} code */
    code: (code) => names("codes", code),
    /** @param {string} topic As the bank names it. */
    topic: (topic) => {
      const [sort, ...rest] = topic.split("-");
      if (sort === "pair") return words.pair({ one: rest[0], other: rest.slice(1).join("-") });
      return sort === "objective"
        ? words.objective({ text: objective(rest.join("-")) })
        : payers.get(topic) ?? rest.join("-");
    },
  };
}

const TOPIC = /^(objective|code|pair|quiz|role|payer)-[A-Za-z0-9-]{1,120}$/;

/** The topics that the page's address names; anything else is ignored. @param {string} search */
export const topicsInQuery = (search) =>
  new URLSearchParams(search).getAll("topic").filter((name) => TOPIC.test(name)).slice(0, 12);

/** @param {string[]} topics */
export const topicQuery = (topics) =>
  `?${topics.map((name) => `topic=${encodeURIComponent(name)}`).join("&")}`;
