import { make } from "../../../shared/dom.js";
import { quizWords as strings } from "../../../shared/strings/index.js";
import { CELLS, compare, idOf, linesOf, NOTHING, textOf, unitsByCode } from "./claim_lines.js";
import { nearest, reactions, wayLines } from "./claim_reactions.js";

/** @typedef {import("../../../shared/types.d.ts").Question} Question */
/** @typedef {import("./claim_lines.js").Line} Line */

/** @param {Element} section */
const rows = (section) => /** @type {HTMLElement[]} */ ([...section.querySelectorAll(".rc-line")]);

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
  const ticked = modifiers.filter((box) => box.checked).map((box) => box.value);
  return {
    at: Number(row.dataset.line),
    code: code.value,
    units: Number(units.value),
    modifiers: ticked,
  };
}

/** @param {HTMLElement} row */
function complaintAbout(row) {
  const { code, units, modifiers } = parts(row);
  const line = Number(row.dataset.line);
  if (!code.value) {
    return units.value || modifiers.some((box) => box.checked) ? strings.lineCode({ line }) : "";
  }
  const number = Number(units.value);
  const sound = /^\d+$/.test(units.value) && number >= 1 && number <= Number(units.max);
  return sound ? "" : strings.lineUnits({ line, most: Number(units.max) });
}

/**
 * The page knows what the payer does with so many units of a code, and with no more.
 *
 * @param {Element} section
 */
function complaintAboutSums(section) {
  const most = Number(parts(rows(section)[0]).units.max);
  const sums = unitsByCode(rows(section).map(lineIn).filter(({ code }) => code));
  const [code] = [...sums].find(([, units]) => units > most) ?? [];
  return code ? strings.tooManyUnits({ code, most }) : "";
}

/**
 * Code, units and modifiers of every line. Each cell counts; of several right claims the nearest is
 * the measure.
 *
 * @type {import("../question_kind.js").QuestionKind}
 */
export const fillClaim = {
  form: "lines",
  exchanges: true,
  sharesCode: false,
  words: "cells",
  read(section) {
    if (nothingBox(section)?.checked) return [NOTHING];
    return rows(section).map(lineIn).filter(({ code }) => code).map(idOf);
  },
  fill(section, chosen) {
    const lines = linesOf(chosen), box = nothingBox(section);
    if (box) box.checked = chosen.includes(NOTHING);
    for (const row of rows(section)) {
      fillRow(
        row,
        lines.find(({ at }) => at === Number(row.dataset.line)),
      );
    }
  },
  lock(section, locked) {
    for (const field of section.querySelectorAll(".rc-form :is(select, input)")) {
      field.toggleAttribute("disabled", locked);
    }
  },
  arrange: () => {},
  complaint(section) {
    const told = rows(section).map(complaintAbout).find(Boolean) || complaintAboutSums(section);
    const written = rows(section).some((row) => parts(row).code.value);
    if (nothingBox(section)?.checked) return written || told ? strings.nothingAndLines : "";
    return told || (written ? "" : strings.fillFirst);
  },
  fits: ({ options }, chosen) =>
    linesOf(chosen).every(({ code }) => options.some(({ id }) => id === code)),
  isRight: (question, chosen) => tally(question, chosen).wrong === 0,
  score(question, chosen) {
    const { right, wrong } = tally(question, chosen);
    return right / (right + wrong);
  },
  mark: () => "left",
  marks(question, chosen) {
    const written = linesOf(chosen), { wrong, missing } = compared(question, written);
    return ({ id, right }) => {
      if (missing.some(({ code }) => code === id)) return "missed";
      const own = written.findIndex(({ code }) => code === id);
      if (own < 0) return "left";
      return right && !written.some((line, index) => line.code === id && wrong[index].size)
        ? "right"
        : "wrong";
    };
  },
  confusions(question, chosen) {
    const written = linesOf(chosen), { wrong, missing } = compared(question, written);
    const added = written.filter((_, index) => wrong[index].has("code")).map(({ code }) => code);
    const omitted = missing.map(({ code }) => code);
    if (added.length === 1 && omitted.length === 1) {
      return [{ chosen: added[0], right: omitted[0] }];
    }
    return [
      ...added.map((code) => ({ chosen: code, right: null })),
      ...omitted.map((code) => ({ chosen: null, right: code })),
    ];
  },
  reveal(section, question, chosen) {
    const written = linesOf(chosen), { wrong, missing } = compared(question, written);
    written.forEach((line, index) => markRow(section, line, wrong[index]));
    const box = section.querySelector(".rc-payer");
    const faulty = wrong.some((cells) => cells.size) || missing.length > 0;
    if (!(box instanceof HTMLElement) || !faulty) return;
    box.replaceChildren(
      make("p", { className: "rc-payer__title", textContent: strings.payer.title }),
      payerList(question, written, missing),
    );
    section.querySelector(".rc-verdict")?.after(box);
    box.hidden = false;
  },
  conceal(section) {
    for (const cell of section.querySelectorAll(".rc-form [data-mark]")) {
      cell.removeAttribute("data-mark");
    }
    for (const said of section.querySelectorAll(".rc-line__mark")) said.remove();
    section.querySelector(".rc-payer")?.toggleAttribute("hidden", true);
  },
};

