"""The decision guide: from what was done to the code, by the questions of the engine's rules."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.billing.decision_tree import (
    Named,
    TreeAnswer,
    TreeNode,
    ValueGroup,
    build_tree,
    values_named,
)
from generator.billing.reasons import Billable, Reason
from generator.billing.who_may import conditions_of
from generator.facts.base import Fact
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Range, Technique
from generator.pages import labels
from generator.pages.page import Page

PATH = "guide/index.md"
FIRST = "What kind of service was it?"
NEAREST = "Which of these is closest to what was done?"
NO_TREATMENT = (
    "no-treatment",
    "Non-billable time",
    "Rest, setup, documentation and the like.",
)
OPEN_WORD = (
    "open-word",
    "A term that covers several services",
    "Traction, aphasia, pelvic floor and the like: more detail is needed.",
)
NO_CODE = (
    "no-code",
    "Services with no specific code",
    "Cupping, taping, laser, shockwave, screens, co-treatment and the like.",
)
MOST_CHOICES = 12


@dataclass(frozen=True)
class GuideAnswer:
    """A code or several, or none, with the reason; the note must also give what is `assumed`.

    `never` is what is not billed for it, where it has no code of its own.
    """

    codes: tuple[Code, ...]
    other_codes: tuple[str, ...]
    reason: Reason
    assumed: tuple[str, ...]
    instead: tuple[str, ...]
    never: Fact | None


@dataclass(frozen=True)
class GuideChoice:
    """Something to choose, and what follows: a further question with its choices, or an answer."""

    id: str
    label: str
    hint: str = ""
    techniques: tuple[str, ...] = ()
    question: str = ""
    choices: tuple["GuideChoice", ...] = ()
    answer: GuideAnswer | None = None

    @property
    def title(self) -> str:
        """The label with a capital."""
        return self.label[:1].upper() + self.label[1:]


def guide_page(corpus: Corpus) -> Iterator[Page]:
    """Nothing where there are no techniques."""
    if corpus.techniques:
        view = {
            "question": FIRST,
            "choices": guide_choices(corpus),
            "named": tuple(_named_codes(corpus)),
        }
        yield Page.of(PATH, "guide", view, element="guide", boost=3, is_wide=True)


def _named_codes(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Each code with its name, to be found by the words of `assets/words.js`."""
    for code in corpus.codes.values():
        yield code.code, code.plain_name
    for other in corpus.other_codes.values():
        yield other.code, other.plain_name


def guide_choices(corpus: Corpus) -> tuple[GuideChoice, ...]:
    """Families first, then techniques, then what decides."""
    return tuple(_Guide(corpus, values_named(corpus.techniques.values())).families())


