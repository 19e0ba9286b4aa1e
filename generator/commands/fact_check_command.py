"""`fact-check`: statements about codes in any text, compared with the facts."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.facts_alone import FACTS, load_facts
from generator.commands.options import HERE, Root, parsed_day
from generator.disk.bounded_reads import read_regular
from generator.fact_check.checker import Checker
from generator.fact_check.knowledge import knowledge_of
from generator.fact_check.output_formats import CheckedFile, Format, formatted
from generator.fact_check.passages import UnreadableDocumentError
from generator.fact_check.readers import MAX_BYTES, read_document

SPOKEN_OF = (*FACTS, "families", "misconceptions", "claims/")

Files = Annotated[
    list[Path], typer.Argument(help="Markdown, HTML, text, PDF or DOCX files.", metavar="FILE…")
]
Form = Annotated[
    Format,
    typer.Option("--format", help="How to write what was found."),
]
Day = Annotated[
    str,
    typer.Option(
        "--date", help="Date of service the facts are asked for, YYYY-MM-DD; today where left out."
    ),
]


def fact_check(files: Files, root: Root = HERE, form: Form = "text", day: Day = "") -> None:
    """Find wrong statements about billing codes.

    Exit 1 when something is wrong, 2 when a file cannot be read.

    JSON is one object for one file and a list of them for several; it also holds the statements
    that are left alone. In PDF a line is one of the text drawn out; in DOCX a paragraph or a table
    cell.
    """
    with Checker() as checker:
        checker.load(knowledge_of(load_facts(root, SPOKEN_OF, 2), _day(day)))
        checked = [_checked(checker, path) for path in files]
    typer.echo(formatted(checked, form))
    if form == "text":
        typer.echo(_summary(checked), err=True)
    raise typer.Exit(
        2 if any(one.problem for one in checked) else 1 if any(one.wrong for one in checked) else 0
    )


def _day(day: str) -> date:
    found = parsed_day(day) if day else date.today()
    if found is None:
        raise typer.BadParameter(f"'{day}' is no date; write it as 2026-11-21", param_hint="--date")
    return found


def _checked(checker: Checker, path: Path) -> CheckedFile:
    """The statements of a file, or the reason why it cannot be read."""
    try:
        return CheckedFile(
            str(path), checker.check(read_document(path.name, read_regular(path, MAX_BYTES)))
        )
    except UnreadableDocumentError as problem:
        return CheckedFile(str(path), problem=str(problem))
    except OSError as problem:
        return CheckedFile(str(path), problem=problem.strerror or str(problem))


def _summary(files: list[CheckedFile]) -> str:
    wrong = sum(len(one.wrong) for one in files)
    counted = sum(len(one.statements) for one in files)
    unread = sum(bool(one.problem) for one in files)
    return f"{wrong} wrong of {counted} statements about codes in {len(files) - unread} files" + (
        f"; {unread} could not be read." if unread else "."
    )
