/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)} %`;

/** @param {Intl.DateTimeFormatOptions} how */
const dated = (how) => (/** @type {Date} */ day) => new Intl.DateTimeFormat("en-GB", how).format(day);

export default {
  onDay: dated({ dateStyle: "long" }),
  weekday: dated({ weekday: "long", day: "numeric", month: "long" }),

  loading: "The questions are being loaded.",
  notLoaded: "The questions could not be loaded. Check the connection, then try again.",
  tryAgain: "Try again",
  nothing: "There is no question on this.",
  start: "Start",
  questions: "Questions",
  choose: "Choose",
  /** @param {number} place @param {number} total */
  place: (place, total) => `Question ${place} of ${total}`,
  number: (/** @type {number} */ place) => `Question ${place}`,
  next: "Next",
  skip: "Skip",
  toResult: "See the result",
  /** @param {number} count */
  count: (count) => plural(count, "question", "questions"),
  chooseOther: "Choose something else",
  otherWays: "Other ways to practise",
  progressLink: "Your progress",

  hint: "Hint",
  /** @param {number} left */
  moreHints: (left) => (left ? `Hint (${left} left)` : "No more hints"),
  struck: "struck out",
  /** @param {string} option */
  strikes: (option) => `This one is wrong: ${option}.`,

  howSure: "How sure are you? You may leave this out.",
  sure: { sure: "Sure", think: "Think so", guess: "Guessing" },
  calibration: "How sure you were, and how right",
  calibrationHead: ["You said", "Right", "Share"],
  /** @param {number} right @param {number} total */
  share: (right, total) => percent(right / total),
  /** @param {number} right @param {number} total */
  ofTotal: (right, total) => `${right} of ${total}`,
  calibrated: {
    over: "When you are sure, you are wrong too often. Look again at what you were sure of.",
    under: "Your guesses are mostly right. You know more than you trust.",
    fitting: "When you say you are sure, you can rely on it.",
  },

  learnWeakest: "Start with what you need most",
  allTopics: "What you want to be able to do",
  /** @param {string} text */
  objective: (text) => `You can ${text}`,
  yourPairs: "Pairs from your own answers",
  allPairs: "All pairs",
  /** @param {string} one @param {string} other */
  pair: (one, other) => `${one} or ${other}`,
  /** @param {number} times */
  confusedTimes: (times) => `confused ${times === 1 ? "once" : `${times} times`}`,
  noPairsYet: "When you have taken one code for another, that pair is proposed here.",

  /** @param {number} due @param {number} known */
  dueNow: (due, known) => `${due} due today, of ${plural(known, "question", "questions")} you have answered.`,
  nothingKnown: "Nothing comes back yet: answer some questions first, in whatever way you like.",
  nothingDue: "Nothing is due today.",
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

  standsHeading: "Where you stand",
  stands: {
    new: "You are at the beginning. Start with the basics, one thing at a time.",
    some: "You know a good part. Work on what went wrong here, then mix.",
    ready: "You know your way. Mixed practice and a timed exam will show the rest.",
  },
  proposals: "What to do next",
  proposeLearn: (/** @type {string} */ text) => `Learn to ${text}`,
  proposePair: (/** @type {string} */ pair) => `Drill ${pair}`,
  proposeMixed: "Mixed practice",
  proposeExam: "Take an exam",
  proposeLessons: "Read: choosing a code",
  proposeReview: (/** @type {number} */ count) =>
    `Review ${plural(count, "question", "questions")} that are due`,
  proposeMissed: (/** @type {number} */ count) =>
    `Retry ${plural(count, "question", "questions")} you missed`,

  exam: {
    howMany: "Questions",
    minutes: "Minutes",
    noLimit: "No time limit",
    start: "Start the exam",
    place: (/** @type {number} */ place, /** @type {number} */ total) => `Question ${place} of ${total}`,
    timeLeft: "Time left",
    unlimited: "No time limit",
    flag: "Flag this question",
    unflag: "Take the flag away",
    flagged: "Flagged.",
    unflagged: "Flag taken away.",
    previous: "Previous",
    next: "Next",
    more: "Add 5 minutes",
    added: "Five minutes were added.",
    sheet: "Answer sheet",
    /** @param {number} place @param {boolean} answered @param {boolean} flagged */
    sheetEntry: (place, answered, flagged) =>
      `Question ${place}, ${answered ? "answered" : "not answered"}${flagged ? ", flagged" : ""}`,
    handIn: "Hand in",
    /** @param {number} open */
    sureToHandIn: (
      open,
    ) => (open
      ? `${plural(open, "question is", "questions are")} not answered.`
      : "Every question is answered."),
    handInNow: "Hand in now",
    goOn: "Go on with the exam",
    goesOn: "Your exam goes on.",
    /** @param {number} minutes */
    left: (minutes) => `${plural(minutes, "minute", "minutes")} left. You may add five minutes.`,
    timeUp: "Time is up. What you had answered was handed in.",
    handedIn: "Handed in.",
    /** @param {number} minutes */
    extended: (minutes) => `You took ${plural(minutes, "minute", "minutes")} more.`,
    notAnswered: "Not answered in the exam. You may answer it now; it does not change the result.",
    /** @param {number} count */
    blank: (count) =>
      `${plural(count, "question was", "questions were")} not answered and ${
        count === 1 ? "counts" : "count"
      } as not right.`,
    review: "Every question",
    another: "Start another exam",
    /** @param {number} place @param {"right" | "wrong" | "open"} outcome */
    reviewed: (place, outcome) =>
      `Question ${place}: ${{ right: "right", wrong: "wrong", open: "not answered" }[outcome]}`,
  },

  progress: {
    none: "No answers are kept here yet. The check takes two minutes and needs nothing.",
    takeCheck: "Find where you stand",
    now: "Today",
    /** @param {number} answers @param {number} questions */
    answers: (answers, questions) =>
      `${plural(answers, "answer", "answers")} to ${plural(questions, "question", "questions")}`,
    /** @param {number} total @param {number} row */
    days: (total, row) =>
      `${plural(total, "day", "days")} with practice` + (row > 1 ? `, the last ${row} in a row` : ""),
    due: (/** @type {number} */ count) => `${count} due today`,
    byObjective: "By what you can do",
    byCode: "By code",
    topic: "Topic",
    code: "Code",
    right: "Right at the last try",
    strength: "Likely still known",
    matrix: "What you take for what",
    matrixNote: "Each row is a right answer, each column what you chose. On the diagonal you were right.",
    /** @param {string} right @param {string} chosen @param {number} times */
    worst: (right, chosen, times) =>
      `Most often you chose ${chosen} where ${right} was right: ${times === 1 ? "once" : `${times} times`}.`,
    noConfusion: "You have not taken one code for another yet.",
    asTable: "The same as a table",
    wasRight: "Right answer",
    youChose: "You chose",
    other: "others",
    answersNamed: { "not-billable": "Not billable", "ask-therapist": "Ask the therapist" },
    answersShort: { "not-billable": "None", "ask-therapist": "Ask" },
  },

  data: {
    kept: (
      /** @type {number} */ count,
    ) => (count
      ? `${plural(count, "answer is", "answers are")} kept in this browser.`
      : "Nothing is kept in this browser yet."),
    /** @param {string} from @param {string} to */
    span: (from, to) => `The first is from ${from}, the last from ${to}.`,
    take: "Take it with you, or bring it in",
    takeNote:
      "The file holds every answer as plain text. Loading a file adds what is not here yet; nothing is counted twice and nothing is overwritten.",
    remove: "Delete it",
    removeNote: "Nobody can bring it back, unless you have a file.",
    deleteAll: "Delete everything",
    reallyDelete: (/** @type {number} */ count) =>
      `Really delete ${plural(count, "answer", "answers")} and every setting?`,
    yesDelete: "Yes, delete",
    keep: "No, keep it",
    deleted: "Everything was deleted.",
  },
};
