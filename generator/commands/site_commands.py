"""`build`, `serve`, `pages`: what leaves the project."""

import errno
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.build.download_packages import PACKAGE_CACHE
from generator.build.folder_writer import write_folder
from generator.build.project import OVERLAY, Project
from generator.build.site_inputs import digest_of_inputs
from generator.cms.store_schema import with_imports
from generator.commands.exits import fail
from generator.commands.options import HERE, Overlay, Root, overlay_or_exit
from generator.disk.output_error import DISK_REFUSED, disk_errors_explained
from generator.disk.owned_folder import is_made_from, reject_foreign, replaced_folder
from generator.disk.packaged_project import is_working_copy
from generator.questions.blueprint import blueprint, in_short

SITE_PROCESS = "generator.build.site_process"
OUT = typer.Option(
    "--out",
    help=(
        "The folder to write; `build` writes the project's `site` where it is left out. It is"
        " replaced whole, if rightcode wrote all that it holds."
    ),
    file_okay=False,
)
Out = Annotated[Path, OUT]
OutOrSite = Annotated[Path | None, OUT]


def build(root: Root = HERE, out: OutOrSite = None, overlay: Overlay = None) -> None:
    """Build the site.

    Where anything is wrong, say so, exit 1 and leave the last good site as it is. A site that
    is as it was written, from what is the same now, is left as well.
    """
    overlay_or_exit(overlay)
    target = out or (Path() if is_working_copy(root) else root) / "site"
    inputs = digest_of_inputs(root, overlay, target)
    if is_made_from(target, inputs):
        typer.echo(f"{target} is up to date: nothing that it is made from has changed.", err=True)
        return
    if not (root / PACKAGE_CACHE).exists():
        typer.echo(
            "Building; the first time every quiz is packed for other programs too, which takes"
            " about half a minute.",
            err=True,
        )
    with replaced_folder(target, inputs) as draft, disk_errors_explained(target):
        # Not --quiet: it hides warnings from --strict as well, so that a dead link would pass.
        build_with_mkdocs(draft.resolve(), root, overlay)
    typer.echo(
        f"Built {sum(1 for page in target.rglob('index.html'))} pages in {target}.", err=True
    )
    if overlay is None:  # a clinic's own questions are its own affair
        typer.echo(
            in_short(blueprint(with_imports(load(read_files(root)).corpus, root)[0])), err=True
        )


def serve(
    root: Root = HERE,
    address: Annotated[str, typer.Option("--address", help="Host and port.")] = "127.0.0.1:8000",
    overlay: Overlay = None,
) -> None:
    """Serve the site; whenever a file is saved, build again what depends on it."""
    _reject_taken(address)
    os.environ.update(_mkdocs_environment(overlay_or_exit(overlay)))
    os.chdir(root)
    from generator.build.live_preview import serve_with_mkdocs

    typer.echo("Building every page once; then a save shows within seconds. Ctrl+C ends.", err=True)
    serve_with_mkdocs(address)


def _reject_taken(address: str) -> None:
    """MkDocs builds the whole site before it finds out."""
    host, _, port = address.rpartition(":")
    if not host or not re.fullmatch("[0-9]{1,5}", port):
        fail(f"--address '{address}' is no host and port; write it like 127.0.0.1:8000.")
    try:
        socket.create_server((host.strip("[]"), int(port)), family=_family(host)).close()
    except (OSError, OverflowError, UnicodeError) as problem:
        reason, *_ = str(getattr(problem, "strerror", None) or problem).split(" (while ")
        in_use = getattr(problem, "errno", None) == errno.EADDRINUSE and int(port) < 65_535
        other = f"{host}:{int(port) + 1}" if in_use else "127.0.0.1:8000"
        fail(
            f"{address} cannot be used ({reason}); name another: `make serve ADDRESS={other}` or"
            f" `rightcode serve --address {other}`."
        )


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def pages(out: Out, root: Root = HERE, overlay: Overlay = None) -> None:
    """Write the same pages as Markdown, for any other site engine."""
    reject_foreign(out)  # before the work, and again at its end
    built = Project(root, overlay=overlay_or_exit(overlay)).build()
    if built.report:
        typer.echo(built.report)
        raise typer.Exit(1)
    write_folder(out, built.files, built.packages)
    typer.echo(f"Wrote {len(built.files) + len(built.packages)} files to {out}.", err=True)


def _without_steps(log: str) -> str:
    """What MkDocs says is wrong, without what it says it does."""
    return "\n".join(
        line for line in log.splitlines() if line.strip() and not line.startswith("INFO")
    )


def build_with_mkdocs(site: Path, root: Path, overlay: Path | None) -> None:
    """Build the whole site with MkDocs; where it fails, print what is wrong and exit with 1.

    Raises `OSError` where the disk takes no more.
    """
    done = subprocess.run(
        [sys.executable, "-m", SITE_PROCESS, "build", "--strict", "--site-dir", str(site)],
        cwd=root,
        env={**os.environ, **_mkdocs_environment(overlay)},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode == DISK_REFUSED:
        number = int(done.stderr.split()[-1])
        raise OSError(number, os.strerror(number))
    if done.returncode:
        typer.echo(_without_steps(done.stdout + done.stderr), err=True)
        raise typer.Exit(1)


def _mkdocs_environment(overlay: Path | None) -> dict[str, str]:
    """What MkDocs is told: the overlay, and to leave out the theme's notice about its future."""
    named = {OVERLAY: str(overlay.resolve())} if overlay else {}
    return {"NO_MKDOCS_2_WARNING": "1", **named}
