"""Answers of a question: its key, what its author offers, and what a page shows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from generator.billing.data_tables import denial_text
from generator.billing.reasons import Ask, Billable, NotBillable, Outcome, Reason
from generator.billing.review.review_case import Fault
from generator.billing.written_claims import LineLike
from generator.facts.base import Keys
from generator.facts.corpus import Corpus
from generator.facts.quizzes import CodeOption, Item, Option
from generator.facts.visits import Service, Visit

BodyT = TypeVar("BodyT")
REACTION = {"paid": "Paid", "at-risk": "At risk", "denied": "Denied"}


ASK_CLINICIAN = {
    "chiropractic": "Ask the chiropractor",
    "athletic-training": "Ask the athletic trainer",
}


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
    """An author's own verdict on an answer; one that is not marked is called wrong."""

    id: str
    at: Keys
    right: bool
    marked: bool = True


def own_key(name: str, at: Keys, key: bool | None) -> OwnKey:
    """The author's verdict on an answer by its `key`."""
    return OwnKey(name, (*at, "key"), bool(key), key is not None)


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


def ask_clinician(visit: Visit) -> str:
    """Whom to ask about a note, by the discipline that wrote it."""
    return ASK_CLINICIAN.get(visit.discipline, "Ask the therapist")


def outcome_answers(outcome: Outcome) -> tuple[str, ...]:
    """The answers that stand for what is billed: codes, or the answer that is no code."""
    match outcome:
        case Billable(codes):
            return codes
        case NotBillable():
            return ("not-billable",)
        case Ask():
            return ("ask-therapist",)


def distinct(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each reason once, in order."""
    return tuple(dict.fromkeys(reasons))


def labeled_as_mistakes(answers: Iterable[Answer], right: Collection[str]) -> tuple[Keys, ...]:
    """Where a mistake is named at something right."""
    return tuple(
        (*answer.at, "mistake") for answer in answers if answer.mistake and answer.id in right
    )


@dataclass(frozen=True)
class Reaction:
    """What the payer does with a line, in words, and how to correct it.

    `denial` names the usual reason code.
    """

    verdict: str
    words: str
    denial: str | None
    fix: str
    reason: Reason


@dataclass(frozen=True)
class OptionView:
    """Something that was chosen or could have been.

    `ruling` replaces 'Correct.' and 'Incorrect.'; `free` counts neither way. An option with
    `shares_code` is named by its whole label, since another one may have the same code. `named`:
    its text is only the short name of its code, which a test leaves out.
    """

    id: str
    code: str | None
    text: str
    right: bool
    feedback: str
    mistake: str | None
    free: bool = False
    ruling: str | None = None
    reaction: Reaction | None = None
    shares_code: bool = False
    named: bool = False

    @property
    def label(self) -> str:
        """Code and text."""
        return f"{self.code or ''} {self.text}".strip()

    @property
    def name(self) -> str:
        """The code, or the words where that is not enough."""
        return self.label if self.shares_code else self.code or self.text

    @property
    def verdict(self) -> str:
        """The ruling in words."""
        return self.ruling or (
            "Correct." if self.right else "Counts neither way." if self.free else "Incorrect."
        )

    @property
    def mark(self) -> str:
        """The ruling as the page's `data-right`."""
        return "free" if self.free else "true" if self.right else "false"


@dataclass(frozen=True)
class ClaimShown:
    """A claim that is shown with the question."""

    caption: str
    lines: Sequence[LineLike]


@dataclass(frozen=True)
class AnswerView(Generic[BodyT]):
    """The answers of one question; `body` is for its template, `data` for the browser.

    `solution` states the right answer where no option is it; `prompt` replaces the item's own, and
    so does a `note`, which its template shows. `statement` is a published claim that is judged,
    `claim` a claim that is shown, `now` the other payer or date. `ways` are the right answers of a
    `Marking`.
    """

    options: tuple[OptionView, ...]
    body: BodyT
    data: Mapping[str, object] | None = None
    solution: str | None = None
    prompt: str | None = None
    note: str | None = None
    statement: str | None = None
    claim: ClaimShown | None = None
    now: str | None = None
    ways: tuple[Any, ...] = ()

    def without_names(self) -> "AnswerView[BodyT]":
        """The same with bare codes to choose from."""
        bare = (replace(option, text="") if option.named else option for option in self.options)
        return replace(self, options=tuple(bare))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the question shows: of its options, and of the claim that is shown."""
        shown = [option.code for option in self.options]
        shown += [str(line.code) for line in self.claim.lines] if self.claim else []
        return tuple(dict.fromkeys(filter(None, shown)))


def option_view(
    option: Option, key: Key, text: str, code: str | None = None, ruling: str | None = None
) -> OptionView:
    """An author's option as it is shown."""
    name = option.answer_id
    return OptionView(
        name, code, text, name in key.right, option.feedback, option.mistake, ruling=ruling
    )


def code_option_view(corpus: Corpus, option: CodeOption, key: Key) -> OptionView:
    """A code to choose, with its short name where the author gave it no text."""
    view = option_view(option, key, option.text or corpus.names[option.code], option.code)
    return replace(view, named=not option.text)


def reaction_to(fault: Fault) -> Reaction:
    """The reaction to a fault of a claim line."""
    denial = denial_text(fault.carc) if fault.carc else None
    return Reaction(fault.verdict, REACTION[fault.verdict], denial, fault.correction, fault.reason)


def line_text(line: LineLike) -> str:
    """A claim line in a sentence: '97110 × 2 GP'."""
    return " ".join((f"{line.code} × {line.units}", *line.modifiers))


def claim_text(lines: Sequence[LineLike]) -> str:
    """A claim in a sentence."""
    return "; ".join(map(line_text, lines)) or "nothing goes on the claim"
