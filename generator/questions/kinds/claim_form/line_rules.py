"""Cells of the service lines, a row for each code of the charge slip."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim_result import ClaimResult
from generator.billing.reasons import Reason
from generator.facts.visits import MOST_UNITS
from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.claim_form.claim_form_case import Cell, ClaimCase
from generator.questions.kinds.claim_form.diagnosis_rules import (
    LETTERS,
    BoxedDiagnoses,
    pointers,
)
from generator.questions.kinds.claim_form.form_case import FormCase
from generator.questions.kinds.claim_form.form_fields import (
    INSTITUTIONAL,
    PROFESSIONAL,
    BoxField,
    Entry,
    FormGroup,
    box_of,
    field_of,
    form_reason,
    value_of,
)
from generator.questions.kinds.claim_form.institutional_rules import (
    THERAPIES,
    covered,
    stamp,
    therapy_of,
)

NOT_BILLED = "not billed"
NONE = "none"
NAMES: Mapping[Cell, str] = {
    "revenue": "Revenue code",
    "date": "Date of the line",
    "units": "Units",
    "modifiers": "Modifiers",
    "pointer": "Diagnosis pointer",
    "charge": "Charge",
}
BOXES: Mapping[str, Mapping[Cell, str]] = {
    PROFESSIONAL: {"modifiers": "24D", "pointer": "24E", "charge": "24F", "units": "24G"},
    INSTITUTIONAL: {
        **{"revenue": "42", "modifiers": "44", "date": "45", "units": "46", "charge": "47"}
    },
}
CellEntries = tuple[Entry | None, list[Entry]]
"""The right entry, where the line is billed, and wrong ones."""


@dataclass(frozen=True)
class SlipRow:
    """A code of the charge slip, and its line where it is billed."""

    code: str
    line: BilledLine | None
    why: str
    why_modified: str = ""


def slip_rows(codes: Sequence[str], billed: ClaimResult) -> tuple[SlipRow, ...]:
    """Each code with its line; raises `Underivable` where the form cannot show the claim."""
    lines = {line.code: line for line in billed.lines}
    if billed.alternatives or len(lines) < len(billed.lines):
        raise UnderivableError(
            "a form has one claim with one line for each code; change the minutes", "visit"
        )
    if absent := " and ".join(sorted(set(lines) - set(map(str, codes)))):
        raise UnderivableError(f"the claim has {absent}, which 'codes' leaves out", "codes")
    refused = {entry.code: entry.reason.text for entry in billed.not_billed if entry.code}
    return tuple(
        _billed_row(lines[code])
        if code in lines
        else SlipRow(code, None, refused.get(code, f"The note has nothing billed as {code}."))
        for code in map(str, codes)
    )


def _billed_row(line: BilledLine) -> SlipRow:
    """The line with the reasons of its units and those of its modifiers."""
    texts = dict.fromkeys(reason.text for reason in line.reasons)
    named = tuple(f"{name}:" for name in line.modifiers)
    of_modifiers = [text for text in texts if named and text.startswith(named)]
    rest = [text for text in texts if text not in of_modifiers]
    modified = " ".join(of_modifiers or rest if line.modifiers else ["No modifier is needed."])
    return SlipRow(line.code, line, " ".join(rest), modified)


def fee_cents(case: ClaimCase, code: str) -> int:
    """The fee for one unit, in cents; raises `Underivable` where the case has none."""
    amounts = [fee.amount for fee in case.fees if fee.code == code]
    if not amounts:
        raise UnderivableError(f"the case has no fee for {code}; add it to 'fees'", "case")
    return int(amounts[0].replace(".", ""))


def dollars(cents: int) -> str:
    """'96.00'."""
    return f"{cents // 100}.{cents % 100:02}"


@dataclass(frozen=True)
class SlipForm:
    """What the cells of all rows are made from."""

    found: FormCase
    diagnoses: BoxedDiagnoses
    modifiers: Sequence[Sequence[str]]
    cells: Sequence[Cell]
    fields: int

    def group(self, row: SlipRow) -> FormGroup:
        """The cells of one code."""
        return FormGroup(f"Charge slip: {row.code}", tuple(self._fields(row)))

    def _fields(self, row: SlipRow) -> Iterator[BoxField]:
        form = self.found.form
        makers: Mapping[Cell, Callable[[SlipRow], CellEntries]] = {
            "revenue": self._revenue,
            "date": self._date,
            "units": _units,
            "modifiers": self._modifiers,
            "pointer": self._pointer,
            "charge": self._charge,
        }
        for cell in self.cells:
            if not (box := BOXES[form.id].get(cell)):
                raise UnderivableError(f"lines of this form have no {cell}; leave it out", "cells")
            right, wrong = makers[cell](row)
            reasons: tuple[Reason, ...] = ()
            if right and cell not in ("units", "modifiers"):
                text = f"{form.unit} {box}, {row.code}: {right[1]}"
                reasons = (form_reason(form, box_of(form, box), text),)
            yield field_of(f"{row.code}-{cell}", box, NAMES[cell], right, wrong, reasons)

    def _revenue(self, row: SlipRow) -> CellEntries:
        mine = revenue_name(self.found, row.code)
        right = value_of(self.found.form, "42", mine)
        names = [f"{one}{end}" for end in ("", "-evaluation") for one in THERAPIES]
        names.sort(key=lambda name: (name.split("-")[0] != self.found.discipline, name))
        values = [value_of(self.found.form, "42", name) for name in (*names[:4], "total")]
        if not row.line:
            return None, [(one.value, "The code is not billed.") for one in values]
        wrong = [(one.value, f"{one.value} is for: {one.means}.") for one in values]
        return (right.value, f"{right.value}: {right.means}."), wrong

    def _date(self, row: SlipRow) -> CellEntries:
        found, case = self.found, self.found.case
        right = stamp(found.date)
        days = (case.first_visit, case.plan_of_care, *covered(found))
        others = [stamp(day) for day in days if day]
        if not row.line:
            return None, [(text, "The code is not billed.") for text in (right, *others)]
        why = "Each line has the day on which its service was provided."
        return (right, why), [(text, why) for text in others]

    def _modifiers(self, row: SlipRow) -> CellEntries:
        known = row.line.modifiers if row.line else ()
        offered = [" ".join(_ordered(names, known)) or NONE for names in self.modifiers]
        if not row.line:
            return None, [(text, "The code is not billed.") for text in offered]
        right = " ".join(known) or NONE
        if set(right.split()) not in [set(text.split()) for text in offered]:
            raise UnderivableError(
                f"the line of {row.code} needs {right}, which 'modifiers' does not offer",
                "modifiers",
            )
        wrong = [
            (text, f"The line needs {right}.")
            for text in offered
            if set(text.split()) != set(right.split())
        ]
        return (right, row.why_modified), wrong

    def _pointer(self, row: SlipRow) -> CellEntries:
        listed = [code for code, _ in self.diagnoses.listed]
        letters = LETTERS[: max(len(listed), self.fields)]
        if not row.line:
            return None, [(letter, "The code is not billed.") for letter in letters]
        one_only = self.found.policy.takes_one_pointer
        right = pointers(self.found.case, self.diagnoses, row.code, 1 if one_only else 4)
        named = " and ".join(listed[LETTERS.index(letter)] for letter in right)
        only = "; Medicare takes one letter on a line" if one_only else ""
        wrong = [
            *((one, f"{row.code} treats {named}, letter {right}.") for one in letters),
            (
                LETTERS[: len(listed)],
                f"A line points only to what it treats: {named}, letter {right}{only}.",
            ),
            ("1", "The box holds a letter, not a number."),
            (listed[LETTERS.index(right[0])], "The box holds the letter, not the code."),
        ]
        return (right, f"{row.code} treats {named}{only}."), wrong

    def _charge(self, row: SlipRow) -> CellEntries:
        fee = fee_cents(self.found.case, row.code)
        if not row.line:
            return None, [(dollars(fee), "The code is not billed.")]
        units = row.line.units
        sum_text = f"{units} × {dollars(fee)}"
        wrong = [
            (dollars(fee * other), f"The line's charge is fee times units: {sum_text}.")
            for other in (1, units + 1, max(1, units - 1), 2 * units)
        ]
        return (dollars(fee * units), f"The fee times the units: {sum_text}."), wrong


def revenue_name(found: FormCase, code: str) -> str:
    """The id of the revenue code: of the discipline, and of an evaluation where it is one."""
    evaluation = f"{therapy_of(found)}-evaluation"
    codes = value_of(found.form, "42", evaluation).codes
    return evaluation if code in codes else found.discipline


def _ordered(names: Sequence[str], known: Sequence[str]) -> list[str]:
    """Modifiers in the order that the line has them, others behind."""
    return sorted(names, key=lambda name: (known.index(name) if name in known else 9, name))


def _units(row: SlipRow) -> CellEntries:
    right = row.line.units if row.line else 0
    near = [number for number in range(max(0, right - 2), right + 3) if number <= MOST_UNITS]
    texts = {number: str(number) if number else NOT_BILLED for number in (0, *near)}
    return (texts[right], row.why), [(text, row.why) for text in texts.values()]
