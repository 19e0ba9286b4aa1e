/** The texts that a reader copies: a report and a citation. */
import { pageToolsWords as words } from "../shared/strings/index.js";

/**
 * @typedef {object} Described
 * @property {string} title
 * @property {string} address
 * @property {string} [id] Of a question.
 * @property {string} [asOf]
 * @property {string} [passage] What the reader had selected.
 */

/** Longer than a sentence, shorter than what an address of mail may hold. */
const MAX_PASSAGE = 300;
/** What a mail program takes with an address. */
export const MAX_MAIL = 1800;

/** A report to fill in. @param {Described} what */
export const reportText = ({ title, address, id, asOf, passage }) =>
  [
    words.reportPage({ title }),
    words.reportAddress({ address }),
    id ? words.reportQuestion({ id }) : undefined,
    asOf ? words.reportAsOf({ day: asOf }) : undefined,
    passage ? words.reportPassage({ text: shortened(passage) }) : undefined,
    "",
    words.reportWrong,
    "",
    words.reportInstead,
  ].filter((line) => line !== undefined).join("\n");

/** @param {string} text */
function shortened(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAX_PASSAGE ? `${line.slice(0, MAX_PASSAGE)}…` : line;
}

/**
 * Title, site, as-of date, address and the day it was read.
 *
 * @param {{title: string, site: string, asOf: string, address: string, today: string}} what
 */
export const citation = ({ title, site, asOf, address, today }) =>
  [
    `${title}. ${site}.`,
    asOf && words.citedAsOf({ day: asOf }),
    address,
    words.citedRead({ day: today }),
  ].filter(Boolean).join(" ");

/** Whether it is one of mail. @param {string} contact */
export const isMail = (contact) => contact.includes("@") && !contact.includes("/");

/** @param {string} contact @param {string} subject @param {string} text */
export const mailAddress = (contact, subject, text) =>
  `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${
    encodeURIComponent(text.slice(0, MAX_MAIL).replaceAll("\n", "\r\n"))
  }`;