/** @param {HTMLElement} row @param {Line | undefined} line */
function fillRow(row, line) {
  const { code, units, modifiers } = parts(row);
  code.value = line?.code ?? "";
  units.value = line ? String(line.units) : "";
  for (const box of modifiers) box.checked = line?.modifiers.includes(box.value) ?? false;
}

/** @param {Question} question @param {Line[]} written */
const compared = (question, written) =>
  compare(wayLines(nearest(question.data.ways, written)), written);

/**
 * Cells that are right and cells to change; a line that is missing has three.
 *
 * @param {Question} question
 * @param {string[]} chosen
 */
function tally(question, chosen) {
  const { wrong, missing } = compared(question, linesOf(chosen));
  const cells = wrong.map((
    found,
  ) => (found.has("code") ? { right: 0, wrong: 1 } : { right: 3 - found.size, wrong: found.size }));
  const sum = (/** @type {"right" | "wrong"} */ key) =>
    cells.reduce((total, cell) => total + cell[key], 0);
  return { right: sum("right"), wrong: sum("wrong") + 3 * missing.length };
}

/**
 * A sign to see and words to hear at every cell.
 *
 * @param {Element} section
 * @param {Line} line
 * @param {Set<string>} wrong
 */
function markRow(section, line, wrong) {
  const row = section.querySelector(`.rc-line[data-line="${line.at}"]`);
  for (const name of wrong.has("code") ? ["code"] : CELLS) {
    const cell = row?.querySelector(`.rc-line__${name}`);
    const mark = wrong.has(name) ? "wrong" : "right";
    cell?.setAttribute("data-mark", mark);
    const sign = make("span", { textContent: strings.signs[mark] });
    sign.setAttribute("aria-hidden", "true");
    const said = (mark === "right" ? strings.cellRight : strings.cellWrong)({
      part: strings.cells[/** @type {"code"} */ (name)],
    });
    cell?.append(
      make(
        "span",
        { className: "rc-line__mark" },
        sign,
        make("span", { className: "rc-hidden", textContent: said }),
      ),
    );
  }
}

/** @param {Question} question @param {Line[]} written @param {Line[]} missing */
function payerList({ data }, written, missing) {
  const way = nearest(data.ways, written);
  const told = written.map((line) => payerRow(line, reactions(data.faults, way, written, line)));
  const left = missing.map((line) => make("li", {}, strings.payer.missing({ line: textOf(line) })));
  return make("ul", {}, ...told, ...left);
}

/** @param {Line} line @param {import("./claim_reactions.js").Fault[]} faults */
function payerRow(line, faults) {
  const verdict = /** @type {"paid"} */ (faults[0]?.[0] ?? "paid");
  const stamp = make("strong", {
    className: `rc-stamp rc-stamp--${verdict}`,
    textContent: strings.payer.verdicts[verdict],
  });
  const row = make(
    "li",
    {},
    make("span", { className: "rc-name", textContent: textOf(line) }),
    " ",
    stamp,
  );
  if (!faults.length) row.append(" ", strings.payer.clean);
  for (const [, denial, text, mend] of faults) {
    row.append(
      make(
        "p",
        {},
        [text, denial].filter(Boolean).join(" "),
        " ",
        make("strong", { textContent: strings.payer.mend }),
        ` ${mend}`,
      ),
    );
  }
  return row;
}
