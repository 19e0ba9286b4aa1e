"""What an analysis says of a class, its questions and their options."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """`name` is the same in every language; `about` is the option or the number spoken of."""

    name: str
    about: str = ""

    @property
    def text(self) -> str:
        """The sentence for an instructor."""
        return NOTICE_TEXTS[self.name].format(about=self.about)


NOTICE_TEXTS = {
    "key-changed": (
        "Its key or the facts behind it have changed since some of the answers were given."
    ),
    "negative": (
        "Learners who do better on the rest get it wrong more often (r = {about}). Check the key"
        " and the wording first."
    ),
    "weak": "It hardly tells those who know from those who do not (r = {about}).",
    "hard": "Few get it right ({about}). Is it taught, and is the wording clear?",
    "below-chance": (
        "Fewer get it right than guessing would ({about}). Something leads them to a wrong answer."
    ),
    "easy": "Nearly everybody gets it right ({about}); it tells nobody apart.",
    "rival": (
        "The strongest group takes '{about}' more often than the right answer. Is it right too?"
    ),
    "lures-strong": (
        "'{about}' is wrong, and draws the strongest group more than the weakest. Is its wording"
        " open to a second reading?"
    ),
    "idle": "Nobody takes '{about}'; it does no work as a wrong answer.",
    "omitted": "{about} of the learners left it out.",
    "slow": "It takes three times as long as the others ({about} s in the middle).",
    "quick": "It is answered in {about} s in the middle, too fast to have read it.",
    "tiny-class": (
        "{about} learners: too few for any statement about a question. The figures describe these"
        " learners and nobody else."
    ),
    "small-class": (
        "{about} learners: correlations and reliability can be off by 0.4 and more either way;"
        " neither they nor single options are judged."
    ),
    "medium-class": (
        "{about} learners: correlations and reliability can be off by 0.2 and more either way."
    ),
    "few-items": "{about} questions: the reliability of so short a test says little.",
}


@dataclass(frozen=True)
class OptionStats:
    """What one option drew.

    How many learners, and which share of each ability group, the weakest first.
    """

    id: str
    name: str
    right: bool
    count: int
    by_group: tuple[float, ...]


@dataclass(frozen=True)
class ItemStats:
    """`facility` is the mean of the points, `right` the share wholly right, `interval` its limits.

    The limits are those of 95 %; a question left out counts as wrong.
    """

    id: str
    title: str
    kind: str
    answers: int
    omitted: int
    facility: float
    right: float
    interval: tuple[float, float]
    discrimination: float | None
    seconds: float | None
    pulls: tuple[OptionStats, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Analysis:
    """`mean` and `deviation` are of the learners' points.

    `spread` counts learners by answers wholly right.
    """

    persons: int
    items: tuple[ItemStats, ...]
    mean: float
    deviation: float
    alpha: float | None
    kr20: float | None
    error: float | None
    spread: tuple[tuple[int, int], ...]
    groups: tuple[int, ...]
    exchanges: tuple[tuple[str, str, int], ...]
    warnings: tuple[Notice, ...]
