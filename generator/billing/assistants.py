"""Which units of a code an assistant furnished in whole or in part: those carry CQ or CO.

Source: CMS, billing examples using CQ and CO (rules/assistants). An assistant's share of more than
a tenth of a unit marks it, unless the therapist's own minutes alone make the last unit (8 or more).
"""

from dataclasses import dataclass

from generator.billing.unit_methods import MIDPOINT, QUARTER


@dataclass(frozen=True)
class UnitSplit:
    """Units without and with the assistant's modifier.

    Unsettled where CMS's examples do not say.
    """

    plain: int
    marked: int
    settled: bool = True


def split_timed(units: int, therapist: int, assistant: int) -> UnitSplit:
    """`units` of one timed code, furnished by a therapist and an assistant for so many minutes each."""
    if not assistant:
        return UnitSplit(units, 0)
    if not therapist:
        return UnitSplit(0, units)
    marked = assistant // QUARTER
    plain = therapist // QUARTER
    own, shared = therapist % QUARTER, assistant % QUARTER
    match units - plain - marked:
        case 0:
            return UnitSplit(plain, marked)
        case 1:
            takes_it = own >= MIDPOINT or not _more_than_a_tenth(shared, own + shared)
            return UnitSplit(plain + takes_it, marked + (not takes_it))
        case _:  # two units of what both left over: one each where each makes a unit
            takes_one = own >= MIDPOINT
            return UnitSplit(
                plain + takes_one,
                marked + 2 - takes_one,
                settled=own >= MIDPOINT and shared >= MIDPOINT,
            )


def split_whole(
    units: int, therapist: int, assistant: int, by_therapist: bool, by_assistant: bool
) -> UnitSplit:
    """The units of an untimed or measured code, marked as a whole.

    CMS's examples share out 15-minute units only.

    Without minutes a share cannot be told, so it is marked and left unsettled, as are several units
    furnished by both.
    """
    if not by_assistant:
        return UnitSplit(units, 0)
    if not by_therapist:
        return UnitSplit(0, units)
    if not therapist + assistant:
        return UnitSplit(0, units, settled=False)
    marked = _more_than_a_tenth(assistant, therapist + assistant)
    return UnitSplit(0 if marked else units, units if marked else 0, settled=units == 1)


def _more_than_a_tenth(part: int, whole: int) -> bool:
    return 10 * part > whole
