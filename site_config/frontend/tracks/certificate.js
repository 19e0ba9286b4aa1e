import { field, make, makeButton, makeForm } from "../shared/dom.js";
import { table } from "../shared/table.js";
import { tracksWords as words } from "../shared/strings/index.js";
import { cleanName, encode } from "./check_code.js";
import { trackResult } from "./result_file.js";
import { writeResult } from "../classroom/results/result_file.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { saveAs } from "../shared/save_file.js";
import { qrPicture } from "../shared/qr_code.js";
import { certificateTables, certificateText, scoreOf } from "./certificate_text.js";
import { shortCode } from "./short_code.js";
import { answersOf } from "./track_data.js";

/** @import { CertificateText, TrackView } from "./types.d.ts" */

/**
 * Asks for the name and makes the certificate, when every module is passed.
 *
 * @param {TrackView} view
 */
export function certificateForm(view) {
  const hidden = { id: "rc-certificate-problem", hidden: true };
  const problem = make("p.rc-problem", hidden, words.nameMissing);
  const input = make("input", {
    id: "rc-certificate-name",
    type: "text",
    autocomplete: "name",
    maxLength: 60,
    required: true,
    "aria-describedby": problem.id,
  });
  const result = make("div.rc-certificate-place");
  const submit = () => {
    const name = cleanName(input.value);
    problem.hidden = Boolean(name);
    input.ariaInvalid = String(!name);
    if (!name) return view.screen.announce(words.nameMissing), input.focus();
    const { text, tables } = buildCertificate(view, name);
    const parts = [saveButtons(view, text), resultPart(view, text), detailsPart(tables)];
    result.replaceChildren(certificateNode(text), ...parts);
    result.querySelector("h2")?.focus();
  };
  return make(
    "section.rc-certify",
    make("h2", words.certificate),
    make("p", words.certificateHow),
    makeForm("", words.make, "rc-submit", submit, field(words.name, input, problem)),
    result,
  );
}

/** @param {TrackView} view @param {string} name */
function buildCertificate({ screen, track, progress }, name) {
  const modules = progress.flatMap(({ module, pass }) =>
    pass ? [{ id: module.id, title: module.title, answers: answersOf(module, pass) }] : []
  );
  const date = progress.map(({ pass }) => pass?.at.slice(0, 10) ?? "").sort().at(-1) ?? "";
  const { id, asOf, edition } = track;
  const answers = modules.flatMap((module) => module.answers);
  const code = encode({ track: id, name, date, asOf, edition, modules });
  const short = shortCode({ name, track: id, date, ...scoreOf(answers) });
  const address = new URL(screen.root.dataset.check ?? "", location.href).href;
  const facts = { name, track: track.title, date, asOf, edition };
  const text = certificateText(facts, answers, { code, short, address });
  return { text, tables: certificateTables(modules, screen.labels.objective) };
}

/** One sheet of paper. @param {CertificateText} text */
function certificateNode(text) {
  const small = "p.rc-certificate__small";
  return make(
    "article.rc-certificate",
    text.logo && make("img.rc-certificate__logo", { src: text.logo, alt: "" }),
    make("p.rc-certificate__site", text.site),
    make("h2", { tabIndex: -1 }, text.title),
    make("p.rc-certificate__name", { dir: "auto" }, text.name),
    make("p", text.passed),
    make("p.rc-certificate__track", text.track),
    make(
      "dl",
      text.facts.map(([label, value]) => make("div", make("dt", label), make("dd", value))),
    ),
    make(
      "div.rc-certificate__check",
      qrPicture(text.link, text.qr),
      make(
        "div",
        make("p", `${text.codeTitle}: `, make("code.rc-certificate__code", text.short)),
        make(small, `${text.checkAt} `, make("a", { href: linkOf(text) }, text.address)),
        make(small, text.honest),
      ),
    ),
  );
}

/** @param {CertificateText} text */
const linkOf = ({ address, code }) => `${address}#${code.replaceAll(" ", "")}`;

/** What the sheet has no room for. @param {ReturnType<typeof certificateTables>} tables */
const detailsPart = (tables) =>
  make(
    "details.rc-more",
    make("summary", words.details),
    tables.flatMap(({ title, head, rows }) => [make("h3", title), table("", head, rows)]),
  );

/** @param {TrackView} view @param {CertificateText} text */
function saveButtons({ screen, track }, text) {
  const save = makeButton(words.savePdf, async () => {
    screen.announce(words.making);
    try {
      /** @type {typeof import("../certificate.js").rightcodePdf} */
      const { writePdf } = await lazyLoad("certificate.js", "rightcodePdf");
      const name = words.fileName({ track: track.id, date: text.date });
      saveAs(name, await writePdf(text), "application/pdf");
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

/** @param {TrackView} view @param {CertificateText} text */
function resultPart(view, text) {
  const missing = make("p.rc-problem", { hidden: true }, words.resultMissing);
  const save = makeButton(words.saveResult, async () => {
    const result = await trackResult(view, text.name);
    missing.hidden = result !== null;
    if (!result) return view.screen.announce(words.resultMissing);
    const name = words.resultName({ track: view.track.id, date: text.date });
    saveAs(name, writeResult(result), "application/json");
  }, "rc-save-result");
  return make("div.rc-certificate-acts", make("p", words.resultHow), save, missing);
}
