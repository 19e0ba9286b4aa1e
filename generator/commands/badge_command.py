"""`badge`: Open Badges 3.0 from collected results, signed offline with the issuer's own key."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from generator.authoring.size_limits import MAX_BYTES
from generator.commands.checked_corpus import corpus_or_exit
from generator.commands.completion import complete_assignments, complete_tracks
from generator.commands.exits import fail
from generator.commands.options import HERE, Lrs, Root
from generator.commands.submitted_files import (
    errors_reported,
    finish,
    named_files,
    result_files,
    store_login,
)
from generator.disk.bounded_reads import read_regular
from generator.disk.owned_files import write_files

Folder = Annotated[
    Path | None, typer.Argument(help="A folder of result files.", show_default=False)
]
Issuer = Annotated[
    Path | None, typer.Option("--issuer", help="Who issues: a YAML file with name, url and email.")
]
Key = Annotated[Path | None, typer.Option("--key", help="Your private key, as --new-key wrote it.")]
Out = Annotated[
    Path | None, typer.Option("--out", help="The folder for the badges.", file_okay=False)
]
NewKey = Annotated[
    Path | None,
    typer.Option(
        "--new-key", help="Make a key, write it here, and print its public half as did:key."
    ),
]
AskAssignment = Annotated[
    str | None,
    typer.Option(
        "--assignment",
        help="Issue for this assignment, where the results are of several.",
        autocompletion=complete_assignments,
    ),
]
AskTrack = Annotated[
    str | None,
    typer.Option(
        "--track",
        help="Issue for this track, where the results are of several.",
        autocompletion=complete_tracks,
    ),
]
Mark = Annotated[
    float | None,
    typer.Option(
        "--pass-mark", min=1, max=100, help="Per cent, instead of the assignment's own mark."
    ),
]
Flagged = Annotated[
    bool,
    typer.Option(
        "--flagged", help="Issue for results too that the gradebook flags. Look at them first."
    ),
]
ClassKey = Annotated[
    list[Path] | None,
    typer.Option(
        "--class-key", help="The class's private key, for sealed results; may be given again."
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        help=(
            "The day of issue, YYYY-MM-DD; today where left out. With it, the same input gives the"
            " same bytes."
        ),
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--valid-until", help="The day on which the badges end, YYYY-MM-DD; never where left out."
    ),
]


def badge(
    folder: Folder = None,
    issuer: Issuer = None,
    key: Key = None,
    out: Out = None,
    new_key: NewKey = None,
    assignment: AskAssignment = None,
    track: AskTrack = None,
    pass_mark: Mark = None,
    flagged: Flagged = False,
    class_key: ClassKey = None,
    lrs: Lrs = None,
    day: Day = None,
    until: Until = None,
    root: Root = HERE,
) -> None:
    """Issue an Open Badge for each learner who reached the mark.

    A signed .jwt file (Open Badges 3.0, VC-JWT, Ed25519). The network is used for --lrs alone.

    Exit 1 when a result could not be read, 2 when nothing could be done. Learners without a badge
    are listed with the reason.
    """
    with errors_reported():
        if new_key:
            return _write_new_key(root, new_key)
        source = folder or lrs
        if not (source and issuer and key and out) or (folder and lrs):
            fail(
                "Give a folder of result files, or a store with --lrs, --issuer, --key and --out."
                " Make a key with --new-key."
            )
        dates = _date("--date", day), _date("--valid-until", until)
        wanted = Wanted(assignment, track, pass_mark, flagged)
        _issue(root, Files(source, issuer, key, out, class_key or []), wanted, *dates)


@dataclass(frozen=True)
class Files:
    """What is read, a folder or the address of a store, and the folder that is written."""

    source: Path | str
    issuer: Path
    key: Path
    out: Path
    class_keys: list[Path]


@dataclass(frozen=True)
class Wanted:
    """Which badge is issued, and to whom; `mark` is in percent."""

    assignment: str | None
    track: str | None
    mark: float | None
    flagged: bool


def _issue(root: Path, files: Files, wanted: Wanted, day: date | None, until: date | None) -> None:
    from generator.badges.award import awards, edition_of, namesakes
    from generator.badges.badge_rows import achievement_of, badge_name
    from generator.badges.credential import BadgeRun, sign_award
    from generator.badges.issuer import read_issuer
    from generator.badges.signing_key import read_key
    from generator.results.gradebook import GradebookProcess
    from generator.results.result_error import ResultError

    corpus = corpus_or_exit(root)
    try:
        own = read_key(read_regular(files.key, MAX_BYTES))
    except ResultError as problem:
        fail(f"{files.key}: {problem}")
    profile = read_issuer(str(files.issuer), read_regular(files.issuer, MAX_BYTES))
    now = datetime.now(UTC) if day is None else datetime.combine(day, time(23, 59, 59), UTC)
    with GradebookProcess() as process:
        process.read_keys(named_files(files.class_keys))
        if isinstance(files.source, str):
            process.read_store(files.source, store_login())
        else:
            process.read_files(result_files(files.source))
        store = files.source if isinstance(files.source, str) else ""
        results = process.score(corpus, now.isoformat(), store=store)
    rows, problems = results.rows, results.problems
    achievement = achievement_of(corpus, rows, wanted.assignment, wanted.track, wanted.mark)
    concerned = [row for row in rows if row.submission.result.assignment.id == achievement.id]
    given, denied = awards(corpus, concerned, achievement, wanted.flagged)
    run = BadgeRun(profile, own, achievement, edition_of(corpus, achievement), now.date(), until)
    badges = {badge_name(award): f"{sign_award(run, award)}\n".encode("ascii") for award in given}
    write_files(root, {files.out / name: content for name, content in badges.items()})
    finish(
        problems,
        (
            *(f"{one.source}: no badge for {one.learner}. {one.sentence}" for one in denied),
            *namesakes(given, denied),
        ),
        f"{len(given)} badges for “{achievement.title}”, {len(denied)} learners without,"
        f" {len(problems)} files that could not be read: see {files.out}.",
    )


def _write_new_key(root: Path, path: Path) -> None:
    from generator.badges.signing_key import key_file, new_key

    made = new_key()
    write_files(root, {path: key_file(made)}, private=True)
    typer.echo(
        f"Wrote {path}. Keep it to yourself, and keep a copy: who has it can sign in your"
        " name.\nYour name in every badge, to be shown on your own site:",
        err=True,
    )
    typer.echo(made.did)


def _date(option: str, text: str | None) -> date | None:
    if text is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        fail(f"{option} is '{text}'; write a day such as 2026-12-01.")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        fail(f"{option} is '{text}', a day that does not exist.")
