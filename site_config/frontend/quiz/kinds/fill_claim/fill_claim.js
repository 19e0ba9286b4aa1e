import { listOf, make } from "../../../shared/dom.js";
import { claimWords as words, quizWords as strings } from "../../../shared/strings/index.js";
import { claimJudge, compared } from "./claim_judge.js";
import { CELLS, idOf, linesOf, NOTHING, textOf, unitsByCode } from "./claim_lines.js";
import { faultsOf, nearest, reactions } from "./claim_reactions.js";

/** @import { Question } from "../../../shared/types.d.ts" */
/** @import { Line } from "./claim_lines.js" */
/** @import { Fault } from "./claim_reactions.js" */

/** @param {Element} section @returns {HTMLElement[]} */
const rows = (section) => Array.from(section.querySelectorAll(".rc-line"));

/** @param {Element} section @returns {HTMLInputElement | null} */
const nothingBox = (section) => section.querySelector(".rc-nothing input");

/** @param {Element} row */
const parts = (row) => ({
  code: /** @type {HTMLSelectElement} */ (row.querySelector("select")),
  units: /** @type {HTMLInputElement} */ (row.querySelector("input[type=number]")),
  modifiers: /** @type {HTMLInputElement[]} */ ([...row.querySelectorAll("input[type=checkbox]")]),
});

/** @param {HTMLElement} row @returns {Line} */
function lineIn(row) {
  const { code, units, modifiers } = parts(row);
  return {
    at: Number(row.dataset.line),
    code: code.value,
    units: Number(units.value),
    modifiers: modifiers.filter((box) => box.checked).map((box) => box.value),
  };
}

/** @param {Element} section */
const written = (section) => rows(section).map(lineIn).filter(({ code }) => code);

/** @param {HTMLElement} row */
function complaintAbout(row) {
  const { value, max } = parts(row).units;
  const { at: line, code, units, modifiers } = lineIn(row);
  if (!code) return value || modifiers.length ? words.lineCode({ line }) : "";
  const sound = /^\d+$/.test(value) && units >= 1 && units <= Number(max);
  return sound ? "" : words.lineUnits({ line, most: Number(max) });
}

/**
 * The page knows what the payer does with so many units of a code, and with no more.
 *
 * @param {Element} section
 */
function complaintAboutSums(section) {
  const most = Number(parts(rows(section)[0]).units.max);
  const [code] = [...unitsByCode(written(section))].find(([, units]) => units > most) ?? [];
  return code ? words.tooManyUnits({ code, most }) : "";
}

/**
 * Code, units and modifiers of every line.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const fillClaim = {
  ...claimJudge,
  read: (section) => nothingBox(section)?.checked ? [NOTHING] : written(section).map(idOf),
  fill(section, chosen) {
    const lines = linesOf(chosen), box = nothingBox(section);
    if (box) box.checked = chosen.includes(NOTHING);
    for (const row of rows(section)) {
      const line = lines.find(({ at }) => at === Number(row.dataset.line));
      const { code, units, modifiers } = parts(row);
      code.value = line?.code ?? "";
      units.value = String(line?.units || "");
      for (const box of modifiers) box.checked = line?.modifiers.includes(box.value) ?? false;
    }
  },
  lock(section, locked) {
    for (const field of section.querySelectorAll(".rc-form :is(select, input)")) {
      field.toggleAttribute("disabled", locked);
    }
  },
  arrange: () => {},
  complaint(section) {
    const found = rows(section).map(complaintAbout).find(Boolean) || complaintAboutSums(section);
    const isEmpty = !written(section).length;
    if (nothingBox(section)?.checked) return isEmpty && !found ? "" : words.nothingAndLines;
    return found || (isEmpty ? words.fillFirst : "");
  },
  reveal(section, question, chosen) {
    const { lines, wrong, missing } = compared(question, chosen);
    lines.forEach((line, index) => markRow(section, line, wrong[index]));
    const box = section.querySelector(".rc-payer");
    const faulty = wrong.some((cells) => cells.size) || missing.length > 0;
    if (!(box instanceof HTMLElement) || !faulty) return;
    box.replaceChildren(
      make("p.rc-payer__title", words.payer.title),
      payerList(question, lines, missing),
    );
    section.querySelector(".rc-verdict")?.after(box);
    box.hidden = false;
  },
  conceal(section) {
    for (const cell of section.querySelectorAll(".rc-form [data-mark]")) {
      cell.removeAttribute("data-mark");
    }
    for (const mark of section.querySelectorAll(".rc-line__mark")) mark.remove();
    section.querySelector(".rc-payer")?.toggleAttribute("hidden", true);
  },
};

/** @param {Element} section @param {Line} line @param {Set<string>} wrong */
function markRow(section, line, wrong) {
  const row = section.querySelector(`.rc-line[data-line="${line.at}"]`);
  for (const name of CELLS.slice(0, wrong.has("code") ? 1 : 3)) {
    const cell = row?.querySelector(`.rc-line__${name}`);
    const mark = wrong.has(name) ? "wrong" : "right";
    cell?.setAttribute("data-mark", mark);
    const label = words[mark === "right" ? "cellRight" : "cellWrong"];
    const sign = make("span", { "aria-hidden": "true" }, strings.signs[mark]);
    const text = make("span.rc-hidden", label({ part: words.cells[name] }));
    cell?.append(make("span.rc-line__mark", sign, text));
  }
}

/** @param {Question} question @param {Line[]} lines @param {Line[]} missing */
function payerList({ data }, lines, missing) {
  const answer = nearest(data.ways, lines);
  const faults = faultsOf(data);
  return listOf("ul", [
    ...lines.map((line) => payerRow(line, reactions(faults, answer, lines, line))),
    ...missing.map((line) => words.payer.missing({ line: textOf(line) })),
  ]);
}

/** @param {Line} line @param {Fault[]} faults */
function payerRow(line, faults) {
  const verdict = /** @type {"paid"} */ (faults[0]?.[0] ?? "paid");
  const stamp = make(`strong.rc-stamp.rc-stamp--${verdict}`, words.payer.verdicts[verdict]);
  const rows = faults.map(([, denial, text, correction]) =>
    make(
      "p",
      [text, denial].filter(Boolean).join(" "),
      " ",
      make("strong", words.payer.fix),
      ` ${correction}`,
    )
  );
  const clean = faults.length ? [] : [" ", words.payer.clean];
  return [make("span.rc-name", textOf(line)), " ", stamp, clean, rows];
}
