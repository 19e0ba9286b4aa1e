/** @param {number} count @param {string} one @param {string} [many] */
const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export default {
  /** @param {number} found */
  found: (
    found,
  ) => (found ? `${plural(found, "question fits", "questions fit")}.` : "No question fits."),
  foundList: "Questions that fit",
  add: "Add",
  /** @param {string} title */
  addOne: (title) => `Add: ${title}`,
  /** @param {number} count */
  more: (count) => `Show ${count} more`,
  howMany: "How many to draw",
  draw: "Draw from these",
  drawNoWords: "Clear the words in the title to draw: a rule knows lists, not words.",
  /** @param {string} title */
  added: (title) => `Added: ${title}.`,
  /** @param {number} count */
  drawn: (count) => `Added a rule: ${plural(count, "question")} drawn.`,
  chosenAlready: "chosen",
  none:
    "No question chosen yet. Find questions above, then add them one by one or have some drawn.",
  /** @param {number} count */
  chosen: (count) => `${plural(count, "question")}, in the order learners get them`,
  byHand: "by hand",
  /** @param {number} rule */
  byRule: (rule) => `rule ${rule}`,
  rules: "Rules",
  /** @param {number} count @param {string} what */
  rule: (count, what) => `Draw ${count} of: ${what}`,
  anything: "all questions",
  /** @param {number} rule @param {number} got @param {number} count */
  lacking: (rule, got, count) => `Rule ${rule} finds ${got} of ${count}: add to it, or draw fewer.`,
  /** @param {number} level */
  level: (level) => `difficulty ${level}`,
  remove: "Remove",
  /** @param {string} title */
  removeOne: (title) => `Remove: ${title}`,
  up: "↑",
  down: "↓",
  /** @param {string} title */
  upOne: (title) => `Move up: ${title}`,
  /** @param {string} title */
  downOne: (title) => `Move down: ${title}`,
  /** @param {string} title */
  removed: (title) => `Removed: ${title}.`,
  /** @param {number} place */
  moved: (place) => `Moved to place ${place} of those added by hand.`,
  redraw: "Draw anew",
  /** @param {number} seed */
  redrawn: (seed) => `Drawn anew with seed ${seed}.`,
  clear: "Begin a new assignment",
  cleared: "Everything is cleared.",
  handOut: "4. Hand out",
  /** @type {Record<string, string>} */
  flaws: {
    items: "Choose at least one question.",
    many: "At most 200 questions fit into a link.",
    title: "Give it a title.",
    id: "The name for files has small letters, figures and hyphens between them, at most 80.",
    seed: "The seed is a whole number from 0 to 2147483647.",
    minutes: "Minutes are a whole number from 1 to 600.",
    attempts: "Attempts are a whole number from 1 to 100.",
    passMark: "The pass mark is a whole number from 0 to 100.",
    order: "It is due no later than it opens.",
    due: "To show reasons after the due date, give the due date.",
    key: "This is no class key: it has 87 signs, or is the file that was written with it.",
    lrs:
      "This is no address of a store: write https://… without name, password, question mark or number sign.",
  },
  opening: {
    load: "Load it into the form",
    /** @param {string} title */
    loaded: (title) => `Loaded: ${title}. The form below shows it.`,
    undo: "Put back what was there before",
    undone: "The form is as it was before.",
    /** @param {number} line @param {number} column */
    at: (line, column) => `Line ${line}, column ${column}:`,
    /** @type {Record<string, (detail: string) => string>} */
    wrong: {
      empty: (_) => "There is nothing to read: open the file, or paste the link or the text.",
      long: (_) => "This is longer than an assignment can be; nothing was read.",
      brokenLink: (_) => "This link is damaged or incomplete: copy it again, to its last sign.",
      newer: (_) =>
        "This link was made by a newer version of this site: open it with the site it leads to.",
      deep: (_) => "This is nested too deep for an assignment.",
      syntax: (detail) => `This is no sound YAML: ${detail}`,
      alias: (_) => "Write the value out: references to other places are not read here.",
      notMap: (_) => "Here belong keys with their values, such as ‘title: Week three’.",
      notList: (_) => "Here belongs a list: [one, other].",
      longList: (detail) => `This list has more than ${detail} entries.`,
      notText: (_) => "Here belongs a text; one that could be read as a number needs quotes.",
      tooLong: (detail) => `This text is longer than ${detail} signs.`,
      notWhole: (detail) => `Here belongs a whole number, ${detail}.`,
      notOneOf: (detail) => `Here belongs one of: ${detail}.`,
      slug: (detail) =>
        `‘${detail}’ is no name: small letters and figures, with hyphens between them.`,
      code: (detail) => `‘${detail}’ is no code in quotes, such as "97124".`,
      moment: (detail) =>
        `‘${detail}’ is no date with time and offset, such as 2026-12-01T08:00:00-05:00.`,
      key: (_) => "This is no class key: copy its 87 signs again.",
      lrs: (_) =>
        "This is no address of a store: https://… without name, password, question mark or number sign.",
      unknownKey: (detail) => `An assignment has no ‘${detail}’.`,
      missing: (detail) => `‘${detail}’ is missing.`,
      twice: (detail) => `The question ‘${detail}’ is named twice.`,
      heldBack: (_) =>
        "Questions that are held back are not on this site; ‘rightcode export’ writes such an assignment.",
      noQuestion: (detail) =>
        `This site has no question ‘${detail}’; it may be held back, or have another name now.`,
      notOffered: (detail) => `A rule draws from what this site does not have (${detail}).`,
    },
  },
  still: "Still missing:",
  link: "Link for learners",
  copy: "Copy the link",
  copied: "The link is copied.",
  copyFailed: "The browser did not copy it: select the link and copy it.",
  open: "Open it as a learner",
  /** @param {number} signs */
  linkLength: (signs) =>
    `${signs} signs. Some mail programs break links longer than 2,000: send it as a file or a button then.`,
  qr: "QR code",
  /** @param {string} title */
  qrOf: (title) =>
    `QR code of the link to the assignment “${title}”. The same link stands above as text.`,
  qrTooLong:
    "The link is too long for a QR code. Fewer questions, or shorter instructions, make it shorter.",
  saveQr: "Save the QR code (SVG)",
  yaml: "To keep: the assignment as a file",
  yamlNote:
    "Keep this file: from it the same link, and every export, can be made again. It belongs into quizzes/assignments/.",
  saveYaml: "Save the YAML file",
  otherHost:
    "This site may send to its own host and to the stores that its owner has named, and this address is on neither. Learners will hand in files. ‘Where results go’ tells how a store is named.",
  formats: "The same questions for other programs",
  formatsNote:
    "In the order above. Time, attempts and dates are set in the program that gives them.",
  moodle: "Moodle XML",
  gift: "GIFT",
  csvQuestions: "CSV of questions",
  csvAnswers: "CSV of answers and feedback",
  print: "Print: test, answer sheet, key",
  /** @param {string} name */
  saved: (name) => `Saved as ${name}.`,
  notLoaded: "The questions could not be loaded. Check the connection, then try again.",
  paper: {
    name: "Name",
    date: "Date",
    sheet: "Answer sheet",
    key: "Key, with reasons",
    /** @param {number} minutes */
    minutes: (minutes) => `Time: ${minutes} minutes`,
    /** @param {string} when */
    due: (when) => `Due ${when}`,
    one: "Choose one.",
    several: "Choose all that hold.",
    marks: "Choose the numbers of the words.",
    numbers: "Write a number for each.",
    claim: "Write the claim lines: code, units, modifiers. If nothing goes on the claim, write so.",
    codes: "Codes",
    modifiers: "Modifiers",
    line: ["Line", "Code", "Units", "Modifiers"],
    right: "Right:",
    sources: "Sources",
  },
};
