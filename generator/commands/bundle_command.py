"""`bundle`: the site as a zip that works from a folder."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from generator.build.finish.finishing import SOURCES, read_folder
from generator.build.finish.folder_bundle import bundle_files, zipped_bundle
from generator.commands.options import HERE, Overlay, Root, overlay_or_exit
from generator.commands.site_commands import build_with_mkdocs
from generator.disk.output_error import disk_errors_explained
from generator.disk.owned_files import reject_unwritable, write_files

SCRIPTS = ("file.js",)
Zip = Annotated[
    Path,
    typer.Option(
        "--out", help="The zip to write; an older one of ours is replaced.", dir_okay=False
    ),
]


def bundle(out: Zip, root: Root = HERE, overlay: Overlay = None) -> None:
    """Write the site as a zip that opens by double-click, without a server.

    Search and quizzes included.
    """
    reject_unwritable(out)
    with tempfile.TemporaryDirectory() as folder, disk_errors_explained(Path(folder)):
        site = Path(folder).resolve() / "site"
        build_with_mkdocs(site, root, overlay_or_exit(overlay))
        scripts = {f"assets/{name}": (root / SOURCES / name).read_bytes() for name in SCRIPTS}
        files = bundle_files(read_folder(site), scripts)
    write_files(root, {out: zipped_bundle(files)})
    typer.echo(
        f"Wrote {len(files)} files to {out}: unpack it, then open rightcode/index.html.", err=True
    )
