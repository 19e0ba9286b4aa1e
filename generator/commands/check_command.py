"""`check`: every problem of the content, at its place."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from generator.build.garbage import without_garbage_collection
from generator.build.project import open_project
from generator.build.site_checks import check_site
from generator.build.style_files import with_house_style
from generator.commands.check_against import check_against
from generator.commands.options import HERE, Overlay, Root, day_of, overlay_or_exit
from generator.commands.schema_command import report_new_ids
from generator.facts.corpus import Corpus
from generator.findings import Finding, counted, format_findings, tally
from generator.questions.freshness import INTERVALS, Review, ending, lapsed, stale

FEW = 5


def review_report(
    corpus: Corpus, findings: Sequence[Finding], day: date, form: Literal["text", "json", "github"]
) -> str:
    """As text with the first few names of each group.

    As JSON with every name, the findings of the check among it.
    """
    old, gone, soon = stale(corpus, day), lapsed(corpus, day), ending(corpus, day)
    match form:
        case "json":
            values = {
                "findings": json.loads(format_findings(findings, "json")),
                "as_of": str(day),
                "stale": [_json(entry) for entry in old],
                "lapsed": [_json(entry) for entry in gone],
                "ending": [_json(entry) for entry in soon],
            }
            return json.dumps(values, indent=2, ensure_ascii=False)
        case "github":
            warnings = (
                *(f"::warning title=stale::{_stale(entry)}" for entry in old),
                *(f"::warning title=lapsed::{_last_day(entry)}" for entry in gone),
            )
            return "\n".join(warnings)
        case _:
            return "\n".join(_text(corpus, day, old, gone, soon))


def _text(
    corpus: Corpus,
    day: date,
    old: Sequence[Review],
    gone: Sequence[Review],
    soon: Sequence[Review],
) -> Iterator[str]:
    yield f"Stale on {day}: {_count(corpus, old)}."
    for entry in old:
        yield from (f"  {_stale(entry)}", *_names(entry))
    yield f"Lapsed by {day}, with nothing in its place: {_count(corpus, gone)}."
    for entry in gone:
        yield from (f"  {_last_day(entry)}", *_names(entry))
    yield f"Ends within 90 days of {day}: {_count(corpus, soon)}."
    for entry in soon:
        yield from (f"  {_last_day(entry)}", *_names(entry))


def _last_day(entry: Review) -> str:
    facts = counted(len(entry.facts), "fact")
    return f"last day {entry.day}: {INTERVALS[entry.sort].title}, {facts}"


def _stale(entry: Review) -> str:
    interval = INTERVALS[entry.sort]
    return (
        f"due {entry.day}: {interval.title}, read as of {entry.as_of}, every {interval.months}"
        f" months: {counted(len(entry.facts), 'fact')}"
    )


def _count(corpus: Corpus, entries: Sequence[Review]) -> str:
    facts = sum(len(entry.facts) for entry in entries)
    questions = {name for entry in entries for name in entry.questions}
    return (
        f"{counted(facts, 'fact')}, on which {len(questions)} of {len(corpus.items)} questions rest"
        if facts
        else "nothing"
    )


def _names(entry: Review) -> Iterator[str]:
    yield f"    facts: {_few([fact.name for fact in entry.facts])}"
    yield f"    questions: {_few(entry.questions)}"


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - FEW} more (--format json names all)" if len(names) > FEW else ""
    return (", ".join(names[:FEW]) or "none") + more


def _json(entry: Review) -> dict[str, object]:
    facts = [
        {"fact": fact.reference, "slot": fact.slot, "as_of": str(fact.as_of)}
        for fact in entry.facts
    ]
    return {
        "day": str(entry.day),
        "sort": entry.sort,
        "facts": facts,
        "questions": list(entry.questions),
    }


def check(
    root: Root = HERE,
    form: Annotated[
        Literal["text", "json", "github"],
        typer.Option("--format", help="How to write the findings."),
    ] = "text",
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            help=(
                "Name as well what has gone stale or lapsed on this day (YYYY-MM-DD), what ends"
                " within 90 days, and the questions on it."
            ),
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="REV",
            help=(
                "Name as well every answer, page and sentence that the facts change since a git"
                " revision, or a folder with the content as it was: HEAD, main, ../before."
            ),
        ),
    ] = None,
    overlay: Overlay = None,
) -> None:
    """Name every problem of the content at file:line:column.

    Exit 0: no error. Exit 1: an error. Exit 2: a wrong option, or a revision that cannot be read.
    Advice, what is stale, and what a change of facts touches are no errors.
    """
    if against is not None:
        check_against(Path(root), against, form, alone=not (as_of or overlay))
    day = day_of(as_of) if as_of else None
    with without_garbage_collection():
        checked = open_project(Path(root), overlay=overlay_or_exit(overlay), rules=check_site)
        checked = with_house_style(checked, Path(root))
    written = format_findings(checked.findings, form)
    if written and not (day and form == "json" and checked.sound):
        typer.echo(written)
    if day and checked.sound:
        typer.echo(review_report(checked.corpus, checked.findings, day, form))
    if form == "text":
        typer.echo(_summary(checked.corpus, checked.findings), err=True)
        report_new_ids(checked.corpus, Path(root), overlay)
        if checked.partial:
            typer.echo("More may follow once these are fixed.", err=True)
    raise typer.Exit(0 if checked.sound else 1)


def _summary(corpus: Corpus, findings: Sequence[Finding]) -> str:
    looked_at = {
        "codes": "code",
        "claims": "claim",
        "items": "question",
        "quizzes": "quiz",
        "sources": "source",
    }
    counts = (counted(len(corpus.register(name)), noun) for name, noun in looked_at.items())
    return f"{tally(findings)} in {', '.join(counts)}."
