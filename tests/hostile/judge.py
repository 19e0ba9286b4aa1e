"""What of a run does not meet the bar, and a report of every case that failed."""

import functools
import itertools
import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hostile.cases import Case, Content, Outcome

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES = 512
MOST_SECONDS = 10.0
LONGEST_LINE = 4_000
LINES_A_PROBLEM = 12
"""One mistake may have consequences, each with a line of its own; a trace has more."""

TRACE = ("Traceback (most recent call last)", "Exception ignored in", "panicked at", "Uncaught")
BARE = re.compile(
    r"^\s*(\[Errno -?\d+\]|[A-Z]\w*(Error|Exception|Warning):|<?class ')", re.MULTILINE
)
"""An error of Python's own, printed as it is."""

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]")


def complaints(case: Case, outcome: Outcome) -> list[str]:
    """How the run misses the bar; nothing where it does not."""
    return [
        *_end(outcome),
        *_cost(case, outcome),
        *_harm(outcome),
        *([] if outcome.stopped else _words(case, outcome)),
    ]


def _end(outcome: Outcome) -> list[str]:
    found = []
    if outcome.stopped:
        found.append(f"ended by the suite {outcome.stopped}")
    elif outcome.signal:
        found.append(f"died of signal {outcome.signal}")
    elif outcome.code not in (0, 1, 2):
        found.append(f"exit {outcome.code}")
    text = outcome.out + outcome.err
    if any(trace in text for trace in TRACE):
        found.append(f"traceback: {last_line(text)}")
    elif bare := BARE.search(outcome.err):
        found.append(f"an error of the interpreter: {bare.group().strip()}")
    return found


def _cost(case: Case, outcome: Outcome) -> list[str]:
    found = []
    if outcome.processor > case.seconds:
        found.append(f"took {outcome.processor:.1f} s of the processor")
    if outcome.megabytes > MOST_MEGABYTES:
        found.append(f"took {outcome.megabytes:.0f} MB")
    return found


def _harm(outcome: Outcome) -> list[str]:
    return [
        f"{what} {', '.join(sorted(names)[:4])}{' …' if len(names) > 4 else ''}"
        for what, names in (
            ("made", outcome.made),
            ("overwrote", outcome.changed),
            ("deleted", outcome.gone),
            ("did not write", outcome.missing),
        )
        if names
    ]


def _words(case: Case, outcome: Outcome) -> list[str]:
    text = f"{outcome.out}\n{outcome.err}"
    found = []
    if case.want == "refused" and outcome.code == 0:
        found.append("accepted, exit 0")
    if case.want == "fine" and outcome.code != 0:
        found.append(f"refused, exit {outcome.code}: {last_line(text)}")
    if outcome.code in (1, 2) and not text.strip() and not case.stdout:
        found.append("says nothing")
    if outcome.code in (1, 2) and case.place and not re.search(case.place, text):
        found.append(f"names no place like {case.place}: {last_line(text)}")
    found += [f"does not say {one!r}" for one in case.says if not re.search(one, text)]
    found += [f"says {one!r}" for one in case.never if re.search(one, text)]
    return [*found, *_lines(case, outcome)]


def _lines(case: Case, outcome: Outcome) -> list[str]:
    said, found = outcome.err, []
    for word in case.argv:  # a path of 6,000 characters may be named
        said = said.replace(word, "…") if len(word) > 100 else said
    lines = [line for line in said.splitlines() if line.strip()]
    traced = any(trace in said for trace in TRACE)
    if len(lines) > LINES_A_PROBLEM * case.problems and not traced:
        found.append(f"{len(lines)} lines for {case.problems} problem(s)")
    if any(len(line) > LONGEST_LINE for line in lines):
        found.append(f"a line of {max(map(len, lines))} characters")
    if control := CONTROL.search(outcome.err):
        found.append(f"writes the control character {control.group()!r} to the terminal")
    return found


def last_line(text: str) -> str:
    """The last line that says something, cut short."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1][:200] if lines else ""


@functools.cache
def server() -> "subprocess.Popen[str]":
    """A process with the tool in memory, which runs what its lines name; one for all tests."""
    environment = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200"}
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.hostile.server"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def run(cases: Sequence[Case], folder: Path, width: int = 1) -> list[Outcome]:
    """The outcomes of all cases."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cases").write_bytes(pickle.dumps(list(cases)))
    job = [str(folder / name) for name in ("cases", "results", "work")]
    stdin, stdout = server().stdin, server().stdout
    assert stdin and stdout
    stdin.write(json.dumps([*job, width]) + "\n")
    stdin.flush()
    status = stdout.readline().strip()
    assert status == "0", f"the server of cases ended with {status or 'its pipe'}"
    outcomes: list[Outcome] = pickle.loads((folder / "results").read_bytes())
    return outcomes


