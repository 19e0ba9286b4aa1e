"""`blueprint`: what the questions cover, in full."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from generator.checks.writing.guessing import best_guess
from generator.commands.checked_corpus import corpus_or_exit
from generator.commands.options import HERE, Root
from generator.exports.table_files import csv_lines
from generator.facts.corpus import Corpus
from generator.questions import blueprint as coverage
from generator.questions.blueprint import HOLES, Blueprint, in_short

HEAD = ("objective", "code", "difficulty", "kind", "questions")


def blueprint(
    root: Root = HERE,
    form: Annotated[
        Literal["text", "csv", "json"],
        typer.Option(
            "--format",
            help="text: by objective and code, with the holes; csv and json: every cell.",
        ),
    ] = "text",
) -> None:
    """What the questions cover: objective × code × difficulty × kind, and the holes."""
    corpus = corpus_or_exit(root, code=1)
    found = coverage.blueprint(corpus)
    match form:
        case "csv":
            typer.echo(_csv(found), nl=False)
        case "json":
            typer.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
        case _:
            typer.echo("\n".join((*_text(found), "", _guessing(corpus))))


def _csv(found: Blueprint) -> str:
    cells = (
        (cell.objective, cell.code, cell.difficulty, cell.kind, cell.questions)
        for cell in found.cells
    )
    return csv_lines((HEAD, *cells)).replace("\r\n", "\n")


def _guessing(corpus: Corpus) -> str:
    guess = best_guess(corpus)
    if not guess.asked:
        return "Guessing: no question asks for one code."
    return (
        f"Guessing: of {guess.asked} questions that ask for one code, a rule that looks only at"
        f" {guess.cues} finds {guess.found:.1f}% of the keys; chance gives {guess.chance:.1f}%."
    )


def _text(found: Blueprint) -> Iterator[str]:
    yield in_short(found)
    for title, rows in (("Objective", found.objectives), ("Code", found.codes)):
        yield from ("", f"{title:<44}{'1':>5}{'2':>5}{'3':>5}{'all':>6}")
        yield from (
            f"{name:<44}{levels[1]:>5}{levels[2]:>5}{levels[3]:>5}{sum(levels.values()):>6}"
            for name, levels in rows.items()
        )
    yield from ("", f"{'Misconception':<44}{'questions':>21}")
    yield from (f"{name:<44}{count:>21}" for name, count in found.misconceptions.items())
    yield from ("", "Objective, code, difficulty, kind: questions")
    yield from (
        f"{cell.objective}  {cell.code or '-'}  {cell.difficulty}  {cell.kind}: {cell.questions}"
        for cell in found.cells
    )
    for sort, words in HOLES.items():
        missing = [
            f"{hole.name} ({hole.found} of {hole.wanted})"
            for hole in found.holes
            if hole.sort == sort
        ]
        if missing:
            yield from ("", f"{len(missing)} {words}:", *(f"  {name}" for name in missing))
