import { plural } from "../../format.js";

/** @param {string[]} parts */
const sentence = (parts) => parts.filter(Boolean).join(". ") + ".";

/** @param {string} iso */
const day = (iso) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00Z`),
  );

export default {
  noFacts:
    "The facts could not be loaded, so the calculator cannot work. The command below does the same.",
  add: "Add a service",
  remove: "Remove",
  /** @param {number} place */
  service: (place) => `Service ${place}`,
  /** @param {number} place */
  removeService: (place) => `Remove service ${place}`,
  /** @param {number} place */
  added: (place) => `Service ${place} added.`,
  /** @param {number} left */
  removed: (left) => `Removed; ${plural(left, "service")} left.`,
  /** @param {string[]} errors */
  refused: (errors) => `Not counted. ${errors.join(" ")}`,

  errors: {
    minutesMissing: "Give the minutes, as a whole number such as 15.",
    minutesNegative: "Minutes cannot be negative.",
    minutesFraction: "Give whole minutes; round down what is not a full minute.",
    minutesNoNumber: "This is no number of minutes; give a whole number such as 15.",
    minutesTooMany: "A day has 1440 minutes.",
    /** @param {number} total */
    dayTooLong: (total) => `The services last ${total} minutes together; a day has 1440.`,
    date: "Give the date of service as day, month and year.",
    sameCode: "These are the same code; choose two that differ.",
    amount: "Give the amount in dollars, such as 2410.50.",
    wholeNumber: "Give a whole number, 0 or more.",
  },

  sources: "Sources of this answer",
  sourceMark: (/** @type {number} */ number) => `Source ${number}`,
  methods: { cms: "Medicare", ama: "Midpoint" },
  /** @param {string} method @param {number} total */
  counted: (method, total) => `${method}: ${plural(total, "unit")}`,
  /** @param {string} cms @param {string} ama */
  saidUnits: (cms, ama) => `${cms}. ${ama}.`,
  noUnits: "No code earns a unit.",
  alsoRight: "As right",

  lines: "Claim lines",
  code: "Code",
  units: "Units",
  modifiers: "Modifiers",
  noModifiers: "none",
  why: "Why",
  /** @param {string} code @param {string[]} modifiers */
  whyLine: (code, modifiers) => `Why ${[code, ...modifiers].join(" ")}`,
  nothing: "Nothing is billed.",
  notBilled: "Not billable",
  ask: "Ask first",
  watch: "Watch",
  /** @param {string | null} code @param {number | null} minutes */
  unbilled: (code, minutes) =>
    [code, minutes === null ? "" : `(${plural(minutes, "minute")})`].filter(Boolean).join(" "),
  /** @param {number} lines @param {number} unbilled @param {number} asks @param {number} watch */
  saidVisit: (lines, unbilled, asks, watch) =>
    sentence([
      lines ? plural(lines, "claim line") : "Nothing is billed",
      unbilled ? `${unbilled} not billable` : "",
      asks ? `${plural(asks, "thing")} to ask first` : "",
      watch ? `${plural(watch, "thing")} to watch` : "",
    ]),

  timeline: {
    /** @param {number} shown @param {number} all */
    shown: (shown, all) =>
      shown === all ? `All ${all} changes are shown.` : `${shown} of ${all} changes are shown.`,
  },

  pair: {
    /** @param {string} first @param {string} second */
    never: (first, second) => `No: ${first} is paid, ${second} is not`,
    /** @param {string} first @param {string} second */
    apart: (first, second) => `Only apart: ${first} is paid, ${second} needs a modifier`,
    /** @param {string} one @param {string} other */
    free: (one, other) => `Yes: no edit stands between ${one} and ${other}`,
    unknown: "Not known for this date",
    neverWhy: "The modifier indicator is 0: no modifier parts them, and the note cannot either.",
    apartWhy:
      "The modifier indicator is 1. Both are paid only where the note shows that column 2 was a separate service, and the line says so with 59 or XE, XS, XP or XU. Without that, column 2 is denied.",
    /** @param {string} on @param {string} setting */
    freeWhy: (on, setting) =>
      `On ${
        day(on)
      } the table for a ${setting}, as read, has no edit on this pair. The note must still support each code by itself.`,
    /** @param {string} table */
    unknownWhy: (table) =>
      `An edit on this pair stood in the table of ${
        day(table)
      }, which gives no first day, and the date of service is earlier.`,
    practitionerServes:
      "No edit of the hospital’s own is known here for that day, so the practitioner’s is shown.",
    medicare:
      "This is Medicare’s table. Whether another payer runs the same edit is not known here.",
    history: "Every edit between the two",
    columns: ["Column 1", "Column 2", "Indicator", "Setting", "First day", "Last day", "Table of"],
    noFirst: "not given",
    noLast: "none in that table",
    none: "None is known here, on any date.",
  },
  day,
  yes: "yes",
  no: "no",
  notSaid: "not said",
  attributes: {
    live_contact: "Live contact in the month",
    encounter: "Encounter",
    regions: "Spinal regions",
    personal_factors: "Personal factors",
    elements: "Elements examined",
    presentation: "Presentation",
    decision_making: "Decision-making",
    deficits: "Performance deficits",
    new_finding: "A new finding, or no response",
    written_report: "A written report",
    area_cm2: "Area, in square centimetres",
    muscles: "Muscles",
    data_days: "Days with data in 30 days",
    month_minutes: "Minutes of the month",
    current: "Current",
    monitored: "What is monitored",
    aspect: "Which aspect",
    wound: "Wound",
    device: "Device",
    patients: "Patients",
    occasion: "Occasion",
  },
};
