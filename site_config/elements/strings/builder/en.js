/** @param {number} count @param {string} one @param {string} [many] */
const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export default {
  /** @param {number} found */
  found: (found) => (found ? `${plural(found, "question fits", "questions fit")}.` : "No question fits."),
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
  none: "No question chosen yet. Find questions above, then add them one by one or have some drawn.",
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
  qrOf: (title) => `QR code of the link to the assignment “${title}”. The same link stands above as text.`,
  qrTooLong: "The link is too long for a QR code. Fewer questions, or shorter instructions, make it shorter.",
  saveQr: "Save the QR code (SVG)",
  yaml: "To keep: the assignment as a file",
  yamlNote:
    "Keep this file: from it the same link, and every export, can be made again. It belongs into quizzes/assignments/.",
  saveYaml: "Save the YAML file",
  otherHost:
    "This site may send to its own host and to the stores that its owner has named, and this address is on neither. Learners will hand in files. ‘Where results go’ tells how a store is named.",
  formats: "The same questions for other programs",
  formatsNote: "In the order above. Time, attempts and dates are set in the program that gives them.",
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
