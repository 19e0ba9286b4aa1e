"""Note, visit, key and reason of one question tell of the same thing."""

import re
from collections.abc import Iterator

from generator.checks.item_checks import keyed_items, spot_of
from generator.checks.writing.note_minutes import named_minutes
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.facts.visits import Service
from generator.findings import Problems, counted, listed
from generator.questions.kinds.choose_code.choose_code_kind import ChooseCode
from generator.questions.kinds.registry import kind_of

CODE = re.compile(r"\b(?:\d{5}|[A-Z]\d{4})\b")
SENTENCE = re.compile(r"(?<=[.;])\s+|\n")
BY_ASSISTANT = re.compile(r"^[^.]{0,40}\b[Aa]ssistant\b|^(?:PTA|C?OTA)\b")
SIGNED = re.compile(r", ?(?:PTA|C?OTA(?:/L)?)[.\s]*$")
IN_GROUP = re.compile(r"^[^.]{0,60}\bgroup of\b")
"""At a note's beginning; further on it may tell of another day."""


def minutes_of_another_service(corpus: Corpus) -> Problems:
    """Services to which the note's sentence about them gives other minutes."""
    for item in _visit_items(corpus):
        for index, service in enumerate(item.visit.services):
            for phrase in _phrases(corpus, item, service):
                sentence = (
                    f"The visit has {counted(service.minutes or 0, 'minute')} here, and the note"
                    f" {phrase} where it tells of this service; correct one of them."
                )
                yield spot_of(corpus, item, "visit", "services", index, "minutes"), sentence
                break


def people_of_the_note(corpus: Corpus) -> Problems:
    """Assistants and groups with which a note begins or ends, and which the visit lacks."""
    for item in _visit_items(corpus):
        services = item.visit.services
        if BY_ASSISTANT.search(item.note) and all(one.by == "therapist" for one in services):
            yield (
                spot_of(corpus, item, "visit", "services"),
                "The note begins with an assistant, and by the visit a therapist did it all; add"
                " 'by: assistant' to what the assistant did, or correct the note.",
            )
        elif SIGNED.search(item.note) and all(one.by == "therapist" for one in services):
            yield (
                spot_of(corpus, item, "visit", "services"),
                "An assistant signed the note, and by the visit a therapist did it all; add"
                " 'by: assistant' to what the assistant did, or correct the note.",
            )
        if IN_GROUP.search(item.note) and not any(map(_in_group, services)):
            yield (
                spot_of(corpus, item, "visit", "services"),
                "The note begins with a group, and no service of the visit is one; add"
                " 'contact: group' to it, or correct the note.",
            )


def reasons_for_another_code(corpus: Corpus) -> Problems:
    """Reasons that name codes among the options, and not the one that is right."""
    for item, key in keyed_items(corpus):
        right = {one for one in key.right if CODE.fullmatch(one)}
        offered = {answer.id for answer in kind_of(item).answers(item)}
        named = set(CODE.findall(item.reason)) & offered
        if isinstance(item, ChooseCode) and right and named and not named & right:
            sentence = (
                f"The reason names {listed(sorted(named), 'and')}, and the right answer is"
                f" {listed(sorted(right), 'or')}; say why that is right."
            )
            yield spot_of(corpus, item, "reason"), sentence


def keys_beside_rests_on(corpus: Corpus) -> Problems:
    """Right codes that `rests_on` leaves out, where it names other codes."""
    for item, key in keyed_items(corpus):
        codes = {name.partition("/")[2] for name in item.rests_on if name.startswith("codes/")}
        missing = [one for one in sorted(key.right) if one in corpus.codes and one not in codes]
        if isinstance(item, ChooseCode) and codes and missing:
            sentence = (
                f"The right answer is {listed(missing, 'and')}, and 'rests_on' names other codes"
                f" only; add codes/{missing[0]}."
            )
            yield spot_of(corpus, item, "rests_on"), sentence


def _visit_items(corpus: Corpus) -> Iterator[VisitItem]:
    return (item for item in corpus.items.values() if isinstance(item, VisitItem))


def _phrases(corpus: Corpus, item: VisitItem, service: Service) -> Iterator[str]:
    """Other minutes of sentences that tell of this service alone and name one number."""
    services = item.visit.services
    if not service.minutes or len(services) == 1:
        return
    own = _words(corpus, service)
    others = {word for one in services if one is not service for word in _words(corpus, one)}
    for sentence in map(str.lower, SENTENCE.split(item.note)):
        minutes = named_minutes(sentence)
        here = {word for word in own | others if word in sentence}
        if len(minutes) == 1 and minutes[0] != service.minutes and here and not here & others:
            yield f"has {minutes[0]}"


def _words(corpus: Corpus, service: Service) -> set[str]:
    technique = corpus.techniques.get(service.technique or "")
    return {word.lower() for word in technique.words} if technique else set()


def _in_group(service: Service) -> bool:
    return service.contact == "group" or "group" in (service.technique or service.code or "")
