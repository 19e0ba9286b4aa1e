import { percent, plural } from "../../format.js";

export default {
  weekday: (/** @type {Date} */ day) =>
    new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" }).format(
      day,
    ),
  /** @param {number} due @param {number} known */
  dueNow: (due, known) =>
    `${due} due today, of ${plural(known, "question", "questions")} you have answered.`,
  nothingKnown: "Nothing comes back yet: answer some questions first, in whatever way you like.",
  startReview: (/** @type {number} */ count) => `Review ${plural(count, "question", "questions")}`,
  comingUp: "What comes back when",
  day: "Day",
  due: "Questions",
  today: "Today",
  aim: "Day of your exam, if you have one",
  /** @param {number} days @param {number} retention */
  aimed: (days, retention) =>
    `${plural(days, "day", "days")} left. You are asked often enough to know ${
      percent(retention)
    }, and everything comes back once more in the week before.`,
  noAim: "Without a day, questions come back so that you still know 90 % of them.",
  aimPast: "That day is over; questions come back as if there were none.",
  nothingMissed: "Nothing to retry: every last answer was right.",
  /** @param {number} missed @param {number} changed */
  toRetry: (missed, changed) =>
    `${missed} missed last time` +
    (changed ? `, ${changed} whose facts have changed since you answered.` : "."),
  startRetry: (/** @type {number} */ count) => `Retry ${plural(count, "question", "questions")}`,
};
