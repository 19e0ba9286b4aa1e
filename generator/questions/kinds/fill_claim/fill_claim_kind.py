"""Fill in a claim: code, units and modifiers of every line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from generator.billing.bypass_placement import with_bypass_moved
from generator.billing.data_tables import denial_text
from generator.billing.review.deviations import Deviations, deviations_from
from generator.billing.review.review_case import SEVERITY, Fault
from generator.billing.written_claims import LineLike
from generator.exports.portable_question import ClaimForm, ExportLine
from generator.facts.base import CodeId, Keys, MisconceptionId, Model, Text
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.facts.visits import MOST_UNITS, ClaimLine, Modifier
from generator.questions.kinds.answers import (
    Answer,
    AnswerView,
    Key,
    OptionView,
    OwnKey,
    Reaction,
    claim_text,
    labeled_as_mistakes,
    line_text,
    reaction_to,
    visit_of,
)
from generator.questions.kinds.fill_claim.fault_tables import fault_tables
from generator.questions.kinds.fill_claim.fill_claim_drafts import offers
from generator.questions.kinds.question_kind import AnswerForm, PlainKind, export_choices
from generator.questions.kinds.right_claims import (
    Claim,
    certain_claim,
    key_of_answers,
    reasons_of,
    right_claims,
)

NOTHING = "nothing"


def line_id(line: LineLike) -> str:
    """Code, units and modifiers in alphabetical order: `97110.2.GP.KX`."""
    return ".".join((str(line.code), str(line.units), *sorted(line.modifiers)))


class OfferedCode(Model):
    """A code that may be put on a line, whether it belongs there or not."""

    code: CodeId
    mistake: MisconceptionId | None = Field(
        None, description="the misconception that puts it on the claim wrongly"
    )
    feedback: Text = Field(description="why it belongs on the claim, or why not")


class FillClaim(VisitItem):
    """Code, units and modifiers of every line; each cell is judged by itself."""

    kind: Literal["claim"]
    prompt: Text = "Fill in the claim for this visit."
    codes: tuple[OfferedCode, ...] = Field(
        min_length=2, max_length=8, description="codes to choose from"
    )
    modifiers: tuple[Modifier, ...] = Field(
        (), max_length=8, description="modifiers to choose from, right and wrong ones"
    )
    lines: int = Field(4, ge=1, le=6, description="lines of the form; more than the claim needs")
    key: tuple[ClaimLine, ...] | None = Field(
        None, description="the author's own cross-check: one of the right claims"
    )


@dataclass(frozen=True)
class ClaimBody:
    """Numbers of the form's lines, codes, modifiers, and the right claims."""

    lines: tuple[int, ...]
    codes: tuple[str, ...]
    modifiers: tuple[str, ...]
    most: int
    claims: tuple[Claim, ...]


