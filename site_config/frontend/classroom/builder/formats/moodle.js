/** Moodle XML, byte for byte as generator/exports/moodle.py writes it. */
import { byCategory, fraction, generalHtml, inline, percent, stemHtml, xmlText } from "./markup.js";

/** @import { Choice, Claim, Numbers, Part, Portable } from "../types.js" */

/** @typedef {{name: string, attributes: Record<string, string>, content: string | Node[]}} Node */

/** @param {string} name @param {Record<string, string>} attributes @param {string | Node[]} content @returns {Node} */
const node = (name, attributes, content) => ({ name, attributes, content });

/** @param {string} name @param {string} value */
const plain = (name, value) => node(name, {}, xmlText(value));

/** @param {string} name @param {string} value @param {string} [format] */
const text = (name, value, format) => node(name, format ? { format } : {}, [plain("text", value)]);

/** @param {string} content */
const told = (content) =>
  content.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "")
    .replaceAll(
      "\r",
      "&#13;",
    );

/** @param {Node} node @param {string} space @returns {string} */
function written({ name, attributes, content }, space = "") {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)]
    .join(" ");
  if (typeof content === "string") return `${space}<${head}>${told(content)}</${name}>`;
  if (!content.length) return `${space}<${head}/>`;
  const inside = content.map((child) => written(child, `${space}  `)).join("\n");
  return `${space}<${head}>\n${inside}\n${space}</${name}>`;
}

/** @param {Portable[]} questions @returns {string} */
export function toMoodle(questions) {
  const children = byCategory(questions).flatMap(([category, group]) => [
    node("question", { type: "category" }, [
      text("category", `$course$/top/RightCode/${category.replaceAll("/", "//")}`),
    ]),
    ...group.map(question),
  ]);
  return `<?xml version='1.0' encoding='UTF-8'?>\n${written(node("quiz", {}, children))}`;
}

/** @param {Portable} asked */
function question(asked) {
  const { response } = asked;
  const type = typeOf(response);
  const stem = stemHtml(asked);
  return node("question", { type }, [
    text("name", [...asked.title].slice(0, 255).join("")),
    text(
      "questiontext",
      type === "cloze" ? cloze(stem, /** @type {Numbers} */ (response)) : stem,
      "html",
    ),
    text("generalfeedback", generalHtml(asked), "html"),
    ...(type === "cloze" ? [] : [plain("defaultgrade", "1")]),
    plain("penalty", "0.3333333"),
    plain("hidden", "0"),
    plain("idnumber", asked.id),
    ...answers(response),
    node("tags", {}, asked.tags.map((tag) => text("tag", tag))),
  ]);
}

/** @param {Portable["response"]} response */
function typeOf(response) {
  if (response.type === "numbers") return response.parts.length === 1 ? "numerical" : "cloze";
  return response.type === "claim" ? "matching" : "multichoice";
}

/** @param {Portable["response"]} response @returns {Node[]} */
function answers(response) {
  if (response.type === "claim") return pairs(response);
  if (response.type === "numbers") {
    return response.parts.length === 1 ? numerical(response.parts[0]) : [];
  }
  return choices(response.choices, response.type === "single");
}

/** @param {Choice[]} all @param {boolean} single */
const choices = (all, single) => [
  plain("single", String(single)),
  plain("shuffleanswers", "true"),
  plain("answernumbering", "abc"),
  ...all.map((choice) =>
    answer(inline(choice.text), fraction(choice, all, single), choice.feedback)
  ),
];

/** @param {string} said @param {number} worth @param {string} feedback @param {Node[]} more */
const answer = (said, worth, feedback, ...more) =>
  node("answer", { fraction: percent(worth), format: "html" }, [
    plain("text", said),
    text("feedback", inline(feedback), "html"),
    ...more,
  ]);

/** @param {Part} part */
const numerical = ({ right, wrong, feedback }) => [
  ...right.map((value) => answer(String(value), 100, feedback, plain("tolerance", "0"))),
  ...wrong.map(([value, said]) => answer(String(value), 0, said, plain("tolerance", "0"))),
  answer("*", 0, feedback, plain("tolerance", "0")),
];

/** @param {Claim} claim */
const pairs = ({ pairs, wrong }) => [
  plain("shuffleanswers", "true"),
  ...[...pairs.map(([said, right]) => [inline(said), right]), ...wrong.map((said) => ["", said])]
    .map(
      ([left, right]) =>
        node("subquestion", { format: "html" }, [plain("text", left), text("answer", right)]),
    ),
];

/** Numbers to fill in, as generator/exports/cloze.py has them. @param {string} stem @param {Numbers} numbers */
function cloze(stem, { parts }) {
  const lines = parts.map((part) => `<p>${braced(inline(part.text))}: ${blank(part)}</p>`);
  return braced(stem) + lines.join("");
}

/** @param {string} html */
const braced = (html) => html.replaceAll("{", "&#123;").replaceAll("}", "&#125;");

/** @param {Part} part */
function blank({ right, wrong, feedback }) {
  const all = [
    ...right.map((value) => `=${value}:0#${twice(feedback)}`),
    ...wrong.map(([value, said]) => `%0%${value}:0#${twice(said)}`),
    `%0%*#${twice(feedback)}`,
  ];
  return `{1:NUMERICAL:${all.join("~")}}`;
}

/** Moodle decodes entities once before it shows feedback as HTML, so everything is escaped twice. @param {string} said */
const twice = (said) =>
  inline(said).replaceAll("&", "&amp;").replace(
    /[~{}\\]/g,
    (sign) => `&amp;#${sign.charCodeAt(0)};`,
  );
