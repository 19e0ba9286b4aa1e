"""What a claim to fill in shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.billing.review.denials import denial_text
from generator.billing.review.deviations import Deviations, deviations_from
from generator.billing.review.review_case import SEVERITY, Fault
from generator.facts.corpus import Corpus
from generator.facts.written_lines import MOST_UNITS
from generator.questions.kinds.answer_key import Key, visit_of
from generator.questions.kinds.answer_view import (
    AnswerView,
    OptionView,
    Reaction,
    claim_text,
    line_text,
    reaction_to,
)
from generator.questions.kinds.fill_claim.fill_claim_model import FillClaim, OfferedCode
from generator.questions.kinds.right_claims import Claim, right_claims


@dataclass(frozen=True)
class ClaimBody:
    """Numbers of the form's lines, codes with their names, modifiers, and the right claims."""

    lines: tuple[int, ...]
    codes: tuple[tuple[str, str], ...]
    modifiers: tuple[str, ...]
    most: int
    claims: tuple[Claim, ...]


def view(corpus: Corpus, item: FillClaim, key: Key) -> AnswerView[ClaimBody]:
    """The form, the right claims, and what the payer does with every departure from them."""
    claims = right_claims(corpus, item)
    codes = [str(entry.code) for entry in item.codes]
    steps = deviations_from(corpus, visit_of(item), codes, item.modifiers)
    named = tuple((code, corpus.names[code]) for code in codes)
    body = ClaimBody(tuple(range(1, item.lines + 1)), named, item.modifiers, MOST_UNITS, claims)
    options = tuple(
        _option(entry, name, claims, steps[0])
        for entry, (_, name) in zip(item.codes, named, strict=True)
    )
    lines = tuple(
        [[line.code, line.units, list(line.modifiers)] for line in claim] for claim in claims
    )
    solution = " or ".join(map(claim_text, claims))
    return AnswerView(options, body, _data(lines, steps), solution, ways=lines)


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
    )


def _reaction(code: str, claim: Claim, steps: Deviations) -> Reaction | None:
    """What the payer does with the code beside the right lines."""
    found = [*steps.wrong.get(code, {}).get("", ())]
    for line in claim:
        found += steps.pair.get(f"{line.code}-{code}", {}).get("", ())
    return (
        reaction_to(max(found, key=lambda fault: SEVERITY.index(fault.verdict))) if found else None
    )


def _data(claims: Sequence[object], steps: tuple[Deviations, ...]) -> dict[str, object]:
    """Right claims and steps as JSON; each sentence stands in it once, in `faults`."""
    sentences: dict[tuple[str | None, ...], int] = {}
    ways = [
        {
            "lines": lines,
            "steps": _steps(step, sentences),
        }
        for lines, step in zip(claims, steps, strict=True)
    ]
    return {"ways": ways, "faults": [list(sentence) for sentence in sentences]}


def _steps(steps: Deviations, sentences: dict[tuple[str | None, ...], int]) -> dict[str, object]:
    tables = ((name, _table(table, sentences)) for name, table in vars(steps).items())
    return {name: table for name, table in tables if table}


def _table(
    table: Mapping[str, Mapping[str, Iterable[Fault]]], sentences: dict[tuple[str | None, ...], int]
) -> dict[str, object]:
    rows = {
        name: {step: _indices(faults, sentences) for step, faults in row.items() if faults}
        for name, row in table.items()
    }
    return {name: row for name, row in rows.items() if row}


def _indices(faults: Iterable[Fault], sentences: dict[tuple[str | None, ...], int]) -> list[int]:
    found_sentences = (
        (
            fault.verdict,
            denial_text(fault.carc) if fault.carc else None,
            fault.reason.text,
            fault.correction,
        )
        for fault in faults
    )
    return [sentences.setdefault(sentence, len(sentences)) for sentence in found_sentences]
