"""`results`: result files, or a learning record store, to a gradebook and an item analysis."""

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.checked_corpus import corpus_or_exit
from generator.commands.completion import complete_assignments
from generator.commands.exits import fail
from generator.commands.options import HERE, Lrs, Root
from generator.commands.submitted_files import (
    errors_reported,
    finish,
    named_files,
    result_files,
    store_login,
)
from generator.disk.owned_files import write_files

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
    str | None,
    typer.Option(
        "--assignment",
        help="Read the results of this assignment only.",
        autocompletion=complete_assignments,
    ),
]
Key = Annotated[
    list[Path] | None,
    typer.Option("--key", help="The class's private key, for sealed results; may be given again."),
]
Decided = Annotated[
    list[Path] | None,
    typer.Option(
        "--decisions",
        help="Credits changed in the gradebook page, as it saved them; may be given again.",
    ),
]
NewKey = Annotated[
    Path | None,
    typer.Option(
        "--new-key", help="Make a key pair for a class, write it here, and print the public half."
    ),
]
AnswerKeys = Annotated[
    Path | None,
    typer.Option(
        "--answer-keys",
        help="Write the keys of the assignment's questions here, for the gradebook page.",
    ),
]


def results(
    folder: Folder = None,
    out: Out = None,
    assignment: Assignment = None,
    key: Key = None,
    decisions: Decided = None,
    new_key: NewKey = None,
    answer_keys: AnswerKeys = None,
    lrs: Lrs = None,
    root: Root = HERE,
) -> None:
    """Write gradebook and item analysis from result files or a store.

    Exit 1 when a file could not be read, 2 when nothing could be done.
    """
    with errors_reported():
        if new_key:
            _write_new_key(root, new_key)
        elif answer_keys:
            _write_keys(root, answer_keys, assignment)
        elif not out or bool(folder) == bool(lrs):
            fail(
                "Give a folder of result files, or a store with --lrs, and --out with the folder to"
                " write to."
            )
        elif folder and folder.suffix.lower() in TABLES and folder.is_file():
            _analyze_table(root, folder, out)
        else:
            _collect(root, folder or str(lrs), assignment, (key or [], decisions or []), out)


def _collect(
    root: Path,
    source: Path | str,
    assignment: str | None,
    given: tuple[list[Path], list[Path]],
    out: Path,
) -> None:
    """Read the results in a folder or a store, and write what they become.

    `given` are files of class keys and of decisions.
    """
    from generator.results.gradebook import GradebookProcess
    from generator.results.result_outputs import files

    key_files, trails = given
    corpus = corpus_or_exit(root)
    store = source if isinstance(source, str) else ""
    with GradebookProcess() as process:
        process.read_keys(named_files(key_files))
        process.read_decisions(named_files(trails))
        if isinstance(source, str):
            process.read_store(source, store_login())
        else:
            process.read_files(result_files(source, trails))
        results = process.score(corpus, datetime.now(UTC).isoformat(), assignment, store)
    rows, problems = results.rows, results.problems
    if not rows and not problems:
        fail(
            f"No result {'of this assignment ' if assignment else ''}was found in {source}."
            " Result files end in .json."
        )
    _write(root, out, files(results, corpus.judged_on))
    flagged = sum(bool(row.flags) for row in rows)
    finish(
        problems,
        (),
        f"{len(rows)} results, {flagged} flagged, {len(problems)} that could not be read: see"
        f" {out}.",
    )


def _analyze_table(root: Path, path: Path, out: Path) -> None:
    """Write the analysis alone, of a table with any number of answers."""
    from generator.results.result_outputs import table_files

    with tempfile.TemporaryDirectory() as work:
        written, persons = table_files(corpus_or_exit(root), path, Path(work))
    _write(root, out, written)
    typer.echo(f"{persons:,} learners: see {out}.", err=True)


def _write(root: Path, out: Path, written: Mapping[str, bytes]) -> None:
    write_files(root, {out / name: content for name, content in written.items()})


def _write_new_key(root: Path, path: Path) -> None:
    from generator.results.gradebook import new_class_key

    made = new_class_key()
    content = (json.dumps(made, indent=1) + "\n").encode()
    write_files(root, {path: content}, private=True)
    typer.echo(
        f"Wrote {path}. Keep it to yourself, and keep a copy: without it nobody opens what is"
        " sealed for it.\nThe assignment's public_key:",
        err=True,
    )
    typer.echo(made["public"])


def _write_keys(root: Path, path: Path, assignment: str | None) -> None:
    """The keys of all questions, or of those of one assignment."""
    from generator.results.answer_marking import keys_json, markings
    from generator.results.assignment_terms import terms_of

    corpus = corpus_or_exit(root)
    asked = terms_of(corpus, assignment).items if assignment else tuple(corpus.items)
    if not asked:
        fail(
            f"There is no assignment '{assignment}' in quizzes/assignments, or it names no"
            " question."
        )
    found = markings(corpus, asked)
    write_files(root, {path: keys_json(found, corpus.judged_on.isoformat())})
    typer.echo(
        f"Wrote the keys of {len(found)} questions to {path}. Whoever has it knows the answers.",
        err=True,
    )
