"""A key, what may be chosen, and the visit both follow from."""

from dataclasses import dataclass

from generator.authoring.yaml_reader import Keys
from generator.billing.outcomes import Reason
from generator.facts.quizzes import VisitItem
from generator.facts.visits import Service, Visit
from generator.questions.kinds.choose_all.choose_all_model import ChooseAll


class Underivable(Exception):
    """The facts do not settle the item.

    The message says what is missing, `keys` where in the item.
    """

    def __init__(self, message: str, *keys: str | int) -> None:
        super().__init__(message)
        self.keys = keys


@dataclass(frozen=True)
class Key:
    """The ids of the answers that are right, and why.

    `free` are ids that count neither way. `ways` are the whole answers that are as right as each
    other, where an answer is filled in rather than chosen; `right` then holds what stands in any of
    them.
    """

    right: frozenset[str]
    reasons: tuple[Reason, ...]
    free: frozenset[str] = frozenset()
    ways: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """Something an author offers.

    Its id, where it stands in the item, what is shown, and the mistake said to lead there.
    """

    id: str
    at: Keys
    text: str | None = None
    mistake: str | None = None


@dataclass(frozen=True)
class OwnKey:
    """What the author says of an answer, as a cross-check."""

    id: str
    at: Keys
    right: bool


def visit_of(item: VisitItem | ChooseAll) -> Visit:
    if item.visit is None:
        raise Underivable("the item has no 'visit' to derive a key from", "kind")
    return Visit(date=item.date, payer=item.payer, **dict(item.visit))


def asked_service(visit: Visit, about: str | None) -> Service:
    """The service an item is about; the only one where it names none."""
    if about is None and len(visit.services) > 1:
        raise Underivable(
            "the visit has several services; name the one that is asked about in 'about'",
            "visit",
            "services",
        )
    named = [service for service in visit.services if about in (None, service.id)]
    if not named:
        raise Underivable(
            f"no service of the visit has the id '{about}'; name one of its services", "about"
        )
    return named[0]


def distinct(reasons: list[Reason] | tuple[Reason, ...]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))
