"""`new code|payer|plan|denial|claim|template|track|assignment|quiz|question|case`: small files."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.authoring.size_limits import MAX_BYTES
from generator.authoring.starters import Start, as_step, new_question, with_question
from generator.commands.completion import complete_families, complete_payers, complete_quizzes
from generator.commands.exits import fail, known
from generator.commands.new_home import NewHome, home_of, new_id, replace_longer, write_new
from generator.commands.options import HERE, Overlay, Root
from generator.disk.bounded_reads import read_regular
from generator.facts.base import CodeId
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
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
REASON = re.compile(r"(?:co|pr|oa|pi)-(?:\d{1,3}|[a-z]\d{1,2})|(?:m|ma|n)\d+")


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
    home = home_of(root, overlay)
    if family:
        known("family", family, home.corpus.families)
    write_new(home, "code", Start(number, name, date.today(), family))
    if number in home.corpus.other_codes:
        typer.echo(
            f"{home.corpus.spot('other_codes', number).path} lists {number} among the codes that"
            " are only mentioned; move its 'words' to the new file and delete it there.",
            err=True,
        )


def payer(name_id: NewId, name: Title = "", root: Root = HERE, overlay: Overlay = None) -> None:
    """Write the file of a payer that says nothing yet, so that the engine asks."""
    write_new(home_of(root, overlay), "payer", Start(new_id(name_id), name, date.today()))


def plan(
    name_id: NewId,
    name: Title = "",
    payer: Annotated[
        str,
        typer.Option("--payer", help="An id in content/payers.", autocompletion=complete_payers),
    ] = "",
    root: Root = HERE,
    overlay: Overlay = None,
) -> None:
    """Write an invented plan with a fee and a copay, for remittances of patient cases."""
    home = home_of(root, overlay)
    if payer:
        known("payer", payer, home.corpus.payers)
    write_new(home, "plan", Start(new_id(name_id), name, date.today(), payer=payer))


def denial(
    number: Annotated[
        str,
        typer.Argument(
            help="A reason code with its usual group, or a remark code: co-97, n362.",
            metavar="CODE",
        ),
    ],
    name: Title = "",
    root: Root = HERE,
    overlay: Overlay = None,
) -> None:
    """Write the entry of a reason or remark code of remittances, with one cause."""
    if not REASON.fullmatch(number.lower()):
        fail(f"'{number}' is no reason or remark code; write it like co-97, pr-b7 or n362.")
    home = home_of(root, overlay)
    if number.lower() in home.corpus.adjustments:
        place = home.corpus.spot("adjustments", number.lower()).path
        if Path(place).stem != number.lower():
            fail(f"{place} has {number.lower()} already; change it there.")
    write_new(home, "denial", Start(number.lower(), name, date.today()))


def case(name_id: NewId, name: Title = "", root: Root = HERE, overlay: Overlay = None) -> None:
    """Write a patient case: a chart of two records, and two steps about them."""
    write_new(home_of(root, overlay), "case", Start(new_id(name_id), name, date.today()))


def claim(name_id: NewId, name: Title = "", root: Root = HERE, overlay: Overlay = None) -> None:
    """Write an article with one published claim to judge."""
    write_new(home_of(root, overlay), "claim", Start(new_id(name_id), name, date.today()))


def template(name_id: NewId, name: Title = "", root: Root = HERE, overlay: Overlay = None) -> None:
    """Write a template: a question that is drawn again and again; the site's list names it."""
    home = home_of(root, overlay)
    write_new(home, "template", Start(new_id(name_id), name, date.today()))
    line = f"  - {{template: {name_id}, pool: {VARIANTS_WRITTEN}}}"
    path, shown = home.folder / VARIANTS, home.shown(VARIANTS)
    empty = OWN_VARIANTS if home.overlay else b""
    before = read_regular(path, MAX_BYTES) if path.is_file() else empty
    if replace_longer(home, VARIANTS, before, before.rstrip() + f"\n{line}\n".encode(), "written"):
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
    _of_quiz(home_of(root, overlay), "track", name_id, name, practiced)


def assignment(
    name_id: NewId,
    name: Title = "",
    practiced: Practiced = "",
    root: Root = HERE,
    overlay: Overlay = None,
) -> None:
    """Write an assignment that draws from a quiz."""
    _of_quiz(home_of(root, overlay), "assignment", name_id, name, practiced)


def _of_quiz(home: NewHome, sort: str, name_id: str, name: str, practiced: str) -> None:
    if practiced:
        known("quiz", practiced, home.corpus.public.quizzes)
    write_new(home, sort, Start(new_id(name_id), name, date.today(), quiz=practiced))


def quiz(
    name_id: NewId,
    name: Title = "",
    kind: Kind = FIRST,
    root: Root = HERE,
    overlay: Overlay = None,
) -> None:
    """Write a quiz with one question."""
    known("kind of question", kind, KINDS)
    start = Start(new_id(name_id), name, date.today(), objective=KINDS[kind].objective)
    write_new(home_of(root, overlay), "quiz", start, kind)


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
    home = home_of(root, overlay)
    known("kind of question", kind, KINDS)
    stem = Path(within).stem
    free = _free(home.corpus, stem or "new")
    start = Start(
        new_id(name_id) if name_id else free, name, date.today(), objective=KINDS[kind].objective
    )
    if start.id in home.corpus.items:
        fail(f"There is a question '{start.id}' already; name another with --id.")
    written = new_question(home.corpus, kind, start)
    of = home.corpus.quizzes.get(stem)
    if isinstance(of, PatientCase):
        if KINDS[kind].own_text:
            fail(f"'{kind}' has a text of its own, so no step begins with it; name another --kind.")
        written = as_step(written, of.chart[-1].id)
    if within:
        _append(home, stem, written)
    else:
        typer.echo(written, nl=False)


def _append(home: NewHome, quiz: str, written: str) -> None:
    """Write the question at the end of a quiz, if the quiz can be read with it."""
    paths = {name: home.corpus.spot("quizzes", name).path for name in home.corpus.quizzes}
    own = [name for name, path in paths.items() if path.startswith(home.prefix)]
    path = paths[known("quiz", quiz, own)].removeprefix(home.prefix)
    before = read_regular(home.folder / path, MAX_BYTES)
    if not replace_longer(home, path, before, with_question(before, written), "items"):
        fail(
            f"{home.shown(path)} does not end with its list of questions; leave out the quiz, and"
            " paste what is printed."
        )
    line = before.rstrip().count(b"\n") + 3
    home.say(f"Wrote a question to {home.shown(path)}:{line}.")


def _free(corpus: Corpus, stem: str) -> str:
    """The id after the last one that is the stem and a number."""
    taken = (name.removeprefix(f"{stem}-") for name in corpus.items)
    last = max((int(number) for number in taken if number.isdecimal()), default=0)
    return f"{stem}-{last + 1:02}"
