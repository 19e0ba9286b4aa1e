/** The link, QR code and file of an assignment, and its questions for other programs. */
import { isReachable } from "../format/assignment.js";
import { toFragment } from "../format/link.js";
import { toYaml } from "../format/yaml_writer.js";
import { saveAs } from "../../shared/save_file.js";
import { copyText } from "../../shared/copy_text.js";
import { lazyLoad } from "../../shared/lazy_load.js";
import { make, makeButton } from "../../shared/dom.js";
import { loadQuestion } from "../../practice/question_bank.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { loadQuestionTools } from "./question_tools.js";

/** @import { BuilderQuestion, Draft } from "../types.d.ts" */
/** @import { Format } from "./text_formats.js" */

/** @typedef {Awaited<ReturnType<typeof loadQuestionTools>>} Tools */

/**
 * @typedef {{draft: Draft, items: string[], run: string, announce: (text: string) => void}}
 *   DownloadsInput
 */

/** @param {DownloadsInput} input */
export function downloads(input) {
  const { draft, items, run } = input;
  const link = pageOf(run) + toFragment({ ...draft, items });
  return [
    make("h3", words.handOut),
    ...(draft.lrs && !isReachable(draft.lrs) ? [make("p.rc-warning", words.otherHost)] : []),
    linkPart(input, link),
    qrPart(input, link),
    yamlPart(input),
    formatsPart(input),
  ];
}

/** The address of the learner's page; a file address needs its index.html. @param {string} run */
function pageOf(run) {
  const page = new URL(run, location.href);
  if (page.protocol === "file:" && page.pathname.endsWith("/")) page.pathname += "index.html";
  page.hash = page.search = "";
  return page.href;
}

/** @param {DownloadsInput} input @param {string} link */
function linkPart({ announce }, link) {
  const field = make("input", { id: "rc-link", readOnly: true, value: link });
  field.addEventListener("focus", () => field.select());
  const copy = async () => {
    const done = await copyText(link);
    if (!done) field.focus();
    announce(done ? words.copied : words.copyFailed);
  };
  const props = { href: link, target: "_blank", rel: "noopener" };
  const open = make("a.rc-button.rc-open-link", props, words.open);
  return make(
    "div",
    make("label.rc-field", make("span", words.link), field),
    make("p.rc-actions", makeButton(words.copy, copy, "rc-button--primary rc-copy"), " ", open),
    make("p.rc-note-small", words.linkLength({ signs: link.length })),
  );
}

/** @param {DownloadsInput} input @param {string} link */
function qrPart(input, link) {
  const place = make("div");
  loadQr().then(
    (draw) => place.replaceChildren(...qrNodes(input, draw(link, qrTitle(input)))),
    () => place.replaceChildren(make("p", words.noQr)),
  );
  return make("div", make("h4", words.qr), place);
}

/** @returns {Promise<typeof import("../../shared/qr_code.js").qrPicture>} */
const loadQr = () => lazyLoad("qr-code.js", "rightcodeQrPicture");

/** @param {DownloadsInput} input */
const qrTitle = ({ draft }) => words.qrOf({ title: draft.title });

/** @param {DownloadsInput} input @param {Element | null} picture */
function qrNodes(input, picture) {
  if (!picture) return [make("p.rc-no-qr", words.qrTooLong)];
  const saveSvg = () =>
    save(input, "-qr.svg", "image/svg+xml", new XMLSerializer().serializeToString(picture));
  return [picture, make("p.rc-actions", makeButton(words.saveQr, saveSvg))];
}

/** @param {DownloadsInput} input */
function yamlPart(input) {
  const text = toYaml(input.draft);
  const props = { tabIndex: 0, role: "region", "aria-label": words.yaml };
  const saveYaml = () => save(input, ".yaml", "application/yaml", text);
  return make(
    "div",
    make("h4", words.yaml),
    make("p", words.yamlNote, input.draft.own ? ` ${words.yamlOwn}` : ""),
    make("pre.rc-yaml", props, make("code", text)),
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
  const load = async (/** @type {(questions: BuilderQuestion[], tools: Tools) => void} */ use) => {
    try {
      const [tools, ...questions] = await Promise.all([
        loadQuestionTools(),
        ...items.map(loadQuestion),
      ]);
      use(tools.placeOptions(questions), tools);
    } catch (problem) {
      console.info(problem);
      announce(words.notLoaded);
    }
  };
  const buttons = formats.map(([label, format]) =>
    makeButton(label, () =>
      load((questions, { combine, FORMATS }) => {
        const { ending, type } = FORMATS[format];
        save(input, `-${ending}`, type, combine(format, questions, draft.title));
      }))
  );
  const print = () => load((questions, tools) => tools.printAssignment(draft, questions));
  return make(
    "div",
    make("h4", words.formats),
    make("p", words.formatsNote, draft.names ? ` ${words.formatsBare}` : ""),
    draft.own && make("p", words.formatsOwn),
    make(
      "p.rc-actions",
      buttons.map((button) => [button, " "]),
      makeButton(words.print, print, "rc-print"),
      " ",
    ),
  );
}

/**
 * @param {DownloadsInput} input
 * @param {string} ending Of the file's name.
 * @param {string} type
 * @param {string} content
 */
function save({ draft, announce }, ending, type, content) {
  const name = draft.id + ending;
  saveAs(name, content, type);
  announce(words.saved({ name }));
}
