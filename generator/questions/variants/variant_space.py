"""How many variants a template has, and which one each number is.

A number is read in mixed bases: one digit for each draw, for each piece with several wordings, the
payer and the day.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from generator.facts.corpus import Corpus
from generator.facts.question_templates import Choice, FromPool, Limit, Span, Template
from generator.questions.variants.working_days import is_working_day


@dataclass(frozen=True)
class DrawnValues:
    """One way everything fell."""

    numbers: Mapping[str, int]
    choices: Mapping[str, Choice]
    pieces: Mapping[str, Mapping[str, str]]
    payer: str
    day: datetime.date


@dataclass(frozen=True)
class VariantSpace:
    """All combinations the draws of a template may fall."""

    template: Template
    lists: Mapping[str, tuple[Choice, ...]]

    @cached_property
    def days(self) -> tuple[datetime.date, ...]:
        """The working days between the dates."""
        first, last = self.template.dates
        span = (first + datetime.timedelta(days=more) for more in range((last - first).days + 1))
        return tuple(filter(is_working_day, span))

    @cached_property
    def spans(self) -> Mapping[str, range]:
        """The numbers of each span."""
        found = {name: draw for name, draw in self.template.draws.items() if isinstance(draw, Span)}
        return {name: range(span.start, span.end + 1, span.step) for name, span in found.items()}

    @cached_property
    def size(self) -> int:
        """Every way, whether or not the limits allow it."""
        return prod(
            (
                *map(len, self.spans.values()),
                *map(_wordings, self.lists.values()),
                len(self.template.payers),
                len(self.days),
            )
        )

    @property
    def count(self) -> int:
        """Ways that the limits allow: each combination of the numbers they speak of is tried."""
        return self.size // self._bound * self._allowed

    @property
    def cases(self) -> int:
        """Ways that differ in what was done, for how long or for whom, not in words or date."""
        choices = (len(entries) for entries in self.lists.values() if any(map(_decides, entries)))
        numbers = (len(span) for name, span in self.spans.items() if name in self._in_visit)
        return prod((*choices, *numbers, len(self.template.payers))) // self._bound * self._allowed

    @cached_property
    def _in_visit(self) -> frozenset[str]:
        visit = self.template.visit
        used = {service.minutes for service in visit.services} | {
            visit.allowed_so_far_usd,
            *self._limited,
        }
        named = {
            str(value).strip("{}")
            for service in visit.services
            for value in service.details.values()
        }
        return frozenset(self.spans) & (used | named)

    @cached_property
    def _limited(self) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(
                name for limit in self.template.where for name in (*limit.sum, *limit.minus)
            )
        )

    @cached_property
    def _bound(self) -> int:
        return prod(len(self.spans[name]) for name in self._limited)

    @cached_property
    def _allowed(self) -> int:
        limits = self.template.where
        if sum(len((*limit.sum, *limit.minus)) for limit in limits) == len(self._limited):
            return prod(map(self._combinations, limits))
        combinations = product(*(self.spans[name] for name in self._limited))
        return sum(
            self.allows(dict(zip(self._limited, numbers, strict=True))) for numbers in combinations
        )

    def _combinations(self, limit: Limit) -> int:
        """How many combinations one limit allows, where no other speaks of its numbers."""
        sums = Counter({0: 1})
        for name in (*limit.sum, *limit.minus):
            sign = 1 if name in limit.sum else -1
            further: Counter[int] = Counter()
            for total, times in sums.items():
                for value in self.spans[name]:
                    further[total + sign * value] += times
            sums = further
        return sum(times for total, times in sums.items() if _fits(limit, total))

    def allows(self, numbers: Mapping[str, int]) -> bool:
        """Whether the limits allow these numbers."""
        return all(
            _fits(
                limit,
                sum(numbers[name] for name in limit.sum)
                - sum(numbers[name] for name in limit.minus),
            )
            for limit in self.template.where
        )

    def at(self, number: int) -> DrawnValues | None:
        """The way of that number, from 0 to below `size`; None where the limits do not allow it."""
        numbers, choices, pieces = {}, {}, {}
        for name, span in self.spans.items():
            number, digit = divmod(number, len(span))
            numbers[name] = span[digit]
        if not self.allows(numbers):
            return None
        totals = {
            name: sum(numbers[part] for part in parts)
            for name, parts in self.template.totals.items()
        }
        for name, entries in self.lists.items():
            number, digit = divmod(number, _wordings(entries))
            choices[name], pieces[name] = _chosen(entries, digit)
        number, digit = divmod(number, len(self.template.payers))
        named = [choice.payer for choice in choices.values() if choice.payer]
        return DrawnValues(
            {**numbers, **totals},
            choices,
            pieces,
            str((*named, self.template.payers[digit])[0]),
            self.days[number],
        )


def space_of(corpus: Corpus, template: Template) -> VariantSpace:
    """The space of a template, its pools looked up."""
    lists = {
        name: corpus.pools[draw.pool] if isinstance(draw, FromPool) else draw
        for name, draw in template.draws.items()
        if not isinstance(draw, Span)
    }
    return VariantSpace(template, lists)


def _fits(limit: Limit, value: int) -> bool:
    low, high = limit.at_least, limit.at_most
    if limit.not_between and limit.not_between[0] <= value <= limit.not_between[1]:
        return False
    return (low is None or value >= low) and (high is None or value <= high)


def _decides(choice: Choice) -> bool:
    return bool(choice.service or choice.by or choice.payer or choice.circumstances)


def _wordings(entries: tuple[Choice, ...]) -> int:
    return sum(map(_wordings_of, entries))


def _wordings_of(choice: Choice) -> int:
    return prod(len(wordings) for _, wordings in _several(choice))


def _several(choice: Choice) -> Iterator[tuple[str, tuple[str, ...]]]:
    return (
        (name, wordings) for name, wordings in choice.words.items() if isinstance(wordings, tuple)
    )


def _chosen(entries: tuple[Choice, ...], digit: int) -> tuple[Choice, dict[str, str]]:
    for choice in entries:
        if digit < _wordings_of(choice):
            break
        digit -= _wordings_of(choice)
    pieces = {name: wording for name, wording in choice.words.items() if isinstance(wording, str)}
    for name, wordings in _several(choice):
        digit, place = divmod(digit, len(wordings))
        pieces[name] = wordings[place]
    return choice, pieces
