"""What the layouts of quiz games have in common: one text, few answers, and limits on both.

A question that does not fit is left out and named, never cut: half a note has another answer.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.exports.limitations import Limitation, Rule, collect
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ChoiceResponse,
    ExportChoice,
    ExportQuestion,
    NumberEntry,
    Questions,
    SingleChoice,
)
from generator.exports.question_text import scenario, xml_text
from generator.exports.table_files import is_formula
from generator.findings import counted
from generator.pages.labels import service_date

NOT_THERE = "not in the file, nor its note, prompt, options, key, feedback and reasons"
READING = 15  # characters a second, slowly
THINKING = 20  # seconds


@dataclass(frozen=True)
class GameLayout:
    """What a program takes; a length is None where it names no limit.

    `several`: players choose all right answers; without it one alone. `ties`: any of several right
    answers will do. `numbers`: one number can be asked for. `as_csv`: cells are written bare, since
    an apostrophe before a formula would be shown to the players.
    """

    program: str
    answers: int | None = None
    question_length: int | None = None
    answer_length: int | None = None
    several: bool = False
    ties: bool = False
    numbers: bool = False
    as_csv: bool = False

    def fitting(self, questions: Questions) -> tuple[ExportQuestion, ...]:
        """The questions that are in the file."""
        return tuple(question for question in questions if not self.unfit(question))

    def limitations(
        self, questions: Questions, plan: Plan, rules: tuple[Rule, ...] = ()
    ) -> tuple[Limitation, ...]:
        """How many fit, why the others do not, and what `rules` say of those that do."""
        inside = self.fitting(questions)
        total = counted(len(questions), "question")
        number = Limitation("", f"{len(inside)} of {total} fit the layout of {self.program}")
        left_out = (
            Limitation(question.id, f"{NOT_THERE}: {reason}")
            for question in questions
            if (reason := self.unfit(question))
        )
        return (number, *left_out, *collect(inside, plan, rules))

    def unfit(self, question: ExportQuestion) -> str | None:
        """Why the question is not in the file."""
        return next(self._reasons(question), None)

    def _reasons(self, question: ExportQuestion) -> Iterator[str]:
        response, name = question.response, self.program
        texts = [choice.text for choice in mixed(question)]
        right = sum(choice.right for choice in mixed(question))
        if isinstance(response, NumberEntry) and not (self.numbers and len(response.parts) == 1):
            yield f"{name} cannot ask for {counted(len(response.parts), 'number')}"
        elif not isinstance(response, ChoiceResponse | NumberEntry):
            yield f"{name} has no form for a claim"
        elif isinstance(response, SingleChoice) and right > 1 and not self.ties:
            yield f"{right} answers are equally right, and {name} takes one"
        elif not isinstance(response, SingleChoice | NumberEntry) and not self.several:
            yield f"all right answers are to be chosen, and in {name} one is enough"
        if self.answers and len(texts) > self.answers:
            yield f"it has {len(texts)} answers, {name} takes {self.answers}"
        if len(set(texts)) < len(texts):
            yield "two of its answers read the same"
        yield from self._too_long(asked_text(question), texts)
        if self.as_csv and any(map(is_formula, (asked_text(question), *texts))):
            yield "a spreadsheet would work out a text of it as a formula"

    def _too_long(self, asked: str, texts: Sequence[str]) -> Iterator[str]:
        if self.question_length and length(asked) > self.question_length:
            yield (
                f"note and prompt have {length(asked)} characters, {self.program} takes"
                f" {self.question_length}"
            )
        longest = max(map(length, texts), default=0)
        if self.answer_length and longest > self.answer_length:
            yield (f"an answer has {longest} characters, {self.program} takes {self.answer_length}")


def asked_text(question: ExportQuestion) -> str:
    """All that is read before answering in one line, payer and date in the shortest form."""
    first = f"{question.payer}, {service_date(question.date)}."
    return one_line(" ".join((first, *scenario(question)[1:], question.asks)))


def one_line(text: str) -> str:
    """Without line breaks and tabs, which end a row or a cell."""
    return " ".join(xml_text(text).split())


def mixed(question: ExportQuestion) -> tuple[ExportChoice, ...]:
    """Choices in an order that says nothing, always the same; those in an order of their own stay.

    Authors write the right one first, and not every program shuffles.
    """
    if not isinstance(question.response, ChoiceResponse):
        return ()
    choices = question.response.choices
    if question.fixed_order:
        return choices
    return tuple(sorted(choices, key=lambda choice: _digest(f"{question.id}/{choice.id}")))


def right_numbers(question: ExportQuestion) -> int | str:
    """The places of the right answers from 1, with commas where there are several."""
    places = [place for place, choice in enumerate(mixed(question), 1) if choice.right]
    return places[0] if len(places) == 1 else ",".join(map(str, places))


def answer_cells(question: ExportQuestion, number: int) -> list[str]:
    """The answers, filled up with empty cells."""
    texts = [one_line(choice.text) for choice in mixed(question)]
    return [*texts, *[""] * (number - len(texts))]


def seconds(question: ExportQuestion, allowed: Sequence[int]) -> int:
    """Time to read and to think, of what the program allows."""
    read = sum(map(length, (asked_text(question), *answer_cells(question, 0))))
    wanted = THINKING + read / READING
    return next((number for number in allowed if number >= wanted), allowed[-1])


def length(text: str) -> int:
    """Characters as programs of the web count them: an emoji is two."""
    return len(text.encode("utf-16-le", "replace")) // 2


def no_reasons(_question: ExportQuestion) -> str:
    """What follows the answer has no place in most games."""
    return "the layout has no place for feedback, reasons and sources"


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
