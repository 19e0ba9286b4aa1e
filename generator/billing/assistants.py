"""Which units of a code an assistant performed in whole or in part: those carry CQ or CO.

Source: CMS, billing examples using CQ and CO (rules/assistants). An assistant's share of more than
a tenth of a unit marks it, unless the therapist's own minutes alone earn the last unit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.facts.registers import Counting


@dataclass(frozen=True)
class UnitSplit:
    """Units without and with the assistant's modifier; `certain` if CMS's examples say so."""

    plain: int
    marked: int
    certain: bool = True


def split_units(
    counting: Counting | None, units: int, shares: Sequence[tuple[bool, int]]
) -> UnitSplit:
    """The units of one code; `shares` are the minutes of each service, and if by the assistant.

    `counting` is given for a timed code.
    """
    assistant = sum(minutes for assisted, minutes in shares if assisted)
    therapist = sum(minutes for assisted, minutes in shares if not assisted)
    if counting:
        return split_timed(counting, units, therapist, assistant)
    people = {assisted for assisted, _ in shares}
    return split_whole(units, therapist, assistant, False in people, True in people)


def split_timed(counting: Counting, units: int, therapist: int, assistant: int) -> UnitSplit:
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
            takes_it = own_unit or not _more_than_a_tenth(shared, own + shared)
            return UnitSplit(plain + takes_it, marked + (not takes_it))
        case _:  # two units of what both left over: one each where each makes a unit
            certain = own_unit and shared >= counting.least
            return UnitSplit(plain + own_unit, marked + 2 - own_unit, certain)


def split_whole(
    units: int, therapist: int, assistant: int, by_therapist: bool, by_assistant: bool
) -> UnitSplit:
    """The units of an untimed or measured code, marked as a whole.

    CMS's examples share out 15-minute units only, so several units by both are not certain; nor is
    a share without minutes, which is marked.
    """
    if not by_assistant:
        return UnitSplit(units, 0)
    if not by_therapist:
        return UnitSplit(0, units)
    if not therapist + assistant:
        return UnitSplit(0, units, certain=False)
    marked = _more_than_a_tenth(assistant, therapist + assistant)
    return UnitSplit(0 if marked else units, units if marked else 0, certain=units == 1)


def _more_than_a_tenth(part: int, whole: int) -> bool:
    return 10 * part > whole
