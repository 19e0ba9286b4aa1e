"""The key of `mark-words`."""

import re

from generator.billing.claim import build_claim
from generator.billing.modifiers import BYPASS_MODIFIERS
from generator.billing.outcomes import Billable, Reason
from generator.billing.select_codes import select_code
from generator.billing.technique_rules import deciding_attributes
from generator.facts.corpus import Corpus
from generator.facts.visits import Service, Visit
from generator.questions.kinds.answer_key import (
    Answer,
    Key,
    OwnKey,
    UnderivableError,
    asked_service,
    distinct,
    visit_of,
)
from generator.questions.kinds.mark_words.mark_words_model import MarkWords
from generator.questions.kinds.mark_words.note_spans import NoteSpan, spans

OWN_FACTS = ("technique", "purpose", "minutes", "contact", "by", "separate")
TIE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def derive(corpus: Corpus, item: MarkWords) -> Key:
    """The words tied to the facts on which the code rests."""
    visit = visit_of(item)
    service = asked_service(visit, item.about)
    code, reasons = _code_of(corpus, visit, service)
    for span in spans(item.note):
        _refuse_dead_tie(visit, span)
    for tie in item.spans:
        if tie not in {span.tie for span in spans(item.note)}:
            raise UnderivableError(
                f"'spans' speaks of '{tie}', to which the note ties no words; write [[words|{tie}]]"
                " or remove it",
                "spans",
                tie,
            )
    wanted = {f"{service.id}.{fact}" for fact in _facts(corpus, item, visit, service, code)}
    right = frozenset(span.id for span in spans(item.note) if span.tie in wanted)
    unmarked = wanted - {span.tie for span in spans(item.note)}
    return Key(right | unmarked, reasons)


def asked_code(corpus: Corpus, item: MarkWords) -> str:
    """The code whose words are asked for."""
    visit = visit_of(item)
    return _code_of(corpus, visit, asked_service(visit, item.about))[0]


def _code_of(corpus: Corpus, visit: Visit, service: Service) -> tuple[str, tuple[Reason, ...]]:
    outcome = select_code(corpus, visit, service)
    if not isinstance(outcome, Billable) or len(outcome.codes) > 1 or service.technique is None:
        text = (
            f"service '{service.id}' has no one code that words could support"
            f" ({outcome.reasons[-1].text.rstrip('.')})"
        )
        raise UnderivableError(text, "visit", "services", visit.services.index(service))
    return outcome.codes[0], distinct(outcome.reasons)


def _facts(corpus: Corpus, item: MarkWords, visit: Visit, service: Service, code: str) -> set[str]:
    """What carries the code.

    For a whole line also what its units and its parting modifier rest on.
    """
    stated = {
        "technique",
        *(
            fact
            for fact in deciding_attributes(corpus, service)
            if _value(service, fact) is not None
        ),
    }
    if item.asks == "code":
        return stated
    unit = corpus.codes[code].unit
    if unit.kind == "timed":
        stated.add("minutes")
    if unit.measure:
        stated.add(unit.measure.of)
    tied = {span.fact for span in spans(item.note)}
    if (service.id, "contact") in tied:
        stated.add("contact")
    lines = build_claim(corpus, visit).lines
    if service.separate and any(
        line.code == code and set(line.modifiers) & set(BYPASS_MODIFIERS) for line in lines
    ):
        stated.add("separate")
    return stated


def _value(service: Service, fact: str) -> object:
    if fact in OWN_FACTS:
        return getattr(service, fact)
    return next((value for name, value in service.details.items() if name == fact), None)


def _refuse_dead_tie(visit: Visit, span: NoteSpan) -> None:
    if span.fact is None:
        if not TIE_NAME.fullmatch(span.tie):
            raise UnderivableError(
                f"'{span.tie}' ties '{span.text}' to nothing and is no name; write small letters"
                " and hyphens",
                "note",
            )
        return
    name, fact = span.fact
    service = next((service for service in visit.services if service.id == name), None)
    if service is None:
        raise UnderivableError(
            f"'{span.tie}' names no service of the visit; write service.fact", "note"
        )
    if _value(service, fact) in (None, False):
        raise UnderivableError(
            f"service '{name}' has no '{fact}', to which the note ties '{span.text}'; add it to the"
            " visit",
            "note",
        )


def answers(item: MarkWords) -> tuple[Answer, ...]:
    """The ties that have feedback of their own."""
    return tuple(
        Answer(tie, ("spans", tie), mistake=span.mistake) for tie, span in item.spans.items()
    )


def own_keys(item: MarkWords) -> tuple[OwnKey, ...]:
    """The `key` of each tie."""
    return tuple(
        OwnKey(tie, ("spans", tie, "key"), span.key)
        for tie, span in item.spans.items()
        if span.key is not None
    )
