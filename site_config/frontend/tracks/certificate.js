import { field, make, makeButton } from "../shared/dom.js";
import { table } from "../shared/table.js";
import { tracksWords as words } from "../shared/strings/index.js";
import { cleanName, encode } from "./check_code.js";
import { trackResult } from "./result_file.js";
import { writeResult } from "../classroom/results/result_file.js";
import { loadPdf } from "./pdf_loader.js";
import { saveAs } from "../shared/save_file.js";
import { certificateText } from "./certificate_text.js";
import { answersOf } from "./check_results.js";

/** @import { CertificateText, ModuleProgress, Screen, Track } from "./types.d.ts" */

/**
 * Asks for the name and makes the certificate, when every module is passed.
 *
 * @param {Screen} screen
 * @param {Track} track
 * @param {ModuleProgress[]} progress
 */
export function certificateForm(screen, track, progress) {
  const problem = make("p.rc-problem", { id: "rc-certificate-problem", hidden: true });
  problem.textContent = words.nameMissing;
  const input = make("input", {
    id: "rc-certificate-name",
    type: "text",
    autocomplete: "name",
    maxLength: 60,
    required: true,
    "aria-describedby": problem.id,
  });
  const name = field(words.name, input, problem);
  const form = make("form.rc-form", { noValidate: true }, name, submitButton(words.make));
  const result = make("div.rc-certificate-place");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = cleanName(input.value);
    problem.hidden = Boolean(name);
    input.setAttribute("aria-invalid", String(!name));
    if (!name) return screen.announce(words.nameMissing), input.focus();
    const text = buildCertificate(screen, track, progress, name);
    result.replaceChildren(
      certificateNode(text),
      saveButtons(screen, text, track),
      resultPart(screen, text, track, progress),
    );
    result.querySelector("h2")?.focus();
  });
  return make(
    "section.rc-certify",
    make("h2", words.certificate),
    make("p", words.certificateHow),
    form,
    result,
  );
}

/** @param {string} text */
export function submitButton(text) {
  const button = makeButton(text, () => {}, "rc-button--primary rc-submit");
  button.type = "submit";
  return button;
}

/**
 * @param {Screen} screen
 * @param {Track} track
 * @param {ModuleProgress[]} progress
 * @param {string} name
 * @returns {CertificateText}
 */
function buildCertificate(screen, track, progress, name) {
  const modules = progress.flatMap(({ module, pass }) =>
    pass ? [{ id: module.id, title: module.title, answers: answersOf(module, pass) }] : []
  );
  const date = progress.map(({ pass }) => pass?.at.slice(0, 10) ?? "").sort().at(-1) ?? "";
  const { asOf, edition } = track;
  const code = encode({ track: track.id, name, date, asOf, edition, modules });
  const address = new URL(screen.root.dataset.check ?? "", location.href).href;
  const facts = { name, track: track.title, date, asOf, edition };
  return certificateText(facts, modules, screen.labels.objective, { code, address });
}

/** @param {CertificateText} text */
function certificateNode(text) {
  const href = `${text.address}#${text.code.replaceAll(" ", "")}`;
  return make(
    "article.rc-certificate",
    make("p.rc-certificate__site", text.site),
    make("h2", { tabIndex: -1 }, text.title),
    make("p.rc-certificate__name", { dir: "auto" }, text.name),
    make("p", text.passed),
    make("p.rc-certificate__track", text.track),
    make("dl", text.facts.map(([label, value]) => [make("dt", label), make("dd", value)])),
    text.tables.map(({ title, head, rows }) => [make("h3", title), table("", head, rows)]),
    make("h3", text.codeTitle),
    make("p", make("code.rc-certificate__code", text.code)),
    make("p.rc-certificate__small", `${text.checkAt} `, make("a", { href }, text.address)),
    make("p.rc-certificate__small", text.honest),
  );
}

/** @param {Screen} screen @param {CertificateText} text @param {Track} track */
function saveButtons(screen, text, track) {
  const save = makeButton(words.savePdf, async () => {
    screen.announce(words.making);
    try {
      const pdf = await loadPdf();
      saveAs(
        words.fileName({ track: track.id, date: text.date }),
        await pdf(text),
        "application/pdf",
      );
      screen.announce(words.saved);
    } catch (error) {
      console.info(error);
      problem.hidden = false;
      screen.announce(words.noPdf);
    }
  }, "rc-button--primary rc-save-pdf");
  const problem = make("p.rc-problem", { hidden: true }, words.noPdf);
  const print = makeButton(words.print, () => globalThis.print(), "rc-print");
  return make("div.rc-certificate-acts", save, " ", print, problem);
}

/**
 * The result file, for issuers of signed badges.
 *
 * @param {Screen} screen
 * @param {CertificateText} text
 * @param {Track} track
 * @param {ModuleProgress[]} progress
 */
function resultPart(screen, text, track, progress) {
  const missing = make("p.rc-problem", { hidden: true }, words.resultMissing);
  const save = makeButton(words.saveResult, async () => {
    const result = await trackResult(screen.store, track, progress, text.name);
    missing.hidden = result !== null;
    if (!result) return screen.announce(words.resultMissing);
    saveAs(
      words.resultName({ track: track.id, date: text.date }),
      writeResult(result),
      "application/json",
    );
  }, "rc-save-result");
  return make("div.rc-certificate-acts", make("p", words.resultHow), save, missing);
}
