"""The front end: what sends a claim back before anybody decides about payment."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from generator.billing.adjudication.payer_case import TABLE, NumberedLine
from generator.billing.adjudication.remittance import Rejection
from generator.billing.reasons import Reason, filled
from generator.facts.base import CodeId
from generator.facts.corpus import Corpus
from generator.facts.submissions import ClaimHeader, ClaimSubmission

CODE = re.compile(CodeId.pattern)
MODIFIER = re.compile(r"[A-Z0-9]{2}")
DIAGNOSIS = re.compile(r"[A-Z][0-9][0-9A-Z](\.?[0-9A-Z]{1,4})?")
NPI = re.compile(r"[0-9]{10}")
NPI_PREFIX = "80840"
"""What stands before an NPI where its check digit is computed, as on a health card."""
LETTERS = "ABCDEFGHIJKL"
MOST_MODIFIERS, MOST_POINTERS, MOST_UNITS = 4, 4, 999


def numbered_lines(submission: ClaimSubmission) -> tuple[NumberedLine, ...]:
    """The lines with their places, each with its day."""
    day = submission.visit.date
    return tuple(
        NumberedLine(number, line, line.date or day)
        for number, line in enumerate(submission.claim.lines, 1)
    )


def rejections(corpus: Corpus, submission: ClaimSubmission) -> tuple[Rejection, ...]:
    """Everything that sends the claim back; empty where it goes on to adjudication."""
    header = submission.claim.header
    lines = numbered_lines(submission)
    return (
        *(_of_header(header) if header else ()),
        *chain.from_iterable(_of_line(corpus, submission, line) for line in lines),
    )


def _rejected(name: str, number: int | None = None, **values: object) -> Rejection:
    entry: Any = TABLE["rejections"][name]
    sources = tuple(TABLE["items"][entry["item"]]["sources"])
    return Rejection(
        name, entry["item"], number, Reason(filled(entry["text"], values), (), sources)
    )


def _of_header(header: ClaimHeader) -> Iterator[Rejection]:
    if not header.member_number:
        yield _rejected("member-missing")
    if not header.diagnoses:
        yield _rejected("diagnosis-missing")
    if len(header.diagnoses) > len(LETTERS):
        yield _rejected("diagnoses-many", count=len(header.diagnoses))
    for code in header.diagnoses:
        if not DIAGNOSIS.fullmatch(code):
            yield _rejected("diagnosis-form", value=code)
    if not header.billing_npi:
        yield _rejected("billing-missing")
    elif not is_npi(header.billing_npi):
        yield _rejected("billing-form", value=header.billing_npi)


def _of_line(
    corpus: Corpus, submission: ClaimSubmission, line: NumberedLine
) -> Iterator[Rejection]:
    header, received, number = submission.claim.header, submission.claim.received, line.number
    if not CODE.fullmatch(line.code):
        yield _rejected("code-form", number, value=line.code)
    elif not _in_use(corpus, line.code):
        yield _rejected("code-unused", number, value=line.code)
    yield from _of_modifiers(line)
    if line.units < 1:
        yield _rejected("units-none", number, count=line.units)
    elif line.units > MOST_UNITS:
        yield _rejected("units-many", number, count=line.units)
    if line.line.charge is None:
        yield _rejected("charge-missing", number)
    elif not line.line.charge:
        yield _rejected("charge-none", number)
    if received and line.day > received:
        yield _rejected("date-future", number, day=line.day, received=received)
    if header:
        yield from _pointers(header, line)
        yield from _rendering(header, line)


def _of_modifiers(line: NumberedLine) -> Iterator[Rejection]:
    modifiers = line.line.modifiers
    if len(modifiers) > MOST_MODIFIERS:
        yield _rejected("modifiers-many", line.number, count=len(modifiers))
    for modifier in dict.fromkeys(modifiers):
        if not MODIFIER.fullmatch(modifier):
            yield _rejected("modifier-form", line.number, value=modifier)
        elif modifiers.count(modifier) > 1:
            yield _rejected("modifier-twice", line.number, value=modifier)


def _pointers(header: ClaimHeader, line: NumberedLine) -> Iterator[Rejection]:
    pointers = line.line.pointers
    if not pointers:
        yield _rejected("pointer-missing", line.number)
    if len(pointers) > MOST_POINTERS:
        yield _rejected("pointers-many", line.number, count=len(pointers))
    there = LETTERS[: len(header.diagnoses)]
    for letter in dict.fromkeys(pointers):
        if len(letter) != 1 or letter not in there:
            yield _rejected("pointer-wrong", line.number, value=letter)


def _rendering(header: ClaimHeader, line: NumberedLine) -> Iterator[Rejection]:
    npi = line.line.rendering_npi or header.rendering_npi
    if not npi:
        yield _rejected("rendering-missing", line.number)
    elif not is_npi(npi):
        yield _rejected("rendering-form", line.number, value=npi)


def is_npi(value: str) -> bool:
    """Whether the ten digits end in the check digit of the others (Luhn's formula)."""
    if not NPI.fullmatch(value):
        return False
    digits = [int(digit) for digit in reversed(NPI_PREFIX + value)]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _in_use(corpus: Corpus, code: str) -> bool:
    """False only where a family's ranges say that there is no such code."""
    if code in corpus.codes or code in corpus.other_codes:
        return True
    reaches = (reach for family in corpus.families.values() for reach in family.whole)
    return not any(reach.first <= code <= reach.last for reach in reaches)
