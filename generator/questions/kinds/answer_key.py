"""A key, what may be chosen, and the visit that both follow from."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.authoring.yaml_reader import Keys
from generator.billing.outcomes import Reason
from generator.facts.quizzes import Item
from generator.facts.visits import Service, Visit


class UnderivableError(Exception):
    """The facts do not decide the item; the message says what is missing, `keys` where."""

    def __init__(self, message: str, *keys: str | int) -> None:
        super().__init__(message)
        self.keys = keys


@dataclass(frozen=True)
class Key:
    """The ids of the right answers, and why; `free` ids count neither way.

    Where an answer is filled in, `right_answers` are the whole answers that are equally right, and
    `right` holds the parts of all of them.
    """

    right: frozenset[str]
    reasons: tuple[Reason, ...]
    free: frozenset[str] = frozenset()
    right_answers: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """Something an author offers: its id, place in the item, text, and the mistake behind it."""

    id: str
    at: Keys
    text: str | None = None
    mistake: str | None = None


@dataclass(frozen=True)
class OwnKey:
    """An author's own cross-check of an answer."""

    id: str
    at: Keys
    right: bool


def visit_of(item: Item) -> Visit:
    """The item's visit with its date and payer; raises `Underivable` where it has none."""
    visit = getattr(item, "visit", None)
    if visit is None:
        raise UnderivableError("the item has no 'visit' to derive a key from", "kind")
    return Visit(date=item.date, payer=item.payer, **dict(visit))


def asked_service(visit: Visit, about: str | None) -> Service:
    """The service an item is about; the only one where it names none."""
    if about is None and len(visit.services) > 1:
        raise UnderivableError(
            "the visit has several services; name the one that is asked about in 'about'",
            "visit",
            "services",
        )
    named = [service for service in visit.services if about in (None, service.id)]
    if not named:
        raise UnderivableError(
            f"no service of the visit has the id '{about}'; name one of its services", "about"
        )
    return named[0]


def distinct(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each reason once, in order."""
    return tuple(dict.fromkeys(reasons))


def labelled_as_mistakes(answers: Iterable[Answer], right: Collection[str]) -> tuple[Keys, ...]:
    """Where a mistake is named at something right."""
    return tuple(
        (*answer.at, "mistake") for answer in answers if answer.mistake and answer.id in right
    )
