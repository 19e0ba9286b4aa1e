/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export default {
  /** @param {string} day YYYY-MM-DD */
  day: (day) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(`${day}T00:00Z`),
    ),

  /** @param {number} done @param {number} total */
  done: (done, total) => `${done} of ${plural(total, "module", "modules")} passed`,
  /** @param {string} title */
  next: (title) => `Next: ${title}.`,
  allPassed: "You have passed every module.",
  begin: "Begin",
  goOn: "Go on where you left",
  /** @param {{readings: number, questions: number, check: boolean}} left */
  left: ({ readings, questions, check }) =>
    `Left in it: ${
      [
        ...(readings ? [plural(readings, "page to read", "pages to read")] : []),
        ...(questions ? [plural(questions, "question to practise", "questions to practise")] : []),
        ...(check ? ["the check"] : []),
      ].join(", ")
    }.`,
  read: "Read",
  /** @param {string} title */
  readTick: (title) => `I have read: ${title}`,
  /** @param {number} right @param {number} total */
  practised: (right, total) =>
    `${right} of ${plural(total, "question", "questions")} answered rightly at the last try.`,
  practiseHere: "Practise here",
  startCheck: "Start the check",
  resumeCheck: "Go on with the check",
  againCheck: "Take the check again",
  /** @param {number} right @param {number} total @param {string} day */
  passed: (right, total, day) => `✓ Passed on ${day} with ${right} of ${total}.`,
  /** @param {number} right @param {number} total @param {number} needed */
  failed: (right, total, needed) =>
    `✗ Not passed yet: ${right} of ${total} right at the last try, ${needed} needed.`,
  /** @param {number} right @param {number} total */
  passedNow: (right, total) => `Passed: ${right} of ${total} right.`,
  /** @param {number} right @param {number} total @param {number} needed */
  failedNow: (right, total, needed) =>
    `Not passed: ${right} of ${total} right, ${needed} needed. The next try asks other questions where there are any.`,
  outdated:
    "You passed this earlier, with questions or facts that have changed since. For the certificate, take it again.",
  back: "Back to the track",
  /** @param {string} title */
  checking: (title) => `Check: ${title}`,
  resumed: "Your check goes on where you left it.",

  certificate: "Your certificate",
  certificateHow:
    "Type the name that it shall bear. The name is nowhere kept: it is in the certificate and its check code alone.",
  name: "Name",
  nameMissing: "Type a name first.",
  make: "Make the certificate",
  change: "Change the name",
  print: "Print",
  savePdf: "Save as PDF",
  making: "The PDF is being made.",
  saved: "The PDF is saved.",
  noPdf: "The PDF could not be made. Print the page instead, and choose “Save as PDF” there.",
  saveResult: "Save a result file for your instructor",
  resultHow:
    "An instructor who issues signed badges asks for this file. It holds your name, your answers in the checks you passed, and how long they took.",
  resultMissing:
    "The times of some checks are not in this browser. Take those checks again here for a result file.",
  title: "Certificate",
  trackHead: "Track",
  hasPassed: "has passed every check of the track",
  /** @param {number} right @param {number} total */
  score: (right, total) =>
    `${right} of ${total} questions right (${Math.round((100 * right) / total)} %)`,
  on: "Date",
  scoreHead: "Score",
  facts: "Version of the facts",
  /** @param {string} day @param {string} edition */
  factsAsOf: (day, edition) => `as of ${day}, edition ${edition}`,
  byModule: "By module",
  module: "Module",
  byObjective: "By objective",
  objective: "You can …",
  right: "Right",
  /** @param {number} right @param {number} total */
  ofTotal: (right, total) => `${right} of ${total}`,
  code: "Check code",
  checkAt: "Anyone can check this code at",
  honest:
    "This page made the certificate from answers given in a browser. It shows that they fit the questions of this site; it does not show who gave them. It is no signature and no licence to practise.",
  /** @param {string} track @param {string} date */
  fileName: (track, date) => `certificate-${track}-${date}.pdf`,
  /** @param {string} track @param {string} date */
  resultName: (track, date) => `result-${track}-${date}.json`,

  codeLabel: "Check code",
  codeHint: "Spaces, line breaks and small letters do not matter.",
  check: "Check",
  codeMissing: "Enter a code first.",
  consistent: "Consistent",
  consistentText: "The code fits the questions of this site, and the scores it says are enough.",
  refused: "Not consistent",
  unknown: "Cannot be checked in full",
  says: "What the code says",
  notProof: "That it is consistent does not prove who answered.",
  otherEdition:
    "Some question, key or pass mark of the track has changed since. What this certificate rests on is still there as it was.",
  reasons: {
    empty: "There is nothing in it.",
    signs: "It holds signs that no check code has. Copy it again.",
    short: "It is cut short, or no check code at all.",
    newer: "It was made by a newer version of this site.",
    changed:
      "The check digits do not fit what the code says: it was changed or mistyped after the certificate was made.",
    track: "This site has no track of that name.",
    modules: "Its modules are not those of the track.",
    gone:
      "Some of its questions are not in the track on this site any more, or have been rewritten. The code itself is whole; only a site of that time can count again.",
    items:
      "The check digits do not fit the questions of this site and their versions: the code was changed, mistyped or made up.",
    drawn: "Its questions are none that this check could have asked together.",
    mark: "The score of a module is below its pass mark.",
    future: "Its date lies in the future.",
  },
};
