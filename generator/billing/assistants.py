"""Which units of a code an assistant performed in whole or in part: those carry CQ or CO.

Source: CMS, billing examples using CQ and CO (rules/assistants). A share above CMS's
de minimis percentage of a unit marks it, unless the therapist's own minutes alone earn the last
unit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.facts.corpus import Corpus
from generator.facts.rule_figures import Counting


@dataclass(frozen=True)
class UnitSplit:
    """Units without and with the assistant's modifier; `certain` if CMS's examples say so."""

    plain: int
    marked: int
    certain: bool = True


def de_minimis(corpus: Corpus, day: date) -> float | None:
    """The percentage that a marked share exceeds; None where no line is known to be marked."""
    keys = ("assistant-payment", "de-minimis")
    payment, share = (corpus.figure("assistants", key, day) for key in keys)
    return share.amount if payment and share else None


def split_units(
    counting: Counting | None, percent: float, units: int, shares: Sequence[tuple[bool, int]]
) -> UnitSplit:
    """The units of one code; `shares` are the minutes of each service, and if by the assistant.

    `counting` is given for a timed code.
    """
    assistant = sum(minutes for assisted, minutes in shares if assisted)
    therapist = sum(minutes for assisted, minutes in shares if not assisted)
    if counting:
        return split_timed(counting, percent, units, therapist, assistant)
    people = {assisted for assisted, _ in shares}
    if True not in people:
        return UnitSplit(units, 0)
    if False not in people:
        return UnitSplit(0, units)
    return split_whole(percent, units, therapist, assistant)


def split_timed(
    counting: Counting, percent: float, units: int, therapist: int, assistant: int
) -> UnitSplit:
    """`units` of one timed code, for so many minutes of a therapist and of an assistant."""
    if not assistant:
        return UnitSplit(units, 0)
    if not therapist:
        return UnitSplit(0, units)
    plain, own = divmod(therapist, counting.size)
    marked, shared = divmod(assistant, counting.size)
    own_unit = own >= counting.least
    match units - plain - marked:
        case 0:
            return UnitSplit(plain, marked)
        case 1:
            takes_it = own_unit or not _exceeds(percent, shared, own + shared)
            return UnitSplit(plain + takes_it, marked + (not takes_it))
        case _:  # two units of what both left over: one each where each makes a unit
            certain = own_unit and shared >= counting.least
            return UnitSplit(plain + own_unit, marked + 2 - own_unit, certain)


def split_whole(percent: float, units: int, therapist: int, assistant: int) -> UnitSplit:
    """The units of an untimed or measured code that both performed, marked as a whole.

    CMS's examples share out 15-minute units only, so several units by both are not certain; nor is
    a share without minutes, which is marked.
    """
    total = therapist + assistant
    marked = not total or _exceeds(percent, assistant, total)
    plain = 0 if marked else units
    return UnitSplit(plain, units - plain, certain=total > 0 and units == 1)


def _exceeds(percent: float, part: int, whole: int) -> bool:
    return 100 * part > percent * whole
