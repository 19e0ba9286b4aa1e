"""Where a new file goes, and how it is written: whole, readable, and never over another."""

from dataclasses import dataclass
from pathlib import Path

import typer

from generator.authoring.loader import load, read_file
from generator.authoring.starters import PATHS, Start, id_from, new_file
from generator.build.content_files import read_files
from generator.commands.exits import exit_with, fail
from generator.commands.options import HERE, overlay_or_exit, reject_packaged
from generator.commands.schema_command import readable_corpus
from generator.disk.output_error import disk_errors_explained
from generator.disk.packaged_project import project_of
from generator.facts.corpus import Corpus
from generator.findings import has_errors
from generator.overlays.overlay_files import HEAD
from generator.overlays.overlay_folder import open_overlay

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
    "case": (
        f"{ALL} `rightcode new question {{0}}` adds a step. A remittance wants a `plan:`; the check"
        " then gives its lines."
    ),
    "plan": f"{ALL} A case names it as `plan: {{0}}`.",
    "denial": (
        f"{ALL} It warns until two questions have `rests_on: [adjustments/{{0}}]` (`rightcode new"
        " question QUIZ`). Put your own source, entered in content/sources.yaml, in place of the"
        " one written."
    ),
}
"""For each sort of file what must still be written, once the marks are replaced."""
SCHEMAS, CLINIC_SCHEMAS = b"site_config/schema/", b"schema/"


@dataclass(frozen=True)
class NewHome:
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


def home_of(root: Path, overlay: Path | None = None) -> NewHome:
    """The clinic's folder where one is given, be it as `--root`; else the project's."""
    if overlay is None and (root / HEAD).is_file():
        root, overlay = project_of(HERE), root
    if overlay_or_exit(overlay) is None:
        reject_packaged(root)
        return NewHome(root, load(read_files(root)).corpus)
    assert overlay
    prefix = open_overlay(overlay, root).prefix
    return NewHome(overlay, readable_corpus(root, overlay), overlay, prefix)


def replace_longer(home: NewHome, path: str, before: bytes, after: bytes, key: str) -> bool:
    """Write the file anew if its list has one entry more; false, and nothing done, if not."""
    was, now = (len(getattr(read_file(path, raw).thing, key, ())) for raw in (before, after))
    if now != was + 1:
        return False
    target, draft = home.folder / path, home.folder / f"{path}.part"
    with disk_errors_explained(target):
        draft.write_bytes(after)
        draft.replace(target)
    return True


def write_new(home: NewHome, sort: str, start: Start, kind: str = "") -> None:
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


def new_id(name: str) -> str:
    """The id as given, where it is one."""
    proposed = id_from(name)
    if name != proposed:
        hint = f", such as '{proposed}'" if proposed else ""
        fail(f"'{name}' is no id; write lower-case letters, digits and hyphens{hint}.")
    return name
