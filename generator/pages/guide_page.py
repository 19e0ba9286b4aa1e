"""The decision guide.

From what was done to the code, by questions that the engine's own rules ask.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.billing.decision_tree import (
    Named,
    TreeAnswer,
    TreeNode,
    ValueGroup,
    build_tree,
    values_named,
)
from generator.billing.outcomes import Billable, Reason
from generator.cache.identity import Same
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Range, Technique
from generator.pages import labels
from generator.pages.page import Page

TITLE = "Which code is this?"
FIRST = "What kind of thing was done?"
NEAREST = "Which of these is nearest to what was done?"
NO_TREATMENT = (
    "no-treatment",
    "Time that is no treatment",
    "Rest, set-up, writing the note and the like.",
)
MOST_CHOICES = 12


@dataclass(frozen=True)
class GuideAnswer:
    """A code or several, or none, with the reason; `assumed` is what the note must give besides."""

    codes: tuple[Code, ...]
    other_codes: tuple[str, ...]
    reason: Reason
    assumed: tuple[str, ...]
    instead: tuple[str, ...]


@dataclass(frozen=True)
class GuideChoice:
    """Something to choose, and what follows: a further question with its choices, or an answer."""

    id: str
    label: str
    hint: str = ""
    techniques: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    question: str = ""
    choices: tuple["GuideChoice", ...] = ()
    answer: GuideAnswer | None = None


@dataclass(frozen=True)
class GuideView:
    question: str
    choices: tuple[GuideChoice, ...]


def guide_page(corpus: Corpus) -> Iterator[Page]:
    if corpus.techniques:
        described = (
            "Say what was done, to what end and how. The questions lead to the code with its reason"
            " and source, or to the answer that no code is right."
        )
        yield Page(
            "guide/index.md",
            "guide.md.jinja",
            TITLE,
            described,
            guide_view(corpus),
            "compare",
            element="guide",
            boost=3,
            is_wide=True,
        )


def guide_view(corpus: Corpus) -> GuideView:
    """Families first, then techniques, then what decides."""
    return GuideView(FIRST, tuple(_families(corpus)))


def _families(corpus: Corpus) -> Iterator[GuideChoice]:
    named = values_named(corpus.techniques.values())
    placed = {
        name: _families_of(corpus, technique) for name, technique in corpus.techniques.items()
    }
    for name, family in corpus.families.items():
        members = [
            technique for technique in corpus.techniques.values() if name in placed[technique.id]
        ]
        if members:
            yield _family(corpus, named, name, family.title, family.summary, members)
    members = [technique for technique in corpus.techniques.values() if not placed[technique.id]]
    if members:
        yield _family(corpus, named, *NO_TREATMENT, members)


def _families_of(corpus: Corpus, technique: Technique) -> tuple[str, ...]:
    """Every family to which a rule of the technique leads."""
    codes = (corpus.codes.get(code) for rule in technique.codes for code in rule.codes)
    return tuple(dict.fromkeys(str(code.family) for code in codes if code))


def _family(
    corpus: Corpus, named: Named, name: str, title: str, summary: str, members: list[Technique]
) -> GuideChoice:
    """A long list is first asked for by groups of techniques that are coded alike."""
    place = f"g-{name}"
    choices = tuple(_technique(corpus, named, place, alike) for alike in _grouped(members, _rules))
    if len(choices) > MOST_CHOICES:
        coded_alike = _grouped(members, _outcomes)
        choices = tuple(
            _group(corpus, named, f"{place}-{index}", some)
            for index, some in enumerate(coded_alike, 1)
        )
    return GuideChoice(place, title, summary, question=NEAREST, choices=choices)


def _grouped(
    members: list[Technique], key: Callable[[Same], str]
) -> tuple[tuple[Technique, ...], ...]:
    groups: dict[str, list[Technique]] = {}
    for technique in members:
        groups.setdefault(key(Same(technique)), []).append(technique)
    return tuple(map(tuple, groups.values()))


@lru_cache(maxsize=16384)
def _rules(same: Same) -> str:
    """Alike for techniques whose rules are the same to the last word.

    Written once for each, however often the page is made.
    """
    return repr(same.thing.codes)


@lru_cache(maxsize=16384)
def _outcomes(same: Same) -> str:
    """Alike for techniques that are coded alike."""
    return repr(tuple((tuple(rule.when.items()), rule.codes) for rule in same.thing.codes))


def _group(corpus: Corpus, named: Named, place: str, members: tuple[Technique, ...]) -> GuideChoice:
    choices = tuple(
        _technique(corpus, named, place, alike) for alike in _grouped(list(members), _rules)
    )
    return (
        choices[0]
        if len(choices) == 1
        else GuideChoice(place, _names(members), question=NEAREST, choices=choices)
    )


def _names(members: tuple[Technique, ...]) -> str:
    first, *others = (technique.name for technique in members)
    return ", ".join((first, *(name[:1].lower() + name[1:] for name in others)))


def _technique(
    corpus: Corpus, named: Named, place: str, alike: tuple[Technique, ...]
) -> GuideChoice:
    """Techniques whose rules are the same share their questions."""
    first = alike[0]
    hint = first.what if len(alike) == 1 else ""
    said = tuple(
        dict.fromkeys(
            word for technique in alike for word in (technique.name.lower(), *technique.words)
        )
    )
    names = tuple(technique.id for technique in alike)
    return _followed(
        corpus, f"{place}-{first.id}", _names(alike), build_tree(first, named), hint, names, said
    )


def _followed(
    corpus: Corpus,
    place: str,
    label: str,
    node: TreeNode,
    hint: str = "",
    techniques: tuple[str, ...] = (),
    said: tuple[str, ...] = (),
) -> GuideChoice:
    if isinstance(node, TreeAnswer):
        return GuideChoice(place, label, hint, techniques, said, answer=_answer(corpus, node))
    choices = tuple(
        _followed(
            corpus, f"{place}-{index}", _label(corpus, node.attribute, branch.cell), branch.next
        )
        for index, branch in enumerate(node.branches, 1)
    )
    return GuideChoice(
        place, label, hint, techniques, said, labels.QUESTION[node.attribute], choices
    )


def _answer(corpus: Corpus, node: TreeAnswer) -> GuideAnswer:
    outcome = node.outcome
    named = outcome.codes if isinstance(outcome, Billable) else ()
    codes = tuple(corpus.codes[code] for code in named if code in corpus.codes)
    assumed = tuple(_assumed(corpus, attribute, cell) for attribute, cell in node.assumed)
    swaps = (
        f"{payer.name} asks for {swap.use} instead."
        for payer in corpus.payers.values()
        for swap in payer.substitutions
        if swap.code in named
    )
    others = tuple(code for code in named if code not in corpus.codes)
    return GuideAnswer(codes, others, outcome.reasons[0], assumed, tuple(swaps))


def _assumed(corpus: Corpus, attribute: str, cell: ValueGroup) -> str:
    said = _label(corpus, attribute, cell)
    return said if isinstance(cell.shown, Range) else f"{labels.ATTRIBUTE[attribute]}: {said}"


def _label(corpus: Corpus, attribute: str, cell: ValueGroup) -> str:
    if isinstance(cell.shown, Range):
        return labels.amount_of(attribute, cell.shown)
    return labels.listed([_value(corpus, attribute, value) for value in cell.shown])


def _value(corpus: Corpus, attribute: str, value: bool | int | str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if attribute == "purpose":
        return f"to {corpus.purposes[str(value)].name}"
    return labels.CONTACT_SHORT.get(str(value), str(value).replace("-", " "))
