"""Faults between lines: NCCI pairs, doubled lines, an add-on without its base."""

from collections.abc import Iterator

from generator.billing.coded_services import base_of
from generator.billing.edit_lookup import certainly_in_force, edit_on
from generator.billing.modifiers import BYPASS_MODIFIERS, NCCI_BYPASS
from generator.billing.outcomes import Reason
from generator.billing.review.review_case import Fault, ReviewCase
from generator.billing.written_claims import WrittenLine
from generator.facts.registers import Edit


def faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    base = base_of(case.corpus, line.code)
    if base != line.code and not case.written_units(base):
        yield Fault(
            "denied",
            Reason(f"{line.code} adds to {base}, which is not on the claim.", (f"codes/{base}",)),
            f"Bill the first unit as {base}.",
            "107",
        )
    twins = [
        other
        for other in case.written
        if other.code == line.code and set(other.modifiers) == set(line.modifiers)
    ]
    if len(twins) > 1 and twins[0] is not line:
        yield Fault(
            "denied",
            Reason(
                f"{line.code} stands on the claim twice with the same modifiers.", ("rules/mue",)
            ),
            "Put the units on one line.",
            "18",
        )
    if not case.policy.applies_ncci_edits:
        return
    edits = list(_edits(case, line))
    for edit in edits:
        yield from _of_edit(case, line, edit)
    if not edits and set(line.modifiers) & set(BYPASS_MODIFIERS) and not _is_column_1(case, line):
        text = f"No pair on the claim has {line.code} in column 2, so there is nothing to part."
        yield Fault("paid", Reason(text, ("rules/ncci-pairs",)), f"Take {_parting(line)[0]} off.")


def _edits(case: ReviewCase, line: WrittenLine) -> Iterator[Edit]:
    """Edits known to stand, with this line in column 2 and another of the claim in column 1."""
    for code in dict.fromkeys(other.code for other in case.written if other.code != line.code):
        edit = edit_on(case.corpus, code, line.code, case.visit.date, case.visit.setting)
        if edit and certainly_in_force(edit, case.visit.date):
            yield edit


def _of_edit(case: ReviewCase, line: WrittenLine, edit: Edit) -> Iterator[Fault]:
    pair = (
        f"{edit.column1} and {edit.column2} are an NCCI pair with indicator {edit.indicator} (table"
        f" of {edit.as_of})"
    )
    rests = ((f"edits/{edit.column1}-{edit.column2}",), tuple(edit.sources))
    if edit.indicator == 0:
        yield Fault(
            "denied",
            Reason(f"{pair}: no modifier parts them.", *rests),
            f"Bill {edit.column1} alone; do not send {edit.column2} again with a modifier.",
            "236",
        )
        return
    separate = [
        service
        for expected in case.expected_lines(line.code)
        for service in expected.modifiers
        if service in BYPASS_MODIFIERS
    ]
    if not _parting(line) and not _parted_on_column_1(case, edit):
        correction = (
            f"Add {separate[0]}: the visit shows a separate service."
            if separate
            else f"Leave {line.code} off: the visit shows no separate service."
        )
        yield Fault(
            "denied",
            Reason(f"{pair}, and the line carries no modifier that parts them.", *rests),
            correction,
            "236",
        )
    elif not separate:
        text = (
            f"{pair}. The modifier says that the service was separate, and the visit does not"
            " show it."
        )
        yield Fault(
            "at-risk", Reason(text, *rests), f"Take the modifier off, and {line.code} with it."
        )
    elif (
        _parting(line)
        and separate[0] in NCCI_BYPASS.values()
        and _parting(line)[0] not in (separate[0], "59")
    ):
        yield Fault(
            "at-risk",
            Reason(
                f"The visit shows another sort of separateness than {_parting(line)[0]}.", *rests
            ),
            f"Write {separate[0]} instead.",
        )


def _parting(line: WrittenLine) -> list[str]:
    return [modifier for modifier in line.modifiers if modifier in BYPASS_MODIFIERS]


def _parted_on_column_1(case: ReviewCase, edit: Edit) -> bool:
    return any(_parting(other) for other in case.written if other.code == edit.column1)


def _is_column_1(case: ReviewCase, line: WrittenLine) -> bool:
    return any(
        edit_on(case.corpus, line.code, other.code, case.visit.date, case.visit.setting)
        for other in case.written
    )
