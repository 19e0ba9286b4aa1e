import { toCsv } from "../classroom/results/spreadsheets.js";
import { calendarDay } from "../shared/dates.js";
import { field, listOf, make, makeButton, makeForm } from "../shared/dom.js";
import { parseJson } from "../shared/json.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { saveAs } from "../shared/save_file.js";
import { scrollRegion, table } from "../shared/table.js";
import { collectWords as words, tracksWords } from "../shared/strings/index.js";
import { loadOwn, pdfContent, reasonText } from "./certificate_check.js";
import { scoreOf, scoreText } from "./certificate_text.js";
import { collect, linesOf, staffIn, staffTable, unlisted } from "./collection.js";
import { verify } from "./verify.js";

/** @import { Screen } from "./types.d.ts" */
/** @import { Flag, Found, Row } from "./collection.js" */

/** Opens many certificates and shows who has which track. @param {Screen} screen */
export function certificateCollection(screen) {
  screen.show(new Collection(screen).nodes);
}

class Collection {
  /** @type {Found[]} */ #found = [];
  /** @type {Row[]} */ #rows = [];
  #screen;
  /** @type {Record<string, string>} */ #titles;
  #pasted = make("textarea", { id: "rc-collect-codes", rows: 4, spellcheck: false });
  #staff = make("textarea", { id: "rc-collect-staff", rows: 5, spellcheck: false });
  #needed = make("select", { id: "rc-collect-track" });
  #result = make("div.rc-collected");
  #signOffs = make("div");
  /** @type {import("./sign_off.js").SignOff | undefined} */ #signOff;

  /** @param {Screen} screen */
  constructor(screen) {
    this.#screen = screen;
    const names = parseJson(screen.root.querySelector("script.rc-names")?.textContent);
    this.#titles = names?.tracks ?? {};
    this.#needed.append(
      make("option", { value: "" }, words.anyTrack),
      ...Object.entries(this.#titles).map(([value, text]) => make("option", { value }, text)),
    );
    this.#staff.addEventListener("input", () => this.#rows.length && this.#show());
    this.#needed.addEventListener("change", () => this.#rows.length && this.#show());
  }

  get nodes() {
    const files = make("input", {
      id: "rc-collect-files",
      type: "file",
      accept: ".pdf,application/pdf",
      multiple: true,
    });
    files.addEventListener("change", () => this.#openFiles([...(files.files ?? [])]));
    const add = () => this.#addPasted();
    return [
      makeForm(
        ".rc-collect",
        words.add,
        "rc-collect-add",
        add,
        field(words.files, files),
        field(words.paste, this.#pasted),
      ),
      make(
        "div.rc-form",
        field(words.staff, this.#staff, make("p.rc-hint", words.staffHint)),
        field(words.needed, this.#needed),
      ),
      this.#result,
    ];
  }

  /** @param {File[]} files */
  async #openFiles(files) {
    this.#screen.announce(words.reading);
    const read = [];
    for (const file of files) {
      const { code, address } = await pdfContent(file);
      read.push({ source: file.name, text: code, address });
    }
    await this.#add(read);
  }

  async #addPasted() {
    const lines = linesOf(this.#pasted.value, (line) => words.line({ line }));
    if (!lines.length) return this.#screen.announce(words.nothing), this.#pasted.focus();
    this.#pasted.value = "";
    await this.#add(lines);
  }

  /** @param {Found[]} found */
  async #add(found) {
    this.#found.push(...found);
    const { root, env } = this.#screen;
    const today = env.now().toISOString().slice(0, 10);
    const ours = new URL(root.dataset.check ?? "", location.href).href;
    this.#rows = await collect(this.#found, (code) => verify(code, loadOwn, today), ours);
    this.#show();
    this.#screen.announce(this.#summary());
    await this.#showSignOffs().catch(console.info);
  }

  #summary() {
    const counted = this.#rows.filter(({ counts }) => counts).length;
    const flagged = this.#rows.filter(({ flags }) => flags.length).length;
    return words.summary({ total: this.#rows.length, counted, flagged });
  }

  #show() {
    const staff = staffIn(this.#staff.value);
    this.#result.replaceChildren(
      make("h2", words.title),
      make("p.rc-told", this.#summary()),
      scrollRegion(words.title, this.#table()),
      make(
        "p.rc-certificate-acts",
        makeButton(words.csv, () => this.#save("certificates.csv", this.#cells()), "rc-save-csv"),
        " ",
        makeButton(words.clear, () => this.#clear(), "rc-collect-clear"),
      ),
      ...(staff.length ? this.#staffPart(staff) : []),
      this.#signOffs,
    );
  }

  /** Sheets to sign, once their script has come and a certificate counts. */
  async #showSignOffs() {
    /** @type {typeof import("./sign_off.js")} */
    const { SignOff } = await lazyLoad("sign-off.js", "rightcodeSignOff");
    const { labels } = this.#screen;
    const title = (/** @type {string} */ id) => this.#title(id);
    this.#signOff ??= new SignOff({ title, objective: labels.objective });
    const hasSome = this.#rows.some(({ counts }) => counts);
    this.#signOffs.replaceChildren(...hasSome ? [this.#signOff.show(this.#rows)] : []);
  }

  #table() {
    const rows = this.#rows.map((row) => {
      const { decoded } = row.verdict;
      const flags = row.flags.map((one) => flagText(row, one));
      return [
        make("span", make("bdi", decoded?.name ?? "–"), make("small", make("bdi", row.source))),
        make(
          "span",
          make("strong", stateIn(row)),
          make("small", scoreIn(row)),
          flags.length > 0 && listOf("ul.rc-notices", flags),
        ),
        decoded ? this.#title(decoded.track) : "–",
        decoded ? calendarDay(decoded.date) : "–",
      ];
    });
    const [name, track, date, , result] = words.columns;
    return table("rc-certificates-table", [name, result, track, date], rows);
  }

  #cells() {
    const rows = this.#rows.map((row) => {
      const { decoded } = row.verdict;
      const flags = row.flags.map((one) => flagText(row, one)).join(" ");
      const track = decoded ? this.#title(decoded.track) : "";
      const score = scoreIn(row);
      return [decoded?.name, track, decoded?.date, score, stateIn(row), flags, row.source];
    });
    return { title: words.title, head: words.columns, rows };
  }

