"""The terms on which questions are given, as an assignment has them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from generator.exports.player_assets import PlayerAssets
from generator.exports.portable_question import ExportQuestion


@dataclass(frozen=True)
class Plan:
    """`as_of` is the day of the facts, and the time in every file, so that bytes repeat.

    `shuffled` asks the program that shows the questions to mix them; what an assignment leaves out
    is None. `is_assignment`: a question bank gets a category of that title, not those of the
    questions' quizzes. `written` are the seconds since 1970 at which the files were written, for
    Anki, which takes over what is newer; 0 where nothing says so. `player_assets` are for the
    packages of an LMS alone.
    """

    id: str
    title: str
    as_of: date
    instructions: str = ""
    seed: int = 1
    shuffled: bool = False
    pass_mark_percent: int | None = None
    time_limit_minutes: int | None = None
    attempts: int | None = None
    feedback: Literal["at-once", "at-end", "after-due", "never"] = "at-once"
    opens: datetime | None = None
    due: datetime | None = None
    player_assets: PlayerAssets | None = None
    is_assignment: bool = False
    written: int = 0

    def category_of(self, question: ExportQuestion) -> str:
        """Where a question bank puts the question."""
        return self.title if self.is_assignment else question.category

    @property
    def instruction_paragraphs(self) -> list[str]:
        """The instructions, a paragraph each."""
        parts = (" ".join(part.split()) for part in self.instructions.split("\n\n"))
        return [part for part in parts if part]
