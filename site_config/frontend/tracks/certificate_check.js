import { make } from "../shared/dom.js";
import { loadTrack } from "../practice/question_bank.js";
import { table } from "../shared/table.js";
import { words } from "../shared/strings/tracks/index.js";
import { submitButton } from "./certificate.js";
import { certificateFacts, certificateTables } from "./certificate_text.js";
import { verify } from "./verify.js";

/** @import { Screen } from "../practice/screen.js" */
/** @import { Track } from "./track_data.js" */
/** @import { Verdict } from "./verify.js" */

const TRACK = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A field for a check code and, below it, what comes of it. A code in the address is checked at once. @param {Screen} screen */
export async function certificateCheck(screen) {
  const field = make("textarea", {
    id: "rc-check-code",
    rows: 6,
    spellcheck: false,
    autocapitalize: "characters",
    autocomplete: "off",
    "aria-describedby": "rc-check-hint",
  });
  const label = make("label", { htmlFor: field.id }, words.codeLabel);
  const form = make(
    "form.rc-form.rc-check-form",
    { noValidate: true },
    make("div.rc-field", label, field, make("p", { id: "rc-check-hint" }, words.codeHint)),
    submitButton(words.check),
  );
  const shown = make("div.rc-verdict-place");
  const judge = async () => {
    if (!field.value.trim()) return screen.announce(words.codeMissing), field.focus();
    const verdict = await verify(field.value, known, screen.env.now().toISOString().slice(0, 10));
    shown.replaceChildren(...verdictNodes(verdict, screen.labels.objective));
    screen.announce(`${words[verdict.state]}. ${reasonOf(verdict)}`);
    shown.querySelector("h2")?.focus();
  };
  form.addEventListener("submit", (event) => (event.preventDefault(), screen.attempt(judge)));
  screen.show(form, shown);
  const given = () => (field.value = decodeURIComponent(location.hash.slice(1)));
  if (/^#[0-9A-Za-z%-]{30,}$/.test(location.hash)) given(), await judge();
}

/** @param {string} id @returns {Promise<Track>} */
const known = (id) => (TRACK.test(id) ? loadTrack(id) : Promise.reject(new Error("no id")));

/** @param {Verdict} verdict */
function reasonOf({ reason, about }) {
  if (!reason) return words.consistentText;
  const said = /** @type {Record<string, string>} */ (words.reasons)[reason];
  return about ? `${about}: ${said}` : said;
}

/** @param {Verdict} verdict @param {(objective: string) => string} nameOf */
function verdictNodes(verdict, nameOf) {
  const { state, said, track, modules } = verdict;
  const heading = make("h2.rc-verdict-word", { tabIndex: -1 }, `${SIGNS[state]} ${words[state]}`);
  const box = make(
    "div.rc-verdict-box",
    { "data-state": state },
    heading,
    make("p", reasonOf(verdict)),
  );
  if (!said) return [box];
  if (track && track.edition !== said.edition && state === "consistent") {
    box.append(make("p", words.otherEdition));
  }
  if (state === "consistent") box.append(make("p", words.notProof));
  const counted = (modules ?? []).map(({ title, answers }) => ({
    title,
    answers: answers.map(({ item, right }) => ({ right, objectives: item?.objectives ?? [] })),
  }));
  const rows = [[words.name, said.name], [words.trackHead, track?.title ?? said.track]];
  if (counted.length) {
    rows.push(...certificateFacts(said, counted.flatMap(({ answers }) => answers)));
  }
  return [
    box,
    make("h2", words.says),
    make("dl.rc-says", rows.flatMap(([term, text]) => [make("dt", term), textNode(text)])),
    ...certificateTables(counted, nameOf).filter(({ rows }) => rows.length).flatMap((
      { title, head, rows },
    ) => [make("h3", title), table("", head, rows)]),
  ];
}

/** @param {string} textContent */
function textNode(textContent) {
  return make("dd", { dir: "auto" }, textContent);
}

const SIGNS = { consistent: "✓", refused: "✗", unknown: "?" };
