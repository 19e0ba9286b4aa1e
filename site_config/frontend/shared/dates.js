/** Dates as the language of the interface writes them. */
import { language } from "./strings/language.js";

const LOCALE = language === "en" ? "en-US" : language;

/** @param {Date | number} moment @param {Intl.DateTimeFormatOptions} options */
const written = (moment, options) => new Intl.DateTimeFormat(LOCALE, options).format(moment);

/** A moment's day where the reader is. @param {string | Date} moment */
export const day = (moment) => written(new Date(moment), { dateStyle: "long" });

/** A calendar day such as 2026-03-02, the same everywhere. @param {string} iso */
export const calendarDay = (iso) =>
  written(new Date(`${iso}T00:00Z`), { dateStyle: "long", timeZone: "UTC" });

/** @param {number} moment */
export const dayAndTime = (moment) => written(moment, { dateStyle: "long", timeStyle: "short" });

/** @param {Date} moment */
export const weekday = (moment) =>
  written(moment, { weekday: "long", day: "numeric", month: "long" });

/** The calendar day where the reader is, such as 2026-03-02. @param {Date} [now] */
export const localDay = (now = new Date()) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, "0")
  ).join("-");
