"""`new code|payer|claim|template|track|assignment|quiz|question`: the smallest complete file."""

import re
from dataclasses import dataclass
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
from generator.build.content_files import read_files
from generator.commands.completion import complete_families, complete_quizzes
from generator.commands.exits import exit_with, fail, known
from generator.commands.options import HERE, Overlay, Root, overlay_or_exit, reject_packaged
from generator.commands.schema_command import readable_corpus
from generator.disk.bounded_reads import read_regular
from generator.disk.output_error import disk_errors_explained
from generator.disk.packaged_project import project_of
from generator.facts.base import CodeId
from generator.facts.corpus import Corpus
from generator.findings import has_errors
from generator.overlays.overlay_files import HEAD
from generator.overlays.overlay_folder import open_overlay
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
VARIANTS = "quizzes/variants.yaml"
VARIANTS_WRITTEN = 60
OWN_VARIANTS = b"""# yaml-language-server: $schema=../schema/variants.json
# Which variants of the clinic's own templates the site has, beside RightCode's.
seed: 2026
written:
"""
ALL = "Nothing else is needed for a green check."
STILL = {
    "code": (
        "A green check also wants four questions with `rests_on: [codes/{0}]` (`rightcode new"
        " question QUIZ`). For a true page put your own source, entered in content/sources.yaml, in"
        " place of the one written, and let a technique in content/techniques.yaml lead to {0}."
    ),
    "payer": (
        f"{ALL} Put your own source, entered in content/sources.yaml, in place of the one written."
    ),
    "claim": (
        f"{ALL} A claim of a code that is judged false or misleading also wants a"
        " question with `corrects: [{0}-c1]` (`rightcode new question QUIZ`)."
    ),
    "template": ALL,
    "track": ALL,
    "assignment": ALL,
}
"""For each sort of file what must still be written, once the marks are replaced."""
SCHEMAS, CLINIC_SCHEMAS = b"site_config/schema/", b"schema/"


@dataclass(frozen=True)
class _Home:
    """The folder that a new file goes to, and what can be read there, sound or not."""

    folder: Path
    corpus: Corpus
    overlay: Path | None = None
    prefix: str = ""

    def shown(self, path: str) -> str:
        """The path as it is reached from the project."""
        return (self.overlay / path).as_posix() if self.overlay else path

    def say(self, done: str, still: str = "") -> None:
        """What was done, what to do next, and what a green check wants besides."""
        over = f" --overlay {self.overlay}" if self.overlay else ""
        typer.echo(
            f"{done} Replace what is marked, then run `rightcode check{over}`; `rightcode"
            f" serve{over}` shows the page.{still and chr(10)}{still}",
            err=True,
        )


def _home(root: Path, overlay: Path | None = None) -> _Home:
    """The clinic's folder where one is given, be it as `--root`; else the project's."""
    if overlay is None and (root / HEAD).is_file():
        root, overlay = project_of(HERE), root
    if overlay_or_exit(overlay) is None:
        reject_packaged(root)
        return _Home(root, load(read_files(root)).corpus)
    assert overlay
    prefix = open_overlay(overlay, root).prefix
    return _Home(overlay, readable_corpus(root, overlay), overlay, prefix)


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
    overlay: Overlay = None,
) -> None:
    """Write the file of a code: what a page needs, and what to look up."""
    if not re.fullmatch(CodeId.pattern, number):
        fail(f"'{number}' is no code; write five digits, or a letter and four, such as G0283.")
    home = _home(root, overlay)
    if family:
        known("family", family, home.corpus.families)
    _write(home, "code", Start(number, name, date.today(), family))
    if number in home.corpus.other_codes:
        typer.echo(
            f"{home.corpus.spot('other_codes', number).path} lists {number} among the codes that"
            " are only mentioned; move its 'words' to the new file and delete it there.",
            err=True,
        )


def payer(name_id: NewId, name: Title = "", root: Root = HERE, overlay: Overlay = None) -> None:
    """Write the file of a payer that says nothing yet, so that the engine asks."""
    _write(_home(root, overlay), "payer", Start(_id(name_id), name, date.today()))


def claim(name_id: NewId, name: Title = "", root: Root = HERE, overlay: Overlay = None) -> None:
    """Write an article with one published claim to judge."""
    _write(_home(root, overlay), "claim", Start(_id(name_id), name, date.today()))


