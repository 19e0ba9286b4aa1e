"""`results`: result files, or a learning record store, to a gradebook and an item analysis."""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator.authoring.finding_formats import report
from generator.build.project import open_project
from generator.commands.options import HERE, Root
from generator.commands.secret_files import write_secret
from generator.facts.corpus import Corpus

SUFFIXES = (".json",)
TABLES = (".parquet", ".csv")
Folder = Annotated[
    Path | None,
    typer.Argument(
        help="A folder of result files; or a table of answers, .parquet or .csv.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", help="The folder for gradebook and analysis.", file_okay=False),
]
Assignment = Annotated[
    str | None, typer.Option("--assignment", help="Read the results of this assignment only.")
]
Key = Annotated[
    list[Path] | None,
    typer.Option("--key", help="The class's private key, for sealed results; may be given again."),
]
NewKey = Annotated[
    Path | None,
    typer.Option(
        "--new-key", help="Make a key pair for a class, write it here, and print the public half."
    ),
]
Keys = Annotated[
    Path | None,
    typer.Option(
        "--keys", help="Write the keys of the assignment's questions here, for the gradebook page."
    ),
]
Lrs = Annotated[
    str | None,
    typer.Option(
        "--lrs",
        help=(
            "Read from this learning record store; credentials from RIGHTCODE_LRS_USER and"
            " RIGHTCODE_LRS_PASSWORD."
        ),
    ),
]


def register(app: typer.Typer) -> None:
    app.command()(results)


def results(
    folder: Folder = None,
    out: Out = None,
    assignment: Assignment = None,
    key: Key = None,
    new_key: NewKey = None,
    keys: Keys = None,
    lrs: Lrs = None,
    root: Root = HERE,
) -> None:
    """Write gradebook and item analysis from result files or a store.

    Exit 1 when a file could not be read, 2 when nothing could be done.
    """
    from generator.results.result_error import ResultError

    try:
        if new_key:
            return _make_key(new_key)
        if keys:
            return _write_keys(_corpus(root), keys, assignment)
        if not out or bool(folder) == bool(lrs):
            _fail(
                "Give a folder of result files, or a store with --lrs, and --out with the folder to"
                " write to."
            )
        if folder and folder.suffix.lower() in TABLES and folder.is_file():
            return _analyse_table(_corpus(root), folder, out)
        _collect(_corpus(root), folder, lrs, out, assignment, key or [])
    except ResultError as problem:
        _fail(str(problem))
    except OSError as problem:
        _fail(
            f"{problem.filename or 'A file'} cannot be read or written:"
            f" {problem.strerror or problem}."
        )


def _collect(
    corpus: Corpus,
    folder: Path | None,
    lrs: str | None,
    out: Path,
    assignment: str | None,
    key_files: list[Path],
) -> None:
    from generator.results.answer_marking import markings
    from generator.results.assignment_terms import terms_of
    from generator.results.gradebook import gradebook, items_of
    from generator.results.result_outputs import analysed, files
    from generator.results.result_reader import read_all
    from generator.results.sealing import opener, read_class_key

    opened = opener(tuple(read_class_key(path.read_bytes()) for path in key_files))
    submissions, problems = _from_store(lrs) if lrs else read_all(_files(folder), opened)
    chosen = [one for one in submissions if assignment in (None, one.result.assignment.id)]
    if not chosen and not problems:
        _fail(
            f"No result {'of this assignment ' if assignment else ''}was found in {lrs or folder}."
            " Result files end in .json."
        )
    terms = {name: terms_of(corpus, name) for name in {one.result.assignment.id for one in chosen}}
    keys = markings(
        corpus, (*items_of(chosen), *(item for one in terms.values() for item in one.items))
    )
    rows = gradebook(chosen, keys, terms, datetime.now(UTC).isoformat())
    with tempfile.TemporaryDirectory() as work:
        parts = tuple(analysed(rows, keys, Path(work)))
    _write(out, files(rows, problems, parts, corpus.judged_on))
    for problem in problems:
        typer.echo(f"{problem.source}: {problem.sentence}", err=True)
    flagged = sum(bool(row.flags) for row in rows)
    typer.echo(
        f"{len(rows)} results, {flagged} to look at, {len(problems)} that could not be read: see"
        f" {out}.",
        err=True,
    )
    raise typer.Exit(1 if problems else 0)


def _analyse_table(corpus: Corpus, path: Path, out: Path) -> None:
    """Answers of any number, exported from a store: the analysis alone."""
    from generator.results.result_outputs import table_files

    with tempfile.TemporaryDirectory() as work:
        written, persons = table_files(corpus, path, Path(work))
    _write(out, written)
    typer.echo(f"{persons:,} learners: see {out}.", err=True)


def _write(out: Path, written: dict[str, bytes]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name, content in written.items():
        (out / name).write_bytes(content)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """By name, so that the same folder gives the same output."""
    if not folder.is_dir():
        _fail(f"{folder} is no folder. Give the folder that holds the result files.")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix.lower() in SUFFIXES and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix(), _start(path)


def _start(path: Path) -> bytes:
    """No more of a file than tells that it is too large."""
    from generator.results.result_reader import MOST_BYTES

    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _from_store(address: str) -> tuple:
    from generator.results.lrs_client import Credentials, read_store

    user, password = (
        os.environ.get("RIGHTCODE_LRS_USER", ""),
        os.environ.get("RIGHTCODE_LRS_PASSWORD", ""),
    )
    return read_store(address, Credentials(user, password))


def _make_key(path: Path) -> None:
    """For its owner's eyes alone.

    One that is there already is never replaced, for with it results would be lost.
    """
    from generator.results.sealing import key_file, new_class_key

    made = new_class_key()
    try:
        write_secret(path, key_file(made))
    except FileExistsError:
        _fail(f"{path} is there already, and results may be sealed for it. Name another file.")
    typer.echo(
        f"Wrote {path}. Keep it to yourself, and keep a copy: without it nobody opens what is"
        " sealed for it.\nThe assignment's public_key:",
        err=True,
    )
    typer.echo(made["public"])


def _write_keys(corpus: Corpus, path: Path, assignment: str | None) -> None:
    """All questions, or those of one assignment."""
    from generator.results.answer_marking import keys_json, markings
    from generator.results.assignment_terms import terms_of

    asked = terms_of(corpus, assignment).items if assignment else tuple(corpus.items)
    if not asked:
        _fail(
            f"There is no assignment '{assignment}' in quizzes/assignments, or it names no"
            " question."
        )
    found = markings(corpus, asked)
    path.write_bytes(keys_json(found, corpus.judged_on.isoformat()))
    typer.echo(
        f"Wrote the keys of {len(found)} questions to {path}. Whoever has it knows the answers.",
        err=True,
    )


def _corpus(root: Path) -> Corpus:
    checked = open_project(Path(root))
    if not checked.sound:
        typer.echo(report(checked.findings, "text"), err=True)
        raise typer.Exit(2)
    return checked.corpus


def _fail(sentence: str) -> NoReturn:
    typer.echo(f"error: {sentence}", err=True)
    raise typer.Exit(2)
