"""Whether a key can be guessed from its options: their sort, their length, words of the note.

The rule of the test-wise knows nothing of billing. It learns from all other questions which sort of
option is right how often, and picks the option whose sort is right most often.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.authoring.placeholders import MARK
from generator.checks.writing.option_flaws import Offered, chosen_from, single_right
from generator.facts.corpus import Corpus
from generator.facts.quizzes import CodeOption, Item, VisitItem
from generator.findings import Problems, Spot
from generator.questions.kinds.registry import KINDS

WORD = re.compile(r"[a-z]{4,}")
STEM = 5  # letters by which 'exercise' and 'exercises' are one word
MARGIN = 5  # points above chance
SHOWN = 8  # questions that the finding names
FEWEST = 30  # questions that make a pattern
SPECIAL = ("not-billable", "ask-therapist")

Sorts = Sequence[tuple[str, ...]]
"""The sort of each option of a question."""


class Guess(NamedTuple):
    """How many of `asked` keys the rule finds, and chance, in percent; by what; most where.

    `given_away` are the questions that help it most.
    """

    asked: int
    found: float
    chance: float
    cues: str
    path: str
    given_away: tuple[str, ...] = ()

    @property
    def is_revealing(self) -> bool:
        """Whether the rule is past chance and margin."""
        return self.asked >= FEWEST and self.found > self.chance + MARGIN


def best_guess(corpus: Corpus) -> Guess:
    """The most successful of the rules, over all questions that ask for one code."""
    asked = [
        (item, options, right)
        for item, options in chosen_from(corpus)
        if _asks_for_a_code(item)
        and not item.title.startswith(MARK)  # what is not written yet makes no pattern
        and (right := single_right(options))
    ]
    if not asked:
        return Guess(0, 0, 0, "", "")
    chance = 100 * sum(1 / len(options) for _, options, _ in asked) / len(asked)
    right_at = [options.index(right) for _, options, right in asked]
    found = {
        words: _hits([_sorts(item, options, cues) for item, options, _ in asked], right_at)
        for words, cues in CUES.items()
    }
    words, hits = max(found.items(), key=lambda entry: sum(entry[1]))
    beyond: dict[str, float] = {}
    gains: dict[str, float] = {}
    for (item, options, _), hit in zip(asked, hits, strict=True):
        path = corpus.spot("items", item.id).path
        gains[item.id] = hit - 1 / len(options)
        beyond[path] = beyond.get(path, 0) + gains[item.id]
    most = max(sorted(beyond), key=lambda path: beyond[path])
    in_file = {name: corpus.spot("items", name).path == most for name in gains}
    found_by = sorted(gains, key=lambda name: (-gains[name], not in_file[name], name))
    given_away = tuple(name for name in found_by[:SHOWN] if gains[name] > 0)
    return Guess(len(asked), 100 * sum(hits) / len(hits), chance, words, most, given_away)


def _asks_for_a_code(item: Item) -> bool:
    codes = [option for option in item.choices if isinstance(option, CodeOption)]
    return isinstance(item, VisitItem) and bool(codes) and KINDS[item.kind].form == "one"


def keys_that_can_be_guessed(corpus: Corpus) -> Problems:
    """A bank in which options give more keys away than chance does."""
    guess = best_guess(corpus)
    if guess.is_revealing:
        ways = "; ".join(advice for cue, advice in ADVICE.items() if cue in CUES[guess.cues])
        sentence = (
            f"A rule that looks only at {guess.cues} finds {guess.found:.1f}% of the keys of"
            f" {guess.asked} questions that ask for one code, where chance gives"
            f" {guess.chance:.1f}%; this is of the whole bank, and it finds most in this file."
            f" It gains most from {', '.join(guess.given_away)}. Change some of them: {ways}."
        )
        yield Spot(guess.path), sentence


def _special(_: Item, options: Sequence[Offered]) -> Iterator[str]:
    for option in options:
        yield option.id if option.id in SPECIAL else "code"


def _length(_: Item, options: Sequence[Offered]) -> Iterator[str]:
    lengths = [len(option.text) for option in options if option.id not in SPECIAL]
    for option in options:
        length = len(option.text)
        yield (
            ""
            if option.id in SPECIAL
            else "longest"
            if length == max(lengths)
            else "shortest"
            if length == min(lengths)
            else "between"
        )


def _overlap(item: Item, options: Sequence[Offered]) -> Iterator[str]:
    note = _stems(item.note) if isinstance(item, VisitItem) else frozenset()
    shared = [
        len(_stems(option.text) & note) if option.id not in SPECIAL else 0 for option in options
    ]
    most = max(shared)
    for option, count in zip(options, shared, strict=True):
        if option.id in SPECIAL or not most:
            yield ""
        elif count < most:
            yield "less"
        else:
            yield "most" if shared.count(most) == 1 else "as many"


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()))


Cue = Callable[[Item, Sequence[Offered]], Iterator[str]]
CUES: dict[str, tuple[Cue, ...]] = {
    "which answer is no code": (_special,),
    "the length of names": (_length,),
    "words that names share with the note": (_overlap,),
    "which answer is no code and the length of names": (_special, _length),
    "which answer is no code and words shared with the note": (_special, _overlap),
    "which answer is no code, the length of names and words shared with the note": (
        _special,
        _length,
        _overlap,
    ),
}


ADVICE: dict[Cue, str] = {
    _special: "offer 'Not billable' or 'Ask the therapist' where it is wrong, in place of a code",
    _length: "offer a wrong code whose name is longer, or shorter, than the right one's",
    _overlap: (
        "say in the note in other words what only the right code's name says, or offer a wrong"
        " code whose name has as many words of the note"
    ),
}
"""For each cue what takes it away."""


def _sorts(item: Item, options: Sequence[Offered], cues: Sequence[Cue]) -> Sorts:
    return list(zip(*(cue(item, options) for cue in cues), strict=True))


def _hits(asked: Sequence[Sorts], right_at: Sequence[int]) -> list[float]:
    """For each key 1 where it is found; each is guessed by what all other questions show."""
    offered = Counter(sort for sorts in asked for sort in sorts)
    right = Counter(sorts[at] for sorts, at in zip(asked, right_at, strict=True))
    return [_hit(sorts, at, offered, right) for sorts, at in zip(asked, right_at, strict=True)]


def _hit(
    sorts: Sorts, at: int, offered: Counter[tuple[str, ...]], right: Counter[tuple[str, ...]]
) -> float:
    """1 where the sort that is right most often elsewhere is the key's; shared among equals."""
    own = Counter(sorts)
    rates = [
        (right[sort] - (sort == sorts[at]) + 0.5) / (offered[sort] - own[sort] + 2)
        for sort in sorts
    ]
    best = [place for place, rate in enumerate(rates) if rate == max(rates)]
    return (at in best) / len(best)
