"""The lines of a code's units: the assistant's and the others', the add-on's and its own."""

from collections.abc import Iterator

from generator.billing.assistants import UnitSplit, de_minimis, split_units
from generator.billing.coded_services import CodedService
from generator.billing.modifiers import ASSISTANT
from generator.billing.payer_policy import marks_assistants
from generator.billing.unit_methods import payer_method
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


def line_shares(
    corpus: Corpus, code: str, split: UnitSplit, mark: str | None
) -> Iterator[tuple[str, int, str | None]]:
    """Code, units and assistant's modifier of each line; marked units come first.

    What is above the units a day of a code is billed as its add-on.
    """
    unit = corpus.codes[code].unit if code in corpus.codes else None
    add_on = unit.add_on if unit else None
    limit = (unit.per_day or (1 if unit.measure else None)) if unit and add_on else None
    before = 0
    for units, modifier in ((split.marked, mark), (split.plain, None)):
        own = units if limit is None else max(0, min(units, limit - before))
        if own:
            yield code, own, modifier
        if add_on and units > own:
            yield add_on, units - own, modifier
        before += units


def assistant_units(
    corpus: Corpus, visit: Visit, coded: tuple[CodedService, ...], units: int
) -> tuple[str | None, UnitSplit]:
    """The assistant's modifier of a discipline, and which units of a code carry it.

    A device supplied for 30 days holds no work, so it carries none (rules/remote-monitoring).
    """
    mark, percent = ASSISTANT.get(visit.discipline), de_minimis(corpus, visit.date)
    wanted = marks_assistants(corpus.payers[visit.payer], visit.date)
    measure = coded[0].measure
    if mark is None or percent is None or not wanted or measure and measure.span == "30-days":
        return None, UnitSplit(units, 0)
    method = payer_method(corpus, visit) if coded[0].timed else None
    shares = [(entry.by_assistant, entry.minutes) for entry in coded]
    return mark, split_units(method.counting if method else None, percent, units, shares)
