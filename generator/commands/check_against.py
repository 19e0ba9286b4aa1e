"""`check --against`: what a change of facts touches since a git revision, or another folder."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NoReturn

import typer

from generator.authoring.loader import LoadedContent, ReadFile, load, read_file
from generator.build.content_files import read_files
from generator.build.fact_changes import ChangedSlot
from generator.build.project import open_project
from generator.build.revisions import files_at
from generator.build.site_checks import check_site
from generator.build.touched_content import TouchedContent, compare
from generator.cms.store_schema import with_imports
from generator.commands.exits import fail
from generator.findings import (
    Finding,
    Format,
    ProjectError,
    Spot,
    format_findings,
    has_errors,
    printable,
)

UNREAD = ("R201",)
"""Errors after which nothing can be compared: references that lead nowhere."""


def check_against(root: Path, revision: str, form: Format, *, alone: bool) -> NoReturn:
    """Print the findings and all that differs since a revision; exit 1 where there is an error."""
    if not alone:
        fail("--against compares our own facts on no day; leave out --as-of and --overlay.")
    read = lru_cache(maxsize=None)(read_file)  # most files are the same in both
    old = _loaded_at(root, revision, read)
    checked = open_project(root, read, rules=check_site)
    loaded = load(read_files(root), read)
    findings = checked.findings
    broken = has_errors(loaded.findings) or any(found.code in UNREAD for found in findings)
    compared = None if broken else compare(with_imports(old.corpus, root)[0], checked.corpus)
    typer.echo("\n".join(_written(loaded, findings, compared, revision, form)))
    raise typer.Exit(0 if checked.sound else 1)


def _loaded_at(root: Path, revision: str, read: Callable[[str, bytes], ReadFile]) -> LoadedContent:
    try:
        loaded = load(files_at(root, revision), read)
    except ProjectError as problem:
        fail(str(problem))
    errors = [found for found in loaded.findings if found.severity == "error"]
    if errors:
        fail(
            f"the content of '{revision}' cannot be read by today's rules, e.g. {errors[0].place}:"
            f" {errors[0].sentence} Name a later revision."
        )
    return loaded


def _written(
    loaded: LoadedContent,
    findings: Sequence[Finding],
    compared: TouchedContent | None,
    revision: str,
    form: Format,
) -> Iterator[str]:
    if form == "json":
        values = _json(loaded, compared) if compared else {}
        written = json.loads(format_findings(findings, "json"))
        yield json.dumps({"findings": written, **values}, indent=2, ensure_ascii=False)
        return
    if findings:
        yield format_findings(findings, form)
    if compared is None:
        yield f"Correct these first: nothing is compared with {revision} before."
    else:
        yield from _report(loaded, compared, revision)


def _lines(changes: Sequence[ChangedSlot]) -> Iterator[str]:
    """Every change; of a fact that is new or gone that alone, and not slot by slot."""
    for name, slots in groupby(changes, key=lambda change: change.fact):
        found = tuple(slots)
        own = [change for change in found if change.slot in ("id", "code")]
        if own and None in own[0].both:
            yield f"{name} {'is new' if own[0].old is None else 'is gone'}"
        else:
            yield from map(str, found)


def _report(loaded: LoadedContent, compared: TouchedContent, revision: str) -> Iterator[str]:
    yield f"Facts changed since {revision}: {len(compared.facts)}"
    yield from (f"  {change}" for change in _lines(compared.facts))
    yield f"Answers that change: {len(compared.answers)}"
    for answer in compared.answers:
        yield (
            f"  {_place(loaded, answer.spot)}: {answer.name}: the key changes from {answer.old} to"
            f" {answer.new} because {', '.join(answer.because) or 'its facts changed'}"
        )
    yield f"Statements whose fact changed: {len(compared.options)}"
    for one in compared.options:
        yield f"  {_place(loaded, one.spot)}: {one.name}: '{printable(one.text)}' ({one.change})"
        yield f"    {printable(one.verdict)}"
    if compared.pages is None:
        yield "Pages that change: not known, since a key cannot be derived (see the findings)"
    else:
        yield f"Pages that change: {len(compared.pages)}"
        yield from (f"  {path}" for path in compared.pages)
    certain = [one for one in compared.sentences if one.certain]
    others = [one for one in compared.sentences if not one.certain]
    for title, sentences in (
        ("Sentences that state the old value", certain),
        ("Sentences that name the same number, perhaps of something else", others),
    ):
        yield f"{title}: {len(sentences)}"
        for stale in sentences:
            yield f"  {_place(loaded, stale.spot)}: '{printable(stale.text)}' ({stale.change})"


def _place(loaded: LoadedContent, spot: Spot) -> str:
    return str(loaded.finding(spot, "", "").place)


def _json(loaded: LoadedContent, compared: TouchedContent) -> dict[str, object]:
    return {
        "facts": [
            {"fact": one.fact, "slot": one.slot, "old": one.old, "new": one.new}
            for one in compared.facts
        ],
        "answers": [
            {
                "answer": one.name,
                "place": _place(loaded, one.spot),
                "old": one.old,
                "new": one.new,
                "because": list(one.because),
            }
            for one in compared.answers
        ],
        "options": [
            {
                "answer": one.name,
                "place": _place(loaded, one.spot),
                "text": one.text,
                "verdict": one.verdict,
                "because": str(one.change),
            }
            for one in compared.options
        ],
        "pages": None if compared.pages is None else list(compared.pages),
        "sentences": [
            {
                "place": _place(loaded, one.spot),
                "text": one.text,
                "because": str(one.change),
                "certain": one.certain,
            }
            for one in compared.sentences
        ],
    }
