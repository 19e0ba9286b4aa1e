"""Fill in the boxes of a claim on a CMS-1500 or UB-04: every field is judged by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from generator.billing.claim_result import ClaimResult
from generator.billing.payer_policy import policy_of
from generator.exports.portable_question import ExportChoice, FormEntries
from generator.facts.base import CodeId, Keys, Text
from generator.facts.claim_forms import ClaimFormGuide
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.facts.visits import Modifier
from generator.questions.kinds.answers import (
    Answer,
    AnswerView,
    Key,
    OptionView,
    OwnKey,
    UnderivableError,
    distinct,
)
from generator.questions.kinds.claim_form.box_rules import box_field
from generator.questions.kinds.claim_form.claim_form_case import BoxName, Cell, ClaimCase
from generator.questions.kinds.claim_form.diagnosis_rules import (
    LETTERS,
    BoxedDiagnoses,
    boxed,
    diagnosis_reasons,
)
from generator.questions.kinds.claim_form.form_case import FormCase
from generator.questions.kinds.claim_form.form_fields import (
    BLANK,
    INSTITUTIONAL,
    PROFESSIONAL,
    BoxField,
    FormGroup,
    box_of,
    field_of,
    form_of,
    form_reason,
)
from generator.questions.kinds.claim_form.line_rules import (
    SlipForm,
    SlipRow,
    dollars,
    fee_cents,
    slip_rows,
)
from generator.questions.kinds.question_kind import AnswerForm, PlainKind
from generator.questions.kinds.right_claims import certain_claim, reasons_of

DIAGNOSES = {"21": PROFESSIONAL, "67": INSTITUTIONAL}
MOST_FIELDS = 10
"""Moodle shares the points of a list among up to ten right entries."""
AFTER_LINES = ("28", "29", "33a", "47", "56", "64", "76")
TOTALS = frozenset(("28", "47"))
FIRST_GROUP = {
    PROFESSIONAL: "Patient, referral and diagnoses",
    INSTITUTIONAL: "The claim, its dates and diagnoses",
}


class FillForm(VisitItem):
    """Boxes of a claim to fill in for a case; the key follows from the case by rule."""

    kind: Literal["claim-form"]
    prompt: Text = "Fill in these boxes of the claim."
    case: ClaimCase
    boxes: tuple[BoxName, ...] = Field((), description="boxes that are asked, besides the lines")
    codes: tuple[CodeId, ...] = Field(
        (), max_length=4, description="codes of the charge slip, right and wrong ones"
    )
    modifiers: tuple[tuple[Modifier, ...], ...] = Field(
        (), max_length=5, description="sets of modifiers to choose from, one of them for each line"
    )
    cells: tuple[Cell, ...] = Field(
        ("units", "modifiers", "pointer", "charge"), description="what is asked of a line"
    )

    diagnosis_fields: int = Field(
        0,
        ge=0,
        le=6,
        description="fields for diagnoses; those that nothing belongs in are blank; left out: none",
    )

    @property
    def form_id(self) -> str:
        """A facility bills on a UB-04, everyone else on a CMS-1500."""
        return INSTITUTIONAL if self.visit.setting == "hospital" else PROFESSIONAL


@dataclass(frozen=True)
class FormBody:
    """The form: boxes, then a row for each code, then payment; `unit` is Box or FL."""

    unit: str
    groups: tuple[FormGroup, ...]


class ClaimFormKind(PlainKind[FillForm]):
    """Each field has one right entry."""

    name = "claim-form"
    label = "Fill in a claim form"
    objective = "fill-claim-form"
    whole_visit = True
    model = FillForm
    form: AnswerForm = "several"
    response_text = "for each field its entry: `17b_1000000013`, `97110-units_2`"
    fixed_order = True
    answers_at = "boxes"
    part = "field"
    template = "claim_form/claim_form.jinja"
    hint = "Find each entry in the chart: card, referral, note and fee table."

    def derive(self, corpus: Corpus, item: FillForm) -> Key:
        """The right entry of every field."""
        groups, billed = _groups(corpus, item)
        fields = [field for group in groups for field in group.fields]
        right = frozenset(field.right.id for field in fields if field.right)
        free = frozenset(entry.id for field in fields for entry in field.entries if entry.free)
        of_lines = reasons_of(billed) if billed and "units" in item.cells else ()
        reasons = distinct((*(r for field in fields for r in field.reasons), *of_lines))
        return Key(right, reasons, free)

    def answers(self, item: FillForm) -> tuple[Answer, ...]:
        """Nothing: entries are made from the case."""
        return ()

    def own_keys(self, item: FillForm) -> tuple[OwnKey, ...]:
        """Nothing: the author words no entry."""
        return ()

    def mislabeled(self, item: FillForm, key: Key) -> tuple[Keys, ...]:
        """Nothing: no entry names a mistake."""
        return ()

    def unanswerable(self, item: FillForm, key: Key) -> tuple[str, str] | None:
        """A form that asks nothing, or more than other programs can carry."""
        asked = len(key.right)
        if not asked:
            return "boxes", "The form asks nothing; name boxes or codes."
        if asked <= MOST_FIELDS:
            return None
        return "boxes", f"The form asks for {asked} entries; ask for at most {MOST_FIELDS}."

    def view(self, corpus: Corpus, item: FillForm, key: Key) -> AnswerView[FormBody]:
        """The form, and for each entry why it is right or wrong."""
        groups, _ = _groups(corpus, item)
        unit = form_of(corpus, item.form_id).unit
        options = tuple(
            option for group in groups for field in group.fields for option in _options(unit, field)
        )
        solution = "; ".join(_solution(unit, groups))
        return AnswerView(options, FormBody(unit, groups), solution=solution)

    def response(self, item: FillForm, view: AnswerView[FormBody]) -> FormEntries:
        """The right entry of each field and one wrong one, as a list to tick."""
        return FormEntries(
            tuple(
                ExportChoice(entry.id, f"{_label(view.body.unit, field)}: {entry.text}", *verdict)
                for group in view.body.groups
                for field in group.fields
                if field.right
                for entry in (
                    field.right,
                    *[entry for entry in field.entries if not entry.right][:1],
                )
                for verdict in [(entry.right, entry.feedback)]
            )
        )


def _groups(corpus: Corpus, item: FillForm) -> tuple[tuple[FormGroup, ...], ClaimResult | None]:
    case = item.case
    form = form_of(corpus, item.form_id)
    if (form.id == INSTITUTIONAL) != (case.facility is not None):
        text = "'facility' goes with a visit whose 'setting' is hospital; correct one of the two"
        raise UnderivableError(text, "case")
    policy = policy_of(corpus.payers[item.payer])
    found = boxed(corpus, item, case)
    billed = certain_claim(corpus, item) if item.codes else None
    rows = slip_rows(item.codes, billed) if billed else ()
    sums = _sums(case, rows) if TOTALS.intersection(item.boxes) and rows else (None, None)
    number = item.visit.authorization.number if item.visit.authorization else None
    shared = FormCase(form, case, policy, item.visit.discipline, item.date, number, *sums)
    slip = SlipForm(shared, found, item.modifiers, item.cells, item.diagnosis_fields)
    before = [one for one in item.boxes if one not in AFTER_LINES]
    after = [one for one in item.boxes if one in AFTER_LINES]
    groups = (
        FormGroup(FIRST_GROUP[form.id], tuple(_fields(corpus, item, found, shared, before))),
        *map(slip.group, rows),
        FormGroup("Payment and provider", tuple(_fields(corpus, item, found, shared, after))),
    )
    return tuple(group for group in groups if group.fields), billed


def _sums(case: ClaimCase, rows: tuple[SlipRow, ...]) -> tuple[str, str]:
    """The total charge, and one with a fee too many."""
    fees = {row.code: fee_cents(case, row.code) for row in rows}
    total = sum(fees[row.code] * row.line.units for row in rows if row.line)
    more = next((fees[row.code] for row in rows if not row.line), fees[rows[0].code])
    return dollars(total), dollars(total + more)


def _fields(
    corpus: Corpus, item: FillForm, found: BoxedDiagnoses, shared: FormCase, boxes: list[BoxName]
) -> Iterator[BoxField]:
    for number in boxes:
        if DIAGNOSES.get(number) == shared.form.id:
            yield from _diagnoses(corpus, item, shared.form, number, found)
            yield from _unused(shared.form, number, found, item.diagnosis_fields)
        else:
            yield box_field(shared, number)


def _diagnoses(
    corpus: Corpus, item: FillForm, form: ClaimFormGuide, number: str, found: BoxedDiagnoses
) -> Iterator[BoxField]:
    """A field for each diagnosis that is listed: 21A, 21B; on a UB-04 67, 67A."""
    box = box_of(form, number)
    why = diagnosis_reasons(corpus, found)
    empty = [(BLANK, "A diagnosis of the chart belongs here.")] if item.diagnosis_fields else []
    places = dict(zip((code for code, _ in found.listed), _places(form, number), strict=False))
    for at, (code, reason) in enumerate(found.listed):
        others = [
            *empty,
            *((other, f"{other} is listed as {places[other]}.") for other in places),
            *found.left_out,
        ]
        text = f"{form.unit} {number}: the reason for the visit first."
        first = (*why, form_reason(form, box, text)) if not at else ()
        yield field_of(places[code], places[code], "Diagnosis", (code, reason), others, first)


def _unused(
    form: ClaimFormGuide, number: str, found: BoxedDiagnoses, fields: int
) -> Iterator[BoxField]:
    """The fields after the last diagnosis, up to so many in all."""
    listed = ((code, f"{code} is listed already.") for code, _ in found.listed)
    wrong = [*found.left_out, *listed]
    blank = (BLANK, "Nothing else in the chart belongs on this claim.")
    for place in _places(form, number)[len(found.listed) : fields]:
        yield field_of(place, place, "Diagnosis", blank, wrong)


def _places(form: ClaimFormGuide, number: str) -> list[str]:
    """The fields of diagnoses in order."""
    letters = LETTERS if form.id == PROFESSIONAL else ("", *LETTERS)
    return [f"{number}{letter}" for letter in letters]


def _label(unit: str, field: BoxField) -> str:
    """A field by its box, and by its code where it is a cell."""
    code = field.id.partition("-")[0] if "-" in field.id else ""
    return f"{code} {field.name.lower()}" if code else f"{unit} {field.box}"


def _options(unit: str, field: BoxField) -> Iterator[OptionView]:
    for entry in field.entries:
        text = f"{_label(unit, field)}: {entry.text}"
        yield OptionView(entry.id, None, text, entry.right, entry.feedback, None, entry.free)


def _solution(unit: str, groups: tuple[FormGroup, ...]) -> Iterator[str]:
    for group in groups:
        for field in group.fields:
            if field.right:
                yield f"{_label(unit, field)}: {field.right.text}"
