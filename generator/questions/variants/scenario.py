"""A template and a number to a scenario: what was drawn, the note in words, the visit in facts."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from generator.facts.question_templates import Mistake, Template
from generator.facts.visits import Visit, VisitFacts
from generator.questions.variants.note_wording import Unworded, fill
from generator.questions.variants.variant_space import Drawn, Space
from generator.questions.variants.visit_drafts import visit_facts


class Unsound(Exception):
    """Why a way the draws may fall is no question.

    `keys` lead to what the author should mend, `number` says which way.
    """

    number: int | None = None

    def __init__(self, message: str, *keys: str | int) -> None:
        super().__init__(message)
        self.keys = keys


@dataclass(frozen=True)
class Scenario:
    """One variant before its answers are made."""

    template: Template
    drawn: Drawn
    note: str
    facts: VisitFacts
    visit: Visit

    @property
    def id(self) -> str:
        """The same for the same scenario, whatever its number.

        An answer is never credited to another one.
        """
        said = f"{self.note}|{self.visit.model_dump_json(exclude_defaults=True)}"
        return f"{self.template.id}-{hashlib.sha256(said.encode()).hexdigest()[:10]}"

    def say(self, text: str, more: Mapping[str, str] | None = None) -> str:
        return fill(text, self.drawn, more)

    def mistakes(self) -> tuple[tuple[int, Mistake], ...]:
        """Those plausible here with their places in the file, in an order that differs from variant to variant."""
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


def scenario(space: Space, number: int) -> Scenario | None:
    """The scenario of that number; None where the limits allow none. Raises `Unsound`."""
    drawn = space.at(number)
    if drawn is None:
        return None
    template = space.template
    try:
        note = fill(template.note, drawn)
        facts = visit_facts(template, drawn)
    except Unworded as hole:
        raise Unsound(f"{hole}", "note") from hole
    except (ValidationError, KeyError) as problem:
        raise Unsound(
            f"what is drawn makes no visit ({first_error(problem)})", "visit"
        ) from problem
    visit = Visit(date=drawn.day, payer=drawn.payer, **dict(facts))
    return Scenario(template, drawn, note, facts, visit)


def first_error(problem: ValidationError | KeyError) -> str:
    if isinstance(problem, KeyError):
        return f"nothing is drawn under the name {problem}"
    error = problem.errors(include_url=False)[0]
    return f"{'.'.join(map(str, error['loc']))}: {error['msg']}"
