"""Which programs each format of exports was tried in, and what it loses: export_trials.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from generator.authoring.yaml_reader import parse_yaml
from generator.pages.labels import day


@dataclass(frozen=True)
class Trial:
    """A format read by a program; one that is `in_tests` is read again whenever they run."""

    program: str
    on: date
    found: str
    in_tests: bool


@dataclass(frozen=True)
class Loss:
    """In words, and what the sentences of a report on it hold."""

    words: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class FormatTrials:
    """What was tried, and what is lost of some question or of an assignment."""

    trials: tuple[Trial, ...]
    losses: tuple[Loss, ...]

    @property
    def tried_words(self) -> str:
        """The programs, each with the day and what was found."""
        return "; ".join(
            f"{trial.program}, {day(trial.on)} ({trial.found})" for trial in self.trials
        )

    @property
    def lost_words(self) -> str:
        """All losses."""
        return "; ".join(loss.words for loss in self.losses)


def _trials() -> Mapping[str, FormatTrials]:
    path = files("generator.pages").joinpath("export_trials.yaml")
    data: Any = parse_yaml(path.name, path.read_bytes(), any_keys=True).data
    losses = {name: Loss(one["words"], tuple(one["says"])) for name, one in data["losses"].items()}
    return {
        name: FormatTrials(
            tuple(map(_trial, one["tried"])), tuple(losses[loss] for loss in one["lost"])
        )
        for name, one in data["formats"].items()
    }


def _trial(found: Mapping[str, Any]) -> Trial:
    version = f" {found['version']}" if "version" in found else ""
    return Trial(
        f"{found['program']}{version}", found["date"], found["found"], found.get("in") == "tests"
    )


TRIALS = _trials()
"""By format, in the order of the file."""


def trials_table(titles: Mapping[str, str]) -> str:
    """All trials as a table in Markdown, a row for each program; titles by format."""
    rows = [
        ("Format", "Program", "Tried", "In the tests", "Found", "Lost"),
        ("---",) * 6,
        *(row for name, one in TRIALS.items() for row in _rows(titles[name], one)),
    ]
    return _table(rows)


def short_table(titles: Mapping[str, str]) -> str:
    """A row for each format: its programs, the last day, what is lost."""
    rows = [
        ("Format", "Tried in", "Last on", "Lost"),
        ("---",) * 4,
        *(
            (
                titles[name],
                "; ".join(trial.program for trial in one.trials),
                str(max(trial.on for trial in one.trials)),
                one.lost_words,
            )
            for name, one in TRIALS.items()
        ),
    ]
    return _table(rows)


def _rows(title: str, one: FormatTrials) -> Iterable[tuple[str, ...]]:
    for place, trial in enumerate(one.trials):
        yield (
            "" if place else title,
            trial.program,
            str(trial.on),
            "yes" if trial.in_tests else "",
            trial.found,
            "" if place else one.lost_words,
        )


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n".replace("|  |", "| |") for row in rows)
