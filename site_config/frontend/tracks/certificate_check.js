import { field, make, makeForm } from "../shared/dom.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { parseJson } from "../shared/json.js";
import { loadTrack } from "../practice/question_bank.js";
import { table } from "../shared/table.js";
import { tracksWords as words } from "../shared/strings/index.js";
import { codeIn } from "./check_code.js";
import { certificateFacts, certificateTables, scoreOf } from "./certificate_text.js";
import { readShortCode, shortCode } from "./short_code.js";
import { shortForm } from "./short_form.js";
import { verify, verifyShort } from "./verify.js";

/** @import { Screen } from "./types.d.ts" */
/** @import { Verdict } from "./verify.js" */

const TRACK = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE_HASH = /^#[0-9A-Za-z%-]{30,}$/;
const SIGNS = { consistent: "✓", refused: "✗", unknown: "?" };

/**
 * A file, a code or what is on paper, and the verdict below it. A code in the address is checked
 * at once.
 *
 * @param {Screen} screen
 */
export async function certificateCheck(screen) {
  const result = make("div.rc-verdict-place");
  const show = (/** @type {Verdict} */ verdict) => {
    result.replaceChildren(...verdictNodes(verdict, screen.labels.objective));
    screen.announce(`${words[verdict.state]}. ${reasonText(verdict)}`);
    result.querySelector("h2")?.focus();
  };
  const today = screen.env.now().toISOString().slice(0, 10);
  const verifyCode = async (/** @type {string} */ text) =>
    show(await verify(codeIn(text), loadOwn, today));
  const names = parseJson(screen.root.querySelector("script.rc-names")?.textContent);
  const paper = shortForm(
    names?.tracks ?? {},
    (stated, code) =>
      screen.attempt(async () => show(await verifyShort(stated, code, loadOwn, today))),
  );
  const code = codeField();
  const submit = () => {
    if (!code.value.trim()) return screen.announce(words.codeMissing), code.focus();
    if (readShortCode(code.value)) return paper.open(code.value.trim());
    return screen.attempt(() => verifyCode(code.value));
  };
  const hint = make("p", { id: "rc-check-hint" }, words.codeHint);
  const fields = [openField(verifyCode, screen), field(words.codeLabel, code, hint)];
  screen.show(
    makeForm(".rc-check-form", words.check, "rc-submit", submit, fields),
    paper.node,
    result,
  );
  if (!CODE_HASH.test(location.hash)) return;
  code.value = decodeURIComponent(location.hash.slice(1));
  await verifyCode(code.value);
}

const codeField = () =>
  make("textarea", {
    id: "rc-check-code",
    rows: 4,
    spellcheck: false,
    autocapitalize: "characters",
    autocomplete: "off",
    "aria-describedby": "rc-check-hint",
  });

/** @param {(text: string) => Promise<void>} use @param {Screen} screen */
function openField(use, screen) {
  const input = make("input", {
    id: "rc-check-file",
    type: "file",
    accept: ".pdf,application/pdf",
  });
  input.addEventListener("change", () =>
    screen.attempt(async () => {
      const file = input.files?.[0];
      if (file) await use((await pdfContent(file)).code);
    }));
  return field(words.openPdf, input);
}

/** Empty where the file is no certificate. @param {File} file */
export async function pdfContent(file) {
  /** @type {typeof import("../certificate.js").rightcodePdf} */
  const { readPdf } = await lazyLoad("certificate.js", "rightcodePdf");
  return readPdf(file);
}

/** @param {string} id */
export const loadOwn = (
  id,
) => (TRACK.test(id) ? loadTrack(id) : Promise.reject(new Error("no id")));

/** @param {Verdict} verdict */
export function reasonText({ reason, about, stated }) {
  if (!reason) return stated ? words.shortFits : words.consistentText;
  const text = /** @type {Record<string, string>} */ (words.reasons)[reason];
  return about ? `${about}: ${text}` : text;
}

/** @param {Verdict} verdict @param {(objective: string) => string} nameOf */
function verdictNodes(verdict, nameOf) {
  const { state, decoded, track } = verdict;
  const consistent = state === "consistent";
  const isOther = consistent && decoded && track && track.edition !== decoded.edition;
  const box = make(
    "div.rc-verdict-box",
    { "data-state": state },
    make("h2.rc-verdict-word", { tabIndex: -1 }, `${SIGNS[state]} ${words[state]}`),
    make("p", reasonText(verdict)),
    isOther && make("p", words.otherEdition),
    consistent && make("p", words.notProof),
  );
  return [box, ...(decoded ? contentNodes(verdict, nameOf) : [])];
}

/** @param {Verdict} verdict @param {(objective: string) => string} nameOf */
function contentNodes({ decoded, track, modules = [] }, nameOf) {
  if (!decoded) return [];
  const scored = modules.map(({ title, answers }) => ({
    title,
    answers: answers.map(({ item, right }) => ({ right, objectives: item?.objectives ?? [] })),
  }));
  const answers = scored.flatMap((module) => module.answers);
  const { name, date } = decoded;
  const short = shortCode({ name, track: decoded.track, date, ...scoreOf(answers) });
  const rows = [
    [words.name, name],
    [words.trackHead, track?.title ?? decoded.track],
    ...(answers.length ? [...certificateFacts(decoded, answers), [words.code, short]] : []),
  ];
  return [
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
