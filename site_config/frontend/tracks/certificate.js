import { make, makeButton } from "../shared/dom.js";
import { table } from "../shared/table.js";
import { words } from "../shared/strings/tracks/index.js";
import { cleanName, encode } from "./check_code.js";
import { trackResult } from "./result_file.js";
import { writeResult } from "../classroom/results/result_file.js";
import { loadPdf } from "./pdf_loader.js";
import { saveAs } from "../shared/save_file.js";
import { certificateText } from "./certificate_text.js";
import { answersOf } from "./check_results.js";

/** @import { CertificateText } from "./certificate_text.js" */
/** @import { ModuleProgress } from "./check_results.js" */
/** @import { Screen } from "../practice/screen.js" */
/** @import { Track } from "./track_data.js" */

/**
 * Asks for the name and makes the certificate. Every module has been passed.
 *
 * @param {Screen} screen
 * @param {Track} track
 * @param {ModuleProgress[]} standings
 */
export function certificateForm(screen, track, standings) {
  const input = make("input", {
    id: "rc-certificate-name",
    type: "text",
    autocomplete: "name",
    maxLength: 60,
    required: true,
  });
  const label = make("label", { htmlFor: input.id }, words.name);
  const problem = make(
    "p.rc-problem",
    { id: "rc-certificate-problem", hidden: true },
    words.nameMissing,
  );
  input.setAttribute("aria-describedby", problem.id);
  const form = make(
    "form.rc-form",
    { noValidate: true },
    make("div.rc-field", label, input, problem),
    submitButton(words.make),
  );
  const shown = make("div.rc-certificate-place");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = cleanName(input.value);
    problem.hidden = Boolean(name);
    input.setAttribute("aria-invalid", String(!name));
    if (!name) return screen.announce(words.nameMissing), input.focus();
    const sheet = buildCertificate(screen, track, standings, name);
    shown.replaceChildren(
      certificateNode(sheet),
      saveButtons(screen, sheet, track),
      resultPart(screen, sheet, track, standings),
    );
    shown.querySelector("h2")?.focus();
  });
  return make(
    "section.rc-certify",
    make("h2", words.certificate),
    make("p", words.certificateHow),
    form,
    shown,
  );
}

/** @param {string} text */
export function submitButton(text) {
  const button = makeButton(text, () => {}, "rc-button--primary rc-submit");
  button.type = "submit";
  return button;
}

/** @param {Screen} screen @param {Track} track @param {ModuleProgress[]} standings @param {string} name @returns {CertificateText} */
function buildCertificate(screen, track, standings, name) {
  const modules = standings.flatMap(({ module, pass }) =>
    pass ? [{ id: module.id, title: module.title, answers: answersOf(module, pass) }] : []
  );
  const date = standings.map(({ pass }) => pass?.at.slice(0, 10) ?? "").sort().at(-1) ?? "";
  const { asOf, edition } = track;
  const code = encode({ track: track.id, name, date, asOf, edition, modules });
  const address = new URL(screen.root.dataset.check ?? "", location.href).href;
  return certificateText(
    { name, track: track.title, date, asOf, edition },
    modules,
    screen.labels.objective,
    {
      code,
      address,
    },
  );
}

/** @param {CertificateText} sheet */
function certificateNode(sheet) {
  const facts = sheet.facts.flatMap((
    [label, value],
  ) => [make("dt", label), make("dd", value)]);
  const name = make("p.rc-certificate__name", { dir: "auto" }, sheet.name);
  const link = make(
    "a",
    { href: `${sheet.address}#${sheet.code.replaceAll(" ", "")}` },
    sheet.address,
  );
  return make(
    "article.rc-certificate",
    make("p.rc-certificate__site", sheet.site),
    make("h2", { tabIndex: -1 }, sheet.title),
    name,
    make("p", sheet.passed),
    make("p.rc-certificate__track", sheet.track),
    make("dl", facts),
    sheet.tables.flatMap((
      { title, head, rows },
    ) => [make("h3", title), table("", head, rows)]),
    make("h3", sheet.codeTitle),
    make("p", make("code.rc-certificate__code", sheet.code)),
    make("p.rc-certificate__small", `${sheet.checkAt} `, link),
    make("p.rc-certificate__small", sheet.honest),
  );
}

/** @param {Screen} screen @param {CertificateText} sheet @param {Track} track */
function saveButtons(screen, sheet, track) {
  const save = makeButton(words.savePdf, async () => {
    screen.announce(words.making);
    try {
      const pdf = await loadPdf();
      saveAs(words.fileName(track.id, sheet.date), await pdf(sheet), "application/pdf");
      screen.announce(words.saved);
    } catch (problem) {
      console.info(problem);
      problemNode.hidden = false;
      screen.announce(words.noPdf);
    }
  }, "rc-button--primary rc-save-pdf");
  const problemNode = make("p.rc-problem", { hidden: true }, words.noPdf);
  const print = makeButton(words.print, () => globalThis.print(), "rc-print");
  return make("div.rc-certificate-acts", save, " ", print, problemNode);
}

/** For those who issue signed badges. @param {Screen} screen @param {CertificateText} sheet @param {Track} track @param {ModuleProgress[]} standings */
function resultPart(screen, sheet, track, standings) {
  const missing = make("p.rc-problem", { hidden: true }, words.resultMissing);
  const save = makeButton(words.saveResult, async () => {
    const result = await trackResult(screen.store, track, standings, sheet.name);
    missing.hidden = result !== null;
    if (!result) return screen.announce(words.resultMissing);
    saveAs(words.resultName(track.id, sheet.date), writeResult(result), "application/json");
  }, "rc-save-result");
  return make("div.rc-certificate-acts", make("p", words.resultHow), save, missing);
}
