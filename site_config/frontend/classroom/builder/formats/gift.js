/** GIFT, as generator/exports/gift.py writes it. */
import { byCategory, fraction, generalHtml, inline, percent, stemHtml, xmlText } from "./markup.js";

/** @import { Choice, Claim, Part, Portable } from "../types.js" */

/** @param {string} text */
const escaped = (text) =>
  xmlText(text).replace(/[~=#{}:\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, " ");

/** As Python's str.split has blanks. @param {string} text */
const oneLine = (text) => xmlText(text).split(/(?:[^\S\ufeff]|\u0085)+/).filter(Boolean).join(" ");

/** @param {Portable[]} questions @returns {string} */
export function toGift(questions) {
  const blocks = byCategory(questions).flatMap(([category, group]) => [
    `$CATEGORY: $course$/top/RightCode/${oneLine(category).replaceAll("/", "//")}`,
    ...group.flatMap(blocksOf),
  ]);
  return blocks.join("\n\n") + "\n";
}

/** @param {Portable} question */
function blocksOf(question) {
  const { id, response } = question;
  const stem = stemHtml(question);
  if (response.type === "claim") return [block(question, id, stem, pairs(response))];
  if (response.type !== "numbers") {
    return [block(question, id, stem, choices(response.choices, response.type === "single"))];
  }
  if (response.parts.length === 1) return [block(question, id, stem, numerical(response.parts[0]))];
  return response.parts.map((part) =>
    block(question, `${id}-${part.id}`, `${stem}<p>${inline(part.text)}</p>`, numerical(part))
  );
}

/** @param {Portable} question @param {string} name @param {string} stem @param {string[]} answers */
function block(question, name, stem, answers) {
  const tags = question.tags.map((tag) => ` [tag:${tag}]`).join("");
  const numeric = question.response.type === "numbers" ? "#" : "";
  const lines = answers.map((answer) => `  ${answer}\n`).join("");
  return `// [id:${name}]${tags}\n::${escaped(oneLine(`${question.title} (${name})`))}::[html]${
    escaped(stem)
  }{${numeric}\n${lines}  ####${escaped(generalHtml(question))}\n}`;
}

/** @param {Choice[]} all @param {boolean} single */
const choices = (all, single) =>
  all.map((choice) => {
    const weight = single
      ? (choice.right ? "=" : "~")
      : `~%${percent(fraction(choice, all, single))}%`;
    return `${weight}${escaped(inline(choice.text))}#${escaped(inline(choice.feedback))}`;
  });

/** @param {Part} part */
const numerical = ({ right, wrong, feedback }) => [
  ...right.map((value) => `=${value}:0#${escaped(inline(feedback))}`),
  ...wrong.map(([value, said]) => `=%0%${value}:0#${escaped(inline(said))}`),
];

/** @param {Claim} claim */
const pairs = ({ pairs, wrong }) => [
  ...pairs.map(([text, right]) => `=${side(text)} -> ${side(right)}`),
  ...wrong.map((text) => `= -> ${side(text)}`),
];

/** @param {string} text */
const side = (text) => escaped(inline(text.replaceAll("->", "→")));
