"""`schema`: what editors and the browser know of the models, written anew."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import typer

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.build.editor_schemas import FOLDER, IDS, ids_in, ids_schema, json_schemas
from generator.build.schema_types import (
    CONSTANTS_PATH,
    PATH,
    browser_constants,
    schema_types,
)
from generator.commands.options import HERE, Overlay, Root, overlay_or_exit, reject_packaged
from generator.facts.corpus import Corpus
from generator.findings import ProjectError
from generator.overlays.overlay_files import with_additions
from generator.overlays.overlay_folder import open_overlay

FEW = 3


def schema(root: Root = HERE, overlay: Overlay = None) -> None:
    """Write the JSON Schemas that editors use, with the ids there are, to site_config/schema.

    With --overlay to the clinic's folder, with the clinic's ids.
    """
    if overlay is None:
        reject_packaged(root)
    schemas = {**json_schemas(), IDS: ids_schema(readable_corpus(root, overlay_or_exit(overlay)))}
    folder = _folder(root, overlay)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas.items():
        (folder / name).write_bytes(content)
    if overlay is None and (root / PATH).parent.is_dir():
        (root / PATH).write_bytes(schema_types())
        (root / CONSTANTS_PATH).write_bytes(browser_constants())
    typer.echo(f"Wrote {len(schemas)} schemas to {folder}.", err=True)


def report_new_ids(corpus: Corpus, root: Path, overlay: Path | None) -> None:
    """One line where editors do not complete an id yet; nobody has to act on it."""
    path = _folder(root, overlay) / IDS
    known = ids_in(path.read_bytes()) if path.is_file() else {}
    new = list(_new(known, ids_in(ids_schema(corpus)))) if known else []
    if new:
        more = f" and {len(new) - FEW} more" if len(new) > FEW else ""
        again = f" --overlay {overlay}" if overlay else ""
        typer.echo(
            f"Editors do not complete {', '.join(new[:FEW])}{more} yet; `rightcode schema{again}`"
            " tells them.",
            err=True,
        )


def _new(known: Mapping[str, frozenset[str]], there: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Ids that `known` lacks, each once, though several kinds of reference may name it."""
    names = (name for kind, ids in there.items() for name in sorted(ids - known.get(kind, ids)))
    yield from dict.fromkeys(name.rpartition("/")[2] for name in names)


def _folder(root: Path, overlay: Path | None) -> Path:
    return overlay / "schema" if overlay else root / FOLDER


def readable_corpus(root: Path, overlay: Path | None = None) -> Corpus:
    """What is there, sound or not; nothing where there is no content yet."""
    try:
        corpus = load(read_files(root)).corpus
    except ProjectError:
        corpus = Corpus()
    return with_additions(corpus, open_overlay(overlay, root)) if overlay else corpus
