"""What must be asked before the lines of a code: about its add-on and the assistant's units."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.billing.assistants import UnitSplit, de_minimis
from generator.billing.coded_services import CodedService, MissingInformation, out_of_date
from generator.billing.line_shares import assistant_units, line_shares
from generator.billing.modifiers import ASSISTANT
from generator.billing.open_facts import open_fact
from generator.billing.payer_policy import marks_assistants
from generator.billing.reasons import explain
from generator.billing.select_codes import role_of
from generator.billing.unit_methods import Allocation
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


def by_question(
    asked: Iterable[tuple[MissingInformation, str]],
) -> tuple[MissingInformation, ...]:
    """Each question once, with all the codes that wait for it."""
    waiting: dict[MissingInformation, list[str]] = {}
    for question, code in asked:
        waiting.setdefault(question, []).append(code)
    return tuple(replace(question, codes=tuple(codes)) for question, codes in waiting.items())


def assistant_unknown(
    corpus: Corpus,
    visit: Visit,
    code: str,
    coded: tuple[CodedService, ...],
    allocations: Iterable[Allocation],
) -> Iterator[MissingInformation]:
    """Where it is not known whether, or on how many units, an assistant's modifier belongs."""
    rule, mark = ("rules/assistants",), ASSISTANT.get(visit.discipline)
    marked = marks_assistants(corpus.payers[visit.payer], visit.date)
    if (
        not marked
        or mark is None
        or not any(entry.by_assistant and not entry.excluded for entry in coded)
    ):
        return
    if de_minimis(corpus, visit.date) is None:
        why = explain("assistant-unknown", rule, day=visit.date)
    elif not all(
        assistant_units(corpus, visit, coded, units)[1].certain
        for allocation in allocations
        for name, units in allocation
        if name == code
    ):
        why = explain("assistant-split", rule, modifier=mark, code=code)
    else:
        return
    yield MissingInformation(None, "assistant", why)


def add_on_open(
    corpus: Corpus,
    visit: Visit,
    code: str,
    coded: tuple[CodedService, ...],
    allocations: Iterable[Allocation],
) -> Iterator[MissingInformation]:
    """What is open about the add-on that carries units of a code."""
    add_on = code if code in corpus.bases else corpus.codes[code].unit.add_on
    shares = (share for allocation in allocations for share in allocation if share[0] == code)
    names = {
        name for _, n in shares for name, *_ in line_shares(corpus, code, UnitSplit(n, 0), None)
    }
    if add_on not in names or add_on not in corpus.codes:
        return
    invalid = out_of_date(corpus.codes[add_on], visit.date)
    if invalid:
        yield MissingInformation(None, "code", invalid)
        return
    for service in (entry.service for entry in coded if not entry.denied):
        found = open_fact(corpus, visit, service, role_of(visit, service), add_on)
        if found:
            yield MissingInformation(None, found.missing, found.reasons[-1])