@dataclass(frozen=True)
class _Guide:
    """Builds the choices; `named` are the values that rules of any technique name."""

    corpus: Corpus
    named: Named

    def families(self) -> Iterator[GuideChoice]:
        """A choice for each family that a technique leads to, then for what is in none."""
        placed: dict[str, list[Technique]] = {}
        for technique in self.corpus.techniques.values():
            for name in self._families_of(technique):
                placed.setdefault(name, []).append(technique)
        named = ((one.id, one.title, one.summary) for one in self.corpus.families.values())
        for words in (*named, OPEN_WORD, NO_CODE, NO_TREATMENT):
            if words[0] in placed:
                yield self._family(words, placed[words[0]])

    def _families_of(self, technique: Technique) -> frozenset[str]:
        if technique.no_code:
            return frozenset({NO_CODE[0]})
        if any("sort" in rule.when for rule in technique.codes):
            return frozenset({OPEN_WORD[0]})
        codes = (self.corpus.codes.get(code) for rule in technique.codes for code in rule.codes)
        return frozenset(str(code.family) for code in codes if code) or frozenset(NO_TREATMENT[:1])

    def _family(self, words: tuple[str, str, str], members: Sequence[Technique]) -> GuideChoice:
        """A long list is first asked for by groups of techniques that are coded alike."""
        name, title, summary = words
        place = f"g-{name}"
        choices = self._techniques(place, members)
        if len(choices) > MOST_CHOICES:
            groups = enumerate(_grouped(members, _outcomes), 1)
            choices = tuple(self._group(f"{place}-{index}", some) for index, some in groups)
        return GuideChoice(place, title, summary, question=NEAREST, choices=choices)

    def _group(self, place: str, members: tuple[Technique, ...]) -> GuideChoice:
        choices = self._techniques(place, members)
        if len(choices) == 1:
            return choices[0]
        return GuideChoice(place, _names(members), question=NEAREST, choices=choices)

    def _techniques(self, place: str, members: Iterable[Technique]) -> tuple[GuideChoice, ...]:
        """Techniques whose rules are the same share their questions."""
        return tuple(self._technique(place, alike) for alike in _grouped(members, _rules))

    def _technique(self, place: str, alike: tuple[Technique, ...]) -> GuideChoice:
        first = alike[0]
        return replace(
            self._choice(
                f"{place}-{first.id}",
                _names(alike),
                build_tree(first, self.named),
                first.no_code,
            ),
            hint=first.what if len(alike) == 1 else "",
            techniques=tuple(one.id for one in alike),
        )

    def _choice(self, place: str, label: str, node: TreeNode, never: Fact | None) -> GuideChoice:
        if isinstance(node, TreeAnswer):
            return GuideChoice(place, label, answer=self._answer(node, never))
        choices = tuple(
            self._choice(
                f"{place}-{index}", self._label(node.attribute, branch.cell), branch.next, never
            )
            for index, branch in enumerate(node.branches, 1)
        )
        question = labels.QUESTION[node.attribute]
        return GuideChoice(place, label, question=question, choices=choices)

    def _answer(self, node: TreeAnswer, never: Fact | None) -> GuideAnswer:
        outcome, codes = node.outcome, self.corpus.codes
        named = outcome.codes if isinstance(outcome, Billable) else ()
        swaps = (
            f"{payer.name} asks for {swap.use} instead."
            for payer in self.corpus.payers.values()
            for swap in payer.substitutions
            if swap.code in named
        )
        checks = dict.fromkeys(
            entry.ask
            for code in named
            if code in codes
            for entry in conditions_of(self.corpus, code)
        )
        return GuideAnswer(
            tuple(codes[code] for code in named if code in codes),
            tuple(code for code in named if code not in codes),
            outcome.reasons[0],
            tuple(self._assumed(attribute, group) for attribute, group in node.assumed),
            (*swaps, *checks),
            never,
        )

    def _assumed(self, attribute: str, group: ValueGroup) -> str:
        label = self._label(attribute, group)
        is_range = isinstance(group.shown, Range)
        return label if is_range else f"{labels.ATTRIBUTE[attribute]}: {label}"

    def _label(self, attribute: str, group: ValueGroup) -> str:
        if isinstance(group.shown, Range):
            return labels.amount_text(attribute, group.shown)
        return labels.join_or([self._value(attribute, value) for value in group.shown])

    def _value(self, attribute: str, value: bool | int | str) -> str:
        if isinstance(value, bool):
            return "yes" if value else "no"
        if attribute == "purpose":
            return f"to {self.corpus.purposes[str(value)].name}"
        return str(labels.CONTACT_SHORT.get(str(value), str(value).replace("-", " ")))


def _grouped(
    members: Iterable[Technique], key: Callable[[Technique], str]
) -> tuple[tuple[Technique, ...], ...]:
    groups: dict[str, list[Technique]] = {}
    for technique in members:
        groups.setdefault(key(technique), []).append(technique)
    return tuple(map(tuple, groups.values()))


@lru_cache(maxsize=16384)
def _rules(technique: Technique) -> str:
    return repr((technique.codes, technique.no_code))


@lru_cache(maxsize=16384)
def _outcomes(technique: Technique) -> str:
    return repr(tuple((tuple(rule.when.items()), rule.codes) for rule in technique.codes))


def _names(members: tuple[Technique, ...]) -> str:
    first, *others = (technique.name for technique in members)
    return ", ".join((first, *(name[:1].lower() + name[1:] for name in others)))