class FillClaimKind(PlainKind[FillClaim]):
    """Any right claim is accepted, whatever the order of its lines and modifiers."""

    name = "claim"
    label = "Fill in the claim"
    objective = "build-the-claim"
    whole_visit = True
    model = FillClaim
    form: AnswerForm = "lines"
    response_text = "each line with the place it stood in: `1.97110.2.GP`, or `nothing`"
    answers_at = "codes"
    part = "line"
    template = "fill_claim/fill_claim.jinja"
    variants = staticmethod(offers)

    def derive(self, corpus: Corpus, item: FillClaim) -> Key:
        """Every right claim, whatever the order of its lines and modifiers."""
        right_answers = tuple(
            frozenset(map(line_id, claim) if claim else {NOTHING})
            for claim, _ in _accepted(corpus, item)
        )
        return key_of_answers(right_answers, reasons_of(certain_claim(corpus, item)))

    def answers(self, item: FillClaim) -> tuple[Answer, ...]:
        """The codes to choose from."""
        return tuple(
            Answer(str(entry.code), ("codes", index), mistake=entry.mistake)
            for index, entry in enumerate(item.codes)
        )

    def own_keys(self, item: FillClaim) -> tuple[OwnKey, ...]:
        """The lines of the author's claim."""
        if item.key == ():
            return (OwnKey(NOTHING, ("key",), True),)
        return tuple(
            OwnKey(line_id(line), ("key", index), True) for index, line in enumerate(item.key or ())
        )

    def mislabeled(self, item: FillClaim, key: Key) -> tuple[Keys, ...]:
        """Mistakes named at codes of a right claim."""
        return labeled_as_mistakes(self.answers(item), _needed_codes(key))

    def unanswerable(self, item: FillClaim, key: Key) -> tuple[str, str] | None:
        """Codes, modifiers and lines that the form lacks for a right claim."""
        modifiers = {modifier for name in key.right for modifier in name.split(".")[2:]}
        absent = [
            *sorted(_needed_codes(key) - {str(entry.code) for entry in item.codes}),
            *(f"modifier {name}" for name in sorted(modifiers - set(item.modifiers))),
        ]
        if absent:
            named = " and ".join(absent)
            return "codes", f"The right claim needs {named}, which the form does not offer; add it."
        most = max(map(len, key.right_answers))
        if most <= item.lines:
            return None
        return "lines", f"A right claim has {most} lines; give the form as many."

    def view(self, corpus: Corpus, item: FillClaim, key: Key) -> AnswerView[ClaimBody]:
        """The form, the right claims, and what the payer does with every departure from them."""
        accepted = _accepted(corpus, item)
        claims = tuple(claim for claim, _ in accepted)
        codes = [str(entry.code) for entry in item.codes]
        steps = deviations_from(corpus, visit_of(item), codes, item.modifiers)
        numbers = tuple(range(1, item.lines + 1))
        body = ClaimBody(numbers, tuple(codes), item.modifiers, MOST_UNITS, claims)
        options = tuple(
            _option(entry, corpus.names[entry.code], claims, steps[0]) for entry in item.codes
        )
        lines = tuple(
            [[line.code, line.units, list(line.modifiers)] for line in claim] for claim in claims
        )
        solution = " or ".join(map(claim_text, right_claims(corpus, item)))
        own_steps = tuple(steps[index] for _, index in accepted)
        return AnswerView(options, body, _data(lines, own_steps), solution, ways=lines)

    def response(self, item: FillClaim, view: AnswerView[ClaimBody]) -> ClaimForm:
        """The form and the right claims; the order of modifiers counts for nothing."""
        right_answers = tuple(
            tuple(
                ExportLine(str(line.code), line.units, tuple(sorted(line.modifiers)))
                for line in claim
            )
            for claim in view.body.claims
        )
        modifiers = tuple(map(str, item.modifiers))
        return ClaimForm(export_choices(view), modifiers, item.lines, right_answers)


def _accepted(corpus: Corpus, item: FillClaim) -> tuple[tuple[Claim, int], ...]:
    """The right claims and those with a bypass modifier moved; each with its right claim's index.

    The right claims come first.
    """
    claims = right_claims(corpus, item)
    moved = (
        (variant, index)
        for index, claim in enumerate(claims)
        for variant in with_bypass_moved(corpus, visit_of(item), claim)
    )
    return (*((claim, index) for index, claim in enumerate(claims)), *moved)


def _needed_codes(key: Key) -> set[str]:
    return {name.split(".")[0] for name in key.right - {NOTHING}}


def _option(
    entry: OfferedCode, name: str, claims: tuple[Claim, ...], steps: Deviations
) -> OptionView:
    lines = [line for line in claims[0] if line.code == entry.code]
    right = any(line.code == entry.code for claim in claims for line in claim)
    placed = "; ".join(map(line_text, lines)) or "on an equally right claim"
    return OptionView(
        entry.code,
        entry.code,
        name,
        right,
        entry.feedback,
        entry.mistake,
        ruling=f"Right: {placed}." if right else "Not on the claim.",
        reaction=None if right else _reaction(entry.code, claims[0], steps),
        named=True,
    )


def _reaction(code: str, claim: Claim, steps: Deviations) -> Reaction | None:
    found = [*steps.wrong.get(code, {}).get("", ())]
    for line in claim:
        found += steps.pair.get(f"{line.code}-{code}", {}).get("", ())
    gravest = max(found, key=lambda fault: SEVERITY.index(fault.verdict), default=None)
    return reaction_to(gravest) if gravest else None


def _data(claims: Sequence[object], steps: tuple[Deviations, ...]) -> dict[str, object]:
    """Right claims and steps as JSON; each fault and each of its texts stands in it once."""
    sentences: dict[tuple[str | None, ...], int] = {}

    def index(fault: Fault) -> int:
        denial = denial_text(fault.carc) if fault.carc else None
        sentence = (fault.verdict, denial, fault.reason.text, fault.correction)
        return sentences.setdefault(sentence, len(sentences))

    def table(rows: Mapping[str, Mapping[str, Iterable[Fault]]]) -> dict[str, object]:
        found = (
            (name, {step: list(map(index, faults)) for step, faults in row.items() if faults})
            for name, row in rows.items()
        )
        return {name: row for name, row in found if row}

    ways = [
        {
            "lines": lines,
            "steps": {
                name: rows for name, step in vars(deviations).items() if (rows := table(step))
            },
        }
        for lines, deviations in zip(claims, steps, strict=True)
    ]
    return {"ways": ways, **fault_tables(list(sentences))}
