import { field, make, makeForm } from "../shared/dom.js";
import { loadTrack } from "../practice/question_bank.js";
import { table } from "../shared/table.js";
import { tracksWords as words } from "../shared/strings/index.js";
import { certificateFacts, certificateTables } from "./certificate_text.js";
import { verify } from "./verify.js";

/** @import { Screen } from "./types.d.ts" */
/** @import { Verdict } from "./verify.js" */

const TRACK = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE_HASH = /^#[0-9A-Za-z%-]{30,}$/;
const SIGNS = { consistent: "✓", refused: "✗", unknown: "?" };

/**
 * A field for a check code and the verdict below it. A code in the address is checked at once.
 *
 * @param {Screen} screen
 */
export async function certificateCheck(screen) {
  const code = make("textarea", {
    id: "rc-check-code",
    rows: 6,
    spellcheck: false,
    autocapitalize: "characters",
    autocomplete: "off",
    "aria-describedby": "rc-check-hint",
  });
  const result = make("div.rc-verdict-place");
  const check = async () => {
    if (!code.value.trim()) return screen.announce(words.codeMissing), code.focus();
    const today = screen.env.now().toISOString().slice(0, 10);
    const verdict = await verify(code.value, load, today);
    result.replaceChildren(...verdictNodes(verdict, screen.labels.objective));
    screen.announce(`${words[verdict.state]}. ${reasonText(verdict)}`);
    result.querySelector("h2")?.focus();
  };
  const hint = make("p", { id: "rc-check-hint" }, words.codeHint);
  const codeField = field(words.codeLabel, code, hint);
  const submit = () => screen.attempt(check);
  const form = makeForm(".rc-check-form", words.check, "rc-submit", submit, codeField);
  screen.show(form, result);
  if (!CODE_HASH.test(location.hash)) return;
  code.value = decodeURIComponent(location.hash.slice(1));
  await check();
}

/** @param {string} id */
const load = (id) => (TRACK.test(id) ? loadTrack(id) : Promise.reject(new Error("no id")));

/** @param {Verdict} verdict */
function reasonText({ reason, about }) {
  if (!reason) return words.consistentText;
  const text = /** @type {Record<string, string>} */ (words.reasons)[reason];
  return about ? `${about}: ${text}` : text;
}

/** @param {Verdict} verdict @param {(objective: string) => string} nameOf */
function verdictNodes(verdict, nameOf) {
  const { state, decoded, track, modules = [] } = verdict;
  const consistent = decoded && state === "consistent";
  const box = make(
    "div.rc-verdict-box",
    { "data-state": state },
    make("h2.rc-verdict-word", { tabIndex: -1 }, `${SIGNS[state]} ${words[state]}`),
    make("p", reasonText(verdict)),
    consistent && track && track.edition !== decoded.edition && make("p", words.otherEdition),
    consistent && make("p", words.notProof),
  );
  if (!decoded) return [box];
  const scored = modules.map(({ title, answers }) => ({
    title,
    answers: answers.map(({ item, right }) => ({ right, objectives: item?.objectives ?? [] })),
  }));
  const facts = scored.length
    ? certificateFacts(decoded, scored.flatMap(({ answers }) => answers))
    : [];
  const rows = [
    [words.name, decoded.name],
    [words.trackHead, track?.title ?? decoded.track],
    ...facts,
  ];
  return [
    box,
    make("h2", words.says),
    make(
      "dl.rc-says",
      rows.flatMap(([term, text]) => [make("dt", term), make("dd", { dir: "auto" }, text)]),
    ),
    ...certificateTables(scored, nameOf).flatMap(({ title, head, rows }) =>
      rows.length ? [make("h3", title), table("", head, rows)] : []
    ),
  ];
}
