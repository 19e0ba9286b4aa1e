"""`badge`: Open Badges 3.0 from collected results, signed offline with the issuer's own key."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator.authoring.finding_formats import report
from generator.build.project import open_project
from generator.commands.options import HERE, Root
from generator.commands.secret_files import write_secret
from generator.facts.corpus import Corpus

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
        "--assignment", help="Issue for this assignment, where the results are of several."
    ),
]
AskTrack = Annotated[
    str | None,
    typer.Option("--track", help="Issue for this track, where the results are of several."),
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


def register(app: typer.Typer) -> None:
    app.command()(badge)


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
    day: Day = None,
    until: Until = None,
    root: Root = HERE,
) -> None:
    """Issue an Open Badge for each learner who reached the mark.

    A signed .jwt file (Open Badges 3.0, VC-JWT, Ed25519). No network is used.

    Exit 1 when a result could not be read, 2 when nothing could be done. Learners without a badge
    are listed with the reason.
    """
    from generator.results.result_error import ResultError

    try:
        if new_key:
            return _make_key(new_key)
        if not (folder and issuer and key and out):
            _fail(
                "Give a folder of result files, --issuer, --key and --out. Make a key with"
                " --new-key."
            )
        _issue(
            _corpus(root),
            folder,
            issuer,
            key,
            out,
            assignment,
            track,
            pass_mark,
            flagged,
            class_key or [],
            _day("--date", day),
            _day("--valid-until", until),
        )
    except ResultError as problem:
        _fail(str(problem))
    except OSError as problem:
        _fail(
            f"{problem.filename or 'A file'} cannot be read or written:"
            f" {problem.strerror or problem}."
        )


def _issue(
    corpus: Corpus,
    folder: Path,
    issuer: Path,
    key: Path,
    out: Path,
    assignment: str | None,
    track: str | None,
    mark: float | None,
    flagged: bool,
    class_keys: list[Path],
    day: date | None,
    until: date | None,
) -> None:
    from generator.badges.award import awards, edition_of
    from generator.badges.badge_rows import achievement_of, badge_name, read_rows
    from generator.badges.credential import BadgeRun, signed
    from generator.badges.issuer import read_issuer
    from generator.badges.signing_key import read_key

    own, profile = read_key(key.read_bytes()), read_issuer(str(issuer), issuer.read_bytes())
    now = datetime.now(UTC) if day is None else datetime.combine(day, time(23, 59, 59), UTC)
    rows, problems = read_rows(
        corpus, _files(folder), [path.read_bytes() for path in class_keys], now.isoformat()
    )
    achievement = achievement_of(corpus, rows, assignment, track, mark)
    given, denied = awards(
        corpus,
        [row for row in rows if row.submission.result.assignment.id == achievement.id],
        achievement,
        flagged,
    )
    issue = BadgeRun(profile, own, achievement, edition_of(corpus, achievement), now.date(), until)
    out.mkdir(parents=True, exist_ok=True)
    for award in given:
        (out / badge_name(award)).write_text(signed(issue, award) + "\n", encoding="ascii")
    for problem in problems:
        typer.echo(f"{problem.source}: {problem.sentence}", err=True)
    for one in denied:
        typer.echo(f"{one.source}: no badge for {one.learner}. {one.sentence}", err=True)
    typer.echo(
        f"{len(given)} badges for “{achievement.title}”, {len(denied)} learners without,"
        f" {len(problems)} files that could not be read: see {out}.",
        err=True,
    )
    raise typer.Exit(1 if problems else 0)


def _files(folder: Path) -> list[tuple[str, bytes]]:
    """By name, so that the same folder gives the same badges."""
    if not folder.is_dir():
        _fail(f"{folder} is no folder. Give the folder that holds the result files.")
    found = [
        path
        for path in sorted(folder.rglob("*.json"))
        if path.is_file() and not path.name.startswith(".")
    ]
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in found]


def _make_key(path: Path) -> None:
    """For its owner's eyes alone.

    One that is there already is never replaced, since it cannot be had again.
    """
    from generator.badges.signing_key import key_file, new_key

    made = new_key()
    try:
        write_secret(path, key_file(made))
    except FileExistsError:
        _fail(f"{path} is there already, and badges may be signed with it. Name another file.")
    typer.echo(
        f"Wrote {path}. Keep it to yourself, and keep a copy: who has it can sign in your"
        " name.\nYour name in every badge, to be shown on your own site:",
        err=True,
    )
    typer.echo(made.did)


def _day(option: str, text: str | None) -> date | None:
    if text is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        _fail(f"{option} is '{text}'; write a day such as 2026-12-01.")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        _fail(f"{option} is '{text}', a day that does not exist.")


def _corpus(root: Path) -> Corpus:
    checked = open_project(Path(root))
    if not checked.sound:
        typer.echo(report(checked.findings, "text"), err=True)
        raise typer.Exit(2)
    return checked.corpus


def _fail(sentence: str) -> NoReturn:
    typer.echo(f"error: {sentence}", err=True)
    raise typer.Exit(2)
