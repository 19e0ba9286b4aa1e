/** The link, QR code and file of an assignment, and its questions for other programs. */
import { isReachable } from "../format/assignment.js";
import { toFragment } from "../format/link.js";
import { toYaml } from "../format/yaml_writer.js";
import { saveAs } from "../../shared/save_file.js";
import { make, makeButton } from "../../shared/dom.js";
import { loadQuestion } from "../../practice/question_bank.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { placeOptions } from "./option_order.js";
import { printAssignment } from "./print_view.js";
import { qrPicture } from "./qr_code.js";
import { combine, FORMATS } from "./text_formats.js";

/** @import { BuilderQuestion, Draft } from "../types.d.ts" */
/** @import { Format } from "./text_formats.js" */

/**
 * @typedef {{draft: Draft, items: string[], run: string, announce: (text: string) => void}}
 *   DownloadsInput
 */

const SVG = "image/svg+xml";

/** The address of the learner's page; a file address needs its index.html. @param {string} run */
function pageOf(run) {
  const page = new URL(run, location.href);
  if (page.protocol === "file:" && page.pathname.endsWith("/")) page.pathname += "index.html";
  page.hash = page.search = "";
  return page.href;
}

/** @param {DownloadsInput} input @returns {Node[]} */
export function downloads(input) {
  const { draft, items, run } = input;
  const { draw: _, seed: __, order: ___, ...terms } = draft;
  const link = pageOf(run) + toFragment({ ...terms, items });
  return [
    make("h3", words.handOut),
    ...(draft.lrs && !isReachable(draft.lrs) ? [make("p.rc-warning", words.otherHost)] : []),
    linkPart(input, link),
    qrPart(input, link),
    yamlPart(input),
    formatsPart(input),
  ];
}

/** @param {DownloadsInput} given @param {string} link */
function linkPart({ announce }, link) {
  const field = make("input", { id: "rc-link", readOnly: true, value: link });
  field.addEventListener("focus", () => field.select());
  const label = make("label.rc-field", make("span", words.link), field);
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(link).then(() => true, () => false);
    if (!done) field.focus();
    announce(done ? words.copied : words.copyFailed);
  };
  const open = make(
    "a.rc-button.rc-open-link",
    { href: link, target: "_blank", rel: "noopener" },
    words.open,
  );
  const note = make("p.rc-note-small", words.linkLength({ signs: link.length }));
  return make(
    "div",
    label,
    make("p.rc-actions", makeButton(words.copy, copy, "rc-button--primary rc-copy"), " ", open),
    note,
  );
}

/** @param {DownloadsInput} given @param {string} link */
function qrPart({ draft, announce }, link) {
  const picture = qrPicture(link, words.qrOf({ title: draft.title }));
  const heading = make("h4", words.qr);
  if (!picture) {
    return make("div", heading, make("p.rc-no-qr", words.qrTooLong));
  }
  const name = `${draft.id}-qr.svg`;
  const savePicture = () =>
    save(name, SVG, new XMLSerializer().serializeToString(picture), announce);
  return make("div", heading, picture, make("p.rc-actions", makeButton(words.saveQr, savePicture)));
}

/** @param {DownloadsInput} given */
function yamlPart({ draft, announce }) {
  const text = toYaml(draft);
  const code = make(
    "pre.rc-yaml",
    { tabIndex: 0, role: "region", "aria-label": words.yaml },
    make("code", text),
  );
  const saveYaml = () => save(`${draft.id}.yaml`, "application/yaml", text, announce);
  return make(
    "div",
    make("h4", words.yaml),
    make("p", words.yamlNote),
    code,
    make("p.rc-actions", makeButton(words.saveYaml, saveYaml)),
  );
}

/** @param {DownloadsInput} input */
function formatsPart(input) {
  const { draft, items, announce } = input;
  /** @type {[string, Format][]} */
  const formats = [
    [words.moodle, "moodle"],
    [words.gift, "gift"],
    [words.csvQuestions, "questions"],
    [words.csvAnswers, "answers"],
  ];
  const load = async (/** @type {(questions: BuilderQuestion[]) => void} */ use) => {
    try {
      use(placeOptions(await Promise.all(items.map(loadQuestion))));
    } catch (problem) {
      console.info(problem);
      announce(words.notLoaded);
    }
  };
  const buttons = formats.map(([label, format]) => {
    const { ending, type } = FORMATS[format];
    return makeButton(
      label,
      () =>
        load((questions) =>
          save(`${draft.id}-${ending}`, type, combine(format, questions), announce)
        ),
    );
  });
  const print = makeButton(
    words.print,
    () => load((questions) => printAssignment(draft, questions)),
    "rc-print",
  );
  return make(
    "div",
    make("h4", words.formats),
    make("p", words.formatsNote),
    make("p.rc-actions", [...buttons, print].flatMap((button) => [button, " "])),
  );
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} content
 * @param {(text: string) => void} announce
 */
function save(name, type, content, announce) {
  saveAs(name, content, type);
  announce(words.saved({ name }));
}