def report(cases: Sequence[Case], outcomes: Sequence[Outcome]) -> list[str]:
    """A line for every case that missed the bar, with what it was and how it missed."""
    return [
        f"{case.name}: {'; '.join(found)} [rightcode {' '.join(case.argv)}]"
        for case, outcome in zip(cases, outcomes, strict=True)
        if (found := complaints(case, outcome))
    ]


EVERY = int(os.environ.get("RIGHTCODE_HOSTILE_EVERY", "80"))
"""One drawn case in so many is run; 1 runs all. Those made by hand are always run."""

DRAWN = re.compile(r" at |\(\d+\)|a file that is|^options")


def chosen(cases: Sequence[Any]) -> list[Any]:
    """The cases or parts to run: all made by hand, one in `EVERY` of those drawn."""
    drawn = itertools.count()
    return [case for case in cases if not DRAWN.search(case.name) or next(drawn) % EVERY == 0]


def hold(cases: Sequence[Case], folder: Path, width: int = 1) -> list[Outcome]:
    """Runs all cases and fails with every one that missed the bar, by its name."""
    cases = chosen(cases)
    assert len({case.name for case in cases}) == len(cases), "two cases of one name"
    outcomes = run(cases, folder, width)
    failed = report(cases, outcomes)
    keep(cases, outcomes, failed)
    assert not failed, _listed(failed, len(cases))
    return outcomes


def _listed(failed: Sequence[str], count: int) -> str:
    """Names that are no text cannot go from one worker to another."""
    listed = "\n".join(failed).encode("utf-8", "backslashreplace").decode()
    return f"{len(failed)} of {count} cases:\n{listed}"


@dataclass(frozen=True)
class Part:
    """One hostile file of several that a command takes at once."""

    name: str
    files: Mapping[str, Content]


def hold_together(
    parts: Sequence[Part],
    case: Callable[[Sequence[Part]], Case],
    folder: Path,
    size: int = 8,
    width: int = 1,
) -> None:
    """Runs `size` parts in one command; those of a run that failed again, each by itself."""
    parts = chosen(parts)
    groups = [parts[start : start + size] for start in range(0, len(parts), size)]
    cases = [case(group) for group in groups]
    outcomes = run(cases, folder / "together", width)
    failed: list[str] = []
    for one, outcome, group in zip(cases, outcomes, groups, strict=True):
        if not complaints(one, outcome):
            continue
        alone = [case([part]) for part in group]
        again = run(alone, folder / f"{one.name}".replace("/", "-")[:60], width)
        found = report(alone, again)
        keep(alone, again, found)
        if not found:
            keep([one], [outcome], report([one], [outcome]))
        failed += found or report([one], [outcome])
    assert not failed, _listed(failed, len(parts))


def keep(cases: Sequence[Case], outcomes: Sequence[Outcome], failed: Sequence[str]) -> None:
    """Where RIGHTCODE_HOSTILE_REPORT names a folder: every failure with its whole output."""
    if not (place := os.environ.get("RIGHTCODE_HOSTILE_REPORT")):
        return
    used = sum(outcome.processor for outcome in outcomes)
    parts = [f"{len(cases)} cases, {len(failed)} failed, {used:.1f} s of the processor"]
    for case, outcome in zip(cases, outcomes, strict=True):
        if found := complaints(case, outcome):
            parts.append(
                f"## {case.name}\n{found}\n{case.argv}\n{outcome.code=} {outcome.wall:.1f} s"
                f" {outcome.megabytes:.0f} MB\n{outcome.out[-600:]}\n{outcome.err[-1800:]}"
            )
    test = os.environ.get("PYTEST_CURRENT_TEST", cases[0].name).rpartition("::")[2]
    group = re.sub(r"\W+", "-", test.partition(" ")[0])
    Path(place).mkdir(parents=True, exist_ok=True)
    with (Path(place) / f"{group}.txt").open("a", encoding="utf-8", errors="replace") as file:
        file.write("\n".join(parts) + "\n")
