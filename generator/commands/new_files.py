"""`new code|payer|claim|template|track|quiz|question`: the smallest complete file to begin with."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.authoring.loader import load, read_file
from generator.authoring.size_limits import MAX_BYTES
from generator.authoring.starters import (
    PATHS,
    Start,
    id_from,
    new_file,
    new_question,
    with_question,
)
from generator.build.project import read_files
from generator.commands.completion import complete_families, complete_quizzes
from generator.commands.exits import exit_with, fail, known
from generator.commands.options import HERE, Root
from generator.disk.bounded_reads import read_regular
from generator.disk.output_error import disk_errors_explained
from generator.facts.base import CodeId
from generator.facts.corpus import Corpus
from generator.findings import has_errors
from generator.questions.kinds.registry import KINDS

NewId = Annotated[
    str, typer.Argument(help="Its id: lower-case letters, digits and hyphens.", metavar="ID")
]
Title = Annotated[
    str, typer.Option("--name", help="Its name or title; a placeholder where left out.")
]
Kind = Annotated[
    str,
    typer.Option(
        "--kind", help=f"Kind of question: {', '.join(KINDS)}.", autocompletion=lambda: list(KINDS)
    ),
]
FIRST = next(iter(KINDS))


def code(
    number: Annotated[str, typer.Argument(help="The code, such as 97124.", metavar="CODE")],
    name: Title = "",
    family: Annotated[
        str,
        typer.Option(
            "--family", help="An id in content/families.yaml.", autocompletion=complete_families
        ),
    ] = "",
    root: Root = HERE,
) -> None:
    """Write the file of a code: what a page needs, and what to look up."""
    if not re.fullmatch(CodeId.pattern, number):
        fail(f"'{number}' is no code; write five digits, or a letter and four, such as G0283.")
    corpus = _corpus(root)
    if family:
        known("family", family, corpus.families)
    _write(root, corpus, "code", Start(number, name, date.today(), family))


def payer(name_id: NewId, name: Title = "", root: Root = HERE) -> None:
    """Write the file of a payer that says nothing yet, so that the engine asks."""
    _write(root, _corpus(root), "payer", Start(_id(name_id), name, date.today()))


def claim(name_id: NewId, name: Title = "", root: Root = HERE) -> None:
    """Write an article with one published claim to judge."""
    _write(root, _corpus(root), "claim", Start(_id(name_id), name, date.today()))


def template(name_id: NewId, name: Title = "", root: Root = HERE) -> None:
    """Write a template: a question that is drawn again and again."""
    _write(root, _corpus(root), "template", Start(_id(name_id), name, date.today()))


def track(
    name_id: NewId,
    name: Title = "",
    practiced: Annotated[
        str,
        typer.Option("--quiz", help="The quiz that is practiced.", autocompletion=complete_quizzes),
    ] = "",
    root: Root = HERE,
) -> None:
    """Write a track of one module: reading, practice and a check."""
    corpus = _corpus(root)
    if practiced:
        known("quiz", practiced, corpus.public.quizzes)
    _write(root, corpus, "track", Start(_id(name_id), name, date.today(), quiz=practiced))


def quiz(name_id: NewId, name: Title = "", kind: Kind = FIRST, root: Root = HERE) -> None:
    """Write a quiz with one question."""
    known("kind of question", kind, KINDS)
    _write(root, _corpus(root), "quiz", Start(_id(name_id), name, date.today()), kind)


def question(
    within: Annotated[
        str,
        typer.Argument(
            metavar="QUIZ",
            help="The id of a quiz, to write at its end; printed where left out.",
            autocompletion=complete_quizzes,
        ),
    ] = "",
    kind: Kind = FIRST,
    name_id: Annotated[
        str, typer.Option("--id", help="Its id; the quiz's and a number where left out.")
    ] = "",
    name: Title = "",
    root: Root = HERE,
) -> None:
    """Write a question at the end of a quiz, or print it."""
    corpus = _corpus(root)
    known("kind of question", kind, KINDS)
    stem = Path(within).stem
    start = Start(_id(name_id) if name_id else _free(corpus, stem or "new"), name, date.today())
    if start.id in corpus.items:
        fail(f"There is a question '{start.id}' already; name another with --id.")
    written = new_question(corpus, kind, start)
    if not within:
        typer.echo(written, nl=False)
        return
    _append(root, corpus.spot("quizzes", known("quiz", stem, corpus.quizzes)).path, written)


def _append(root: Path, path: str, written: str) -> None:
    """Write the question at the end of a quiz, if the quiz can be read with it."""
    before = read_regular(root / path, MAX_BYTES)
    after = with_question(before, written)
    reading, was = (read_file(path, raw) for raw in (after, before))
    if len(getattr(reading.thing, "items", ())) != len(getattr(was.thing, "items", ())) + 1:
        fail(
            f"{path} does not end with its list of questions; leave out the quiz, and paste what"
            " is printed."
        )
    draft = root / f"{path}.part"
    with disk_errors_explained(root / path):
        draft.write_bytes(after)
        draft.replace(root / path)
    line = before.rstrip().count(b"\n") + 3
    _say(f"Wrote a question to {path}:{line}.")


def _write(root: Path, corpus: Corpus, sort: str, start: Start, kind: str = FIRST) -> None:
    """Write a new file that can be read; one that is there stays."""
    path = PATHS[sort].format(start.id)
    target = root / path
    if target.exists():
        fail(f"{path} is there already; open it, or give another id.")
    content = new_file(corpus, sort, start, kind)
    findings = read_file(path, content).findings
    if has_errors(findings):
        exit_with(findings, 2)
    with disk_errors_explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as out:
            out.write(content)
    _say(f"Wrote {path}.")


def _say(done: str) -> None:
    typer.echo(
        f"{done} Replace what is marked, then run `rightcode check`; `rightcode serve` shows the"
        " page.",
        err=True,
    )


def _corpus(root: Path) -> Corpus:
    """What can be read of the project, sound or not."""
    return load(read_files(root)).corpus


def _free(corpus: Corpus, stem: str) -> str:
    """The id after the last one that is the stem and a number."""
    taken = (name.removeprefix(f"{stem}-") for name in corpus.items)
    last = max((int(number) for number in taken if number.isdecimal()), default=0)
    return f"{stem}-{last + 1:02}"


def _id(name: str) -> str:
    """The id as given, where it is one."""
    proposed = id_from(name)
    if name != proposed:
        hint = f", such as '{proposed}'" if proposed else ""
        fail(f"'{name}' is no id; write lower-case letters, digits and hyphens{hint}.")
    return name