  /** @param {string} id */
  #title(id) {
    return this.#titles[id] ?? id;
  }

  /** The tracks that are looked for. */
  get #tracks() {
    const seen = this.#rows.flatMap(({ counts, verdict }) =>
      counts && verdict.decoded ? [verdict.decoded.track] : []
    );
    return this.#needed.value ? [this.#needed.value] : [...new Set(seen)];
  }

  /** @param {string[]} staff @returns {Node[]} */
  #staffPart(staff) {
    const tracks = this.#tracks;
    const people = staffTable(staff, this.#rows, tracks);
    const missing = people.filter(({ days }) => !days.some(Boolean)).map(({ name }) => name);
    const others = unlisted(staff, this.#rows);
    const head = [words.name, ...tracks.map((id) => this.#title(id))];
    const shown = people.map(({ name, days }) => [
      make("bdi", name),
      ...days.map((day) => day ? `✓ ${calendarDay(day)}` : make("strong", words.missing)),
    ]);
    const csv = { title: words.staffTitle, head, rows: people.map(rowIn) };
    return [
      make("h2", words.staffTitle),
      make(
        "p.rc-told",
        words.staffSummary({ done: staff.length - missing.length, total: staff.length }),
      ),
      missing.length ? make("p", `${words.missingNames} `, make("bdi", missing.join(", "))) : "",
      others.length ? make("p", `${words.unlisted} `, make("bdi", others.join(", "))) : "",
      scrollRegion(words.staffTitle, table("rc-staff-table", head, shown)),
      make("p.rc-certificate-acts", makeButton(words.staffCsv, () => this.#save("staff.csv", csv))),
    ].filter((node) => node instanceof Node);
  }

  /** @param {string} name @param {Parameters<typeof toCsv>[0]} content */
  #save(name, content) {
    saveAs(name, toCsv(content), "text/csv");
  }

  #clear() {
    [this.#found, this.#rows] = [[], []];
    this.#signOffs.replaceChildren();
    this.#result.replaceChildren();
    this.#screen.announce(words.cleared);
    this.#pasted.focus();
  }
}

/** @param {{name: string, days: string[]}} person */
const rowIn = ({ name, days }) => [name, ...days.map((day) => day || words.missing)];

/** @param {Row} row */
function scoreIn({ verdict: { modules = [] } }) {
  const answers = modules.flatMap((module) => module.answers);
  return answers.length ? scoreText(scoreOf(answers)) : "";
}

/** @param {Row} row */
function stateIn({ counts, flags, verdict: { state } }) {
  if (counts) return words.done;
  if (flags.some(({ name }) => name === "short")) return tracksWords.unknown;
  return state === "consistent" ? words.notCounted : tracksWords[state];
}

/** @param {Row} row @param {Flag} flag */
function flagText({ verdict }, { name, about }) {
  const text = /** @type {Record<string, any>} */ (words.flags)[name];
  if (name === "altered" || name === "unknown") return `${text} ${reasonText(verdict)}`;
  return about ? text({ about }) : String(text);
}
