"""A template and a number to a scenario: what was drawn, the note in words, the visit in facts."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TypeVar

from pydantic import ValidationError

from generator.facts.question_templates import Mistake, ServiceDraft, Template
from generator.facts.visits import Visit, VisitFacts
from generator.findings import did_you_mean, listed
from generator.questions.variants.note_wording import UnfilledHoleError, fill
from generator.questions.variants.variant_space import DrawnValues, VariantSpace

MakeT = TypeVar("MakeT")


class UnsoundVariantError(Exception):
    """A variant that is no question: `keys` lead to what the author should correct.

    `number` is the variant's.
    """

    number: int | None = None

    def __init__(self, message: str, *keys: str | int) -> None:
        super().__init__(message)
        self.keys = keys


class UnknownMistakeError(UnsoundVariantError):
    """A template names a mistake that there is not, whatever is drawn."""


@dataclass(frozen=True)
class Scenario:
    """One variant before its answers are made."""

    template: Template
    drawn: DrawnValues
    note: str
    facts: VisitFacts
    visit: Visit

    @property
    def id(self) -> str:
        """The same for the same scenario, whatever its number.

        An answer is never credited to another one.
        """
        text = f"{self.note}|{self.visit.model_dump_json(exclude_defaults=True)}"
        return f"{self.template.id}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"

    def say(self, text: str, more: Mapping[str, str] | None = None) -> str:
        """`text` with its holes filled."""
        return fill(text, self.drawn, more)

    def mistakes(self) -> tuple[tuple[int, Mistake], ...]:
        """Those plausible here with their places in the file, in an order of the variant's own."""
        found = [
            (place, mistake)
            for place, mistake in enumerate(self.template.mistakes)
            if self._plausible(mistake)
        ]
        return tuple(
            sorted(
                found, key=lambda entry: hashlib.sha256(f"{self.id}/{entry[0]}".encode()).digest()
            )
        )

    def _plausible(self, mistake: Mistake) -> bool:
        return all(self.drawn.choices[draw].id in choices for draw, choices in mistake.when.items())


def scenario(space: VariantSpace, number: int) -> Scenario | None:
    """The scenario of that number; None where the limits allow none. Raises `Unsound`."""
    drawn = space.at(number)
    if drawn is None:
        return None
    template = space.template
    try:
        note = fill(template.note, drawn)
        facts = _visit_facts(template, drawn)
    except UnfilledHoleError as hole:
        raise UnsoundVariantError(f"{hole}", "note") from hole
    except (ValidationError, KeyError) as problem:
        raise UnsoundVariantError(
            f"what is drawn makes no visit ({first_error(problem)})", "visit"
        ) from problem
    visit = Visit(date=drawn.day, payer=drawn.payer, **dict(facts))
    return Scenario(template, drawn, note, facts, visit)


def first_error(problem: ValidationError | KeyError) -> str:
    """The first thing that is wrong, in words."""
    if isinstance(problem, KeyError):
        return f"nothing is drawn under the name {problem}"
    error = problem.errors(include_url=False)[0]
    return f"{'.'.join(map(str, error['loc']))}: {error['msg']}"


def mistake_named(named: Mapping[str, MakeT], about: str, mistake: Mistake, place: int) -> MakeT:
    """What a mistake about codes or units does, by its name; or raises `Unsound`."""
    make = named.get(mistake.make)
    if make is None:
        hint = did_you_mean(mistake.make, named, "")
        problem = f"no mistake about {about} is called '{mistake.make}'"
        raise UnknownMistakeError(
            f"{problem}; {f'{hint} ' if hint else ''}Known are {listed(sorted(named), 'and')}",
            *("mistakes", place, "make"),
        )
    return make


def _visit_facts(template: Template, drawn: DrawnValues) -> VisitFacts:
    draft = template.visit
    circumstances = [choice.circumstances for choice in drawn.choices.values()]
    return VisitFacts.model_validate(
        {
            **draft.model_dump(exclude_none=True, exclude={"services"}),
            "services": [_service(service, drawn) for service in draft.services],
            "allowed_so_far_usd": _number(draft.allowed_so_far_usd, drawn),
            **reduce(or_, circumstances, {}),
        }
    )


def _service(draft: ServiceDraft, drawn: DrawnValues) -> Mapping[str, object]:
    draws = (draft.draw,) if isinstance(draft.draw, str) else draft.draw
    done = [part for name in draws if (part := drawn.choices[name].service)]
    facts = draft.model_dump(exclude_none=True, exclude={"draw"})
    for part in done:
        facts |= part.model_dump(exclude_none=True)
    by = [choice.by[draft.id] for choice in drawn.choices.values() if draft.id in choice.by]
    if by:
        facts["by"] = by[0]
    details = reduce(or_, (part.details for part in done), draft.details)
    return {
        **facts,
        "minutes": _number(draft.minutes, drawn),
        "details": {str(name): _detail(value, drawn) for name, value in details.items()},
    }


def _number(value: int | str | None, drawn: DrawnValues) -> int | None:
    return drawn.numbers[value] if isinstance(value, str) else value


def _detail(value: bool | int | str, drawn: DrawnValues) -> bool | int | str:
    """`{regions}` stands for the number drawn under that name."""
    if isinstance(value, str) and value[:1] == "{" and value[1:-1] in drawn.numbers:
        return drawn.numbers[value[1:-1]]
    return value
