/** Minutes that a note holds: generator/checks/writing/note_minutes.py, for the same findings. */

const ONES = new Map(
  ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen" +
    " sixteen seventeen eighteen nineteen").split(" ").map((word, number) => [word, number]),
);
const TENS = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((
    word,
    place,
  ) => [word, 20 + 10 * place]),
);
const WORD = "[a-z]+(?:-[a-z]+)?";
export const MINUTES = new RegExp(
  `(?<!hundred and )\\b(\\d+|${WORD})[ -]min(?:ute)?s?\\b`,
  "gi",
);
const HOURS = new RegExp(`\\b(\\d+(?:\\.\\d+)?|${WORD})[ -]h(?:rs?|ours?)?\\b`, "gi");
const PARTS_OF_HOURS = { "half an hour": 30, "quarter of an hour": 15, "hour and a half": 90 };
const CLOCK = /\b(\d{1,2}):(\d\d)\b/g;
const OTHER_UNIT =
  " ?(?:%|°|deg\\b|[xX×]\\b|-?y/?o\\b|-?year|ft\\b|feet|lbs?\\b|s\\b|sec|reps?\\b" +
  "|-?(?:days?|w(?:ee)?ks?|mo(?:nths?)?|visits?|times|steps|points?)\\b|in\\b|inch|[cm]m\\b" +
  "|m[gl]\\b|of \\d|sq\\b)";
const BARE = new RegExp(`(?<![\\w:/.×#-])(\\d{1,3})(?![\\w:/×-]|\\.\\d|${OTHER_UNIT})`, "g");
const HOUR = 60, DAY = 24 * HOUR, UNIT = 15;
const MOST_UNITS = 9;
/** Minutes that every text may name: whole units, and those up to and from which one is more. */
const EVERYWHERE = [
  HOUR,
  UNIT,
  ...Array.from({ length: MOST_UNITS }, (_, units) => [units * UNIT + 7, units * UNIT + 8]).flat(),
];

/** A number in figures or in words below a hundred. @param {string} text */
export function numberIn(text) {
  const word = text.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  const [tens, ones = ""] = word.split("-");
  const ten = TENS.get(tens);
  if (ten !== undefined && (!ones || ONES.has(ones))) return ten + (ONES.get(ones) ?? 0);
  return ONES.get(word);
}

/** @param {string} word */
function hoursIn(word) {
  if (word.toLowerCase() === "an") return 1;
  return /^\d/.test(word) ? Number(word) : numberIn(word);
}

/** @param {(number | undefined)[]} numbers @returns {number[]} */
const known = (numbers) => numbers.flatMap((one) => (one === undefined ? [] : [one]));

/** Every number of minutes or hours that a text names as such. @param {string} text */
export function namedMinutes(text) {
  const minutes = [...text.matchAll(MINUTES)].map(([, word]) => numberIn(word));
  const hours = [...text.matchAll(HOURS)].map(([, word]) => hoursIn(word));
  const parts = Object.entries(PARTS_OF_HOURS)
    .flatMap(([words, many]) => (text.toLowerCase().includes(words) ? [many] : []));
  return [...known(minutes), ...known(hours).map((one) => Math.round(one * HOUR)), ...parts];
}

/** From each time of day to the next that a text names. @param {string} text */
export function spans(text) {
  const times = [...text.matchAll(CLOCK)].map(([, hour, minute]) =>
    Number(hour) * HOUR + Number(minute)
  );
  const half = DAY / 2;
  return times.slice(1).map((end, place) => (((end - times[place]) % half) + half) % half);
}

/** Numbers of no other unit. @param {string} text @returns {number[]} */
export const bareNumbers = (text) => [
  ...Array.from(text.matchAll(BARE), ([, digits]) => Number(digits)),
  ...known((text.toLowerCase().match(new RegExp(WORD, "g")) ?? []).map(numberIn)),
];

/** Every sum of some of them within a day. @param {number[]} numbers */
export function sums(numbers) {
  const found = new Set([0]);
  for (const one of numbers) {
    for (const before of [...found]) if (before + one <= DAY) found.add(before + one);
  }
  return found;
}

/** The minutes that a note holds for its services. @param {string} note */
export const heldMinutes = (note) =>
  new Set([...sums([...namedMinutes(note), ...spans(note)]), ...bareNumbers(note)]);

/**
 * What a feedback may name: minutes of note and visit, their sums, and what is left over units.
 *
 * @param {string} note @param {number[]} visit
 */
export function speakableMinutes(note, visit) {
  const all = sums([...new Set([...namedMinutes(note), ...visit]), ...spans(note)]);
  const left = [...all].flatMap((total) =>
    Array.from({ length: Math.floor(total / UNIT) + 1 }, (_, units) => total - units * UNIT)
  );
  return new Set([...EVERYWHERE, ...left, ...bareNumbers(note)]);
}