def template(name_id: NewId, name: Title = "", root: Root = HERE, overlay: Overlay = None) -> None:
    """Write a template: a question that is drawn again and again; the site's list names it."""
    home = _home(root, overlay)
    _write(home, "template", Start(_id(name_id), name, date.today()))
    line = f"  - {{template: {name_id}, pool: {VARIANTS_WRITTEN}}}"
    path, shown = home.folder / VARIANTS, home.shown(VARIANTS)
    empty = OWN_VARIANTS if home.overlay else b""
    before = read_regular(path, MAX_BYTES) if path.is_file() else empty
    if _replace(home, VARIANTS, before, before.rstrip() + f"\n{line}\n".encode(), "written"):
        typer.echo(f"Added it to {shown}, so that it has a page.", err=True)
    else:
        typer.echo(f"It has a page once `written:` in {shown} has the line\n{line}", err=True)


Practiced = Annotated[
    str, typer.Option("--quiz", help="The quiz that is practiced.", autocompletion=complete_quizzes)
]


def track(
    name_id: NewId,
    name: Title = "",
    practiced: Practiced = "",
    root: Root = HERE,
    overlay: Overlay = None,
) -> None:
    """Write a track of one module: reading, practice and a check."""
    _of_quiz(_home(root, overlay), "track", name_id, name, practiced)


def assignment(
    name_id: NewId,
    name: Title = "",
    practiced: Practiced = "",
    root: Root = HERE,
    overlay: Overlay = None,
) -> None:
    """Write an assignment that draws from a quiz."""
    _of_quiz(_home(root, overlay), "assignment", name_id, name, practiced)


def _of_quiz(home: _Home, sort: str, name_id: str, name: str, practiced: str) -> None:
    if practiced:
        known("quiz", practiced, home.corpus.public.quizzes)
    _write(home, sort, Start(_id(name_id), name, date.today(), quiz=practiced))


def quiz(
    name_id: NewId,
    name: Title = "",
    kind: Kind = FIRST,
    root: Root = HERE,
    overlay: Overlay = None,
) -> None:
    """Write a quiz with one question."""
    known("kind of question", kind, KINDS)
    _write(_home(root, overlay), "quiz", Start(_id(name_id), name, date.today()), kind)


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
    overlay: Overlay = None,
) -> None:
    """Write a question at the end of a quiz, or print it."""
    home = _home(root, overlay)
    known("kind of question", kind, KINDS)
    stem = Path(within).stem
    free = _free(home.corpus, stem or "new")
    start = Start(_id(name_id) if name_id else free, name, date.today())
    if start.id in home.corpus.items:
        fail(f"There is a question '{start.id}' already; name another with --id.")
    written = new_question(home.corpus, kind, start)
    if within:
        _append(home, stem, written)
    else:
        typer.echo(written, nl=False)


def _append(home: _Home, quiz: str, written: str) -> None:
    """Write the question at the end of a quiz, if the quiz can be read with it."""
    paths = {name: home.corpus.spot("quizzes", name).path for name in home.corpus.quizzes}
    own = [name for name, path in paths.items() if path.startswith(home.prefix)]
    path = paths[known("quiz", quiz, own)].removeprefix(home.prefix)
    before = read_regular(home.folder / path, MAX_BYTES)
    if not _replace(home, path, before, with_question(before, written), "items"):
        fail(
            f"{home.shown(path)} does not end with its list of questions; leave out the quiz, and"
            " paste what is printed."
        )
    line = before.rstrip().count(b"\n") + 3
    home.say(f"Wrote a question to {home.shown(path)}:{line}.")


def _replace(home: _Home, path: str, before: bytes, after: bytes, key: str) -> bool:
    """Write the file anew if its list has one entry more; false, and nothing done, if not."""
    was, now = (len(getattr(read_file(path, raw).thing, key, ())) for raw in (before, after))
    if now != was + 1:
        return False
    target, draft = home.folder / path, home.folder / f"{path}.part"
    with disk_errors_explained(target):
        draft.write_bytes(after)
        draft.replace(target)
    return True


def _write(home: _Home, sort: str, start: Start, kind: str = FIRST) -> None:
    """Write a new file that can be read; one that is there stays."""
    path = PATHS[sort].format(start.id)
    target = home.folder / path
    if target.exists():
        fail(f"{home.shown(path)} is there already; open it, or give another id.")
    content = new_file(home.corpus, sort, start, kind)
    if home.overlay:
        content = content.replace(SCHEMAS, CLINIC_SCHEMAS, 1)
    findings = read_file(path, content).findings
    if has_errors(findings):
        exit_with(findings, 2)
    with disk_errors_explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as out:
            out.write(content)
    home.say(f"Wrote {home.shown(path)}.", STILL.get(sort, "").format(start.id))


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
