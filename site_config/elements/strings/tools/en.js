import { plural } from "../../saying.js";

/** @param {string[]} parts */
const sentence = (parts) => parts.filter(Boolean).join(". ") + ".";

/** @param {string} iso */
const day = (iso) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T00:00Z`));

export default {
  noFacts: "The facts could not be loaded, so the calculator cannot work. The command below does the same.",
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
  /** @param {string[]} flaws */
  refused: (flaws) => `Not counted. ${flaws.join(" ")}`,

  flaws: {
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

  on: {
    /** @param {string} day @param {string} payer */
    title: (day, payer) => `On ${day}, for ${payer}`,
    /** @param {string} judged */
    later: (judged) =>
      `The facts were judged as of ${judged}. What lies later is announced or not known here.`,
    /** @param {string} day @param {number} codes @param {number} pairs */
    said: (day, codes, pairs) =>
      `${day}: ${plural(codes, "code")} in use, ${plural(pairs, "pair")} in the tables.`,
    counts: {
      cms: "Minutes become units by Medicare’s method.",
      ama: "Minutes become units by the midpoint, each code by itself.",
      "not-known": "How it turns minutes into units is not known here.",
    },
    /** @param {string} code @param {string} use */
    instead: (code, use) => `It wants ${use} in place of ${code}.`,
    codes: "Codes",
    /** @param {number} count */
    codesShow: (count) => plural(count, "code"),
    codeColumns: ["Code", "Name", "On that day", "With this payer", "Ceiling a day"],
    states: {
      active: "in use",
      undated: "in use as far as known, first day not known here",
      "not-yet": "not yet a code",
      ended: "no longer a code",
      deleted: "deleted, last day not known here",
    },
    edges: {
      active: (/** @type {string} */ day) => `since ${day}`,
      undated: (/** @type {string} */ day) => `since ${day}`,
      "not-yet": (/** @type {string} */ day) => `from ${day}`,
      ended: (/** @type {string} */ day) => `last day ${day}`,
      deleted: (/** @type {string} */ day) => `last day ${day}`,
    },
    /** @param {string[]} codes */
    then: (codes) => `; then ${codes.join(", ")}`,
    coverage: {
      active: "paid when covered",
      bundled: "bundled, never paid separately",
      invalid: "not valid, another code is asked for",
      "non-covered": "not covered",
      restricted: "restricted",
      "carrier-priced": "priced by the contractor",
      excluded: "excluded",
      varies: "varies",
      "not-known": "not known here",
    },
    unsaid: "not known here",
    /** @param {number} units @param {string} day */
    ceiling: (units, day) => `${plural(units, "unit")}, as read for ${day}`,
    pairs: "Pairs of Medicare’s table",
    /** @param {number} count */
    pairsShow: (count) => plural(count, "pair"),
    /** @param {number} count @param {number} unsure */
    pairsTold: (count, unsure) =>
      `${plural(count, "pair")} in the practitioner table as read.` +
      (unsure ? ` Of ${unsure} the first day is not known here, and the table read is a later one.` : "") +
      " Whether another payer runs the same edits is not known here.",
    pairColumns: ["Column 1, paid", "Column 2", "Indicator", "On that day", "Table of"],
    stood: "stood",
    perhaps: "had not ended",
    figures: "Figures",
    /** @param {string} rule @param {string} key @param {number} amount @param {string} unit */
    figure: (rule, key, amount, unit) =>
      `${rule}, ${key.replaceAll("-", " ")}: ${
        unit === "usd" ? `$${amount.toLocaleString("en-US")}` : `${amount} ${unit}`
      }`,
    rules: "Rules with dates",
    firstUnknown: " (first day not known here)",
    /** @param {number} count */
    rulesShow: (count) => plural(count, "sentence"),
    before: "Changed last",
    after: "Changes next",
    none: "None that is known here.",
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
    medicare: "This is Medicare’s table. Whether another payer runs the same edit is not known here.",
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
