"""The edge to a clinic's folder: its files in, its logo and its colors for the site."""

import os
from pathlib import Path

from generator.authoring import size_limits
from generator.disk.bounded_reads import read_regular
from generator.facts.corpus import Corpus
from generator.overlays.brand_colors import clinic_css
from generator.overlays.logo import MAX_BYTES
from generator.overlays.overlay_files import FOLDERS, HEAD, OverlayFiles, read_overlay

LICENSED = "licensed"
SUFFIXES = (".yaml", ".yml", ".md")
SHEET = "assets/clinic.css"


def open_overlay(folder: Path, root: Path) -> OverlayFiles:
    """Every file of the overlay in `folder`, named as it is reached from the project at `root`."""
    files = {
        path.relative_to(folder).as_posix(): read_regular(path, size_limits.MAX_BYTES)
        for path in _listed(folder)
    }
    found = read_overlay(files, _prefix(folder, root))
    logo = found.clinic.logo if found.clinic else None
    return OverlayFiles(found.prefix, found.found, _inside(folder, logo) if logo else None)


def clinic_assets(folder: Path, corpus: Corpus) -> dict[str, bytes]:
    """The clinic's style sheet and logo; nothing of either where it has none."""
    clinic = corpus.overlay.clinic if corpus.overlay else None
    if clinic is None:
        return {}
    colors = {SHEET: clinic_css(clinic.colors).encode()} if clinic.colors else {}
    logo = _inside(folder, clinic.logo) if clinic.logo else None
    path = clinic.logo_on_the_site
    return colors | ({path: logo} if path and logo is not None else {})


def _listed(folder: Path) -> list[Path]:
    head = [folder / HEAD] if (folder / HEAD).is_file() else []
    below = (path for name in FOLDERS for path in sorted((folder / name).rglob("*")))
    return head + [
        path
        for path in below
        if not path.is_dir() and _read(folder, path) and not path.name.startswith((".", "_"))
    ]


def _read(folder: Path, path: Path) -> bool:
    """In the folder of what is licensed a README may stand beside the descriptors."""
    return path.suffix in SUFFIXES and not (
        path.is_relative_to(folder / LICENSED) and path.suffix == ".md"
    )


def _prefix(folder: Path, root: Path) -> str:
    return Path(os.path.relpath(folder.resolve(), root.resolve())).as_posix() + "/"


def _inside(folder: Path, name: str) -> bytes | None:
    """The logo's content, so much as is judged; a name that leads out of the folder is as none."""
    path = Path(os.path.realpath(folder / name))  # a link may lead to itself
    if not path.is_file() or not path.is_relative_to(folder.resolve()):
        return None
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
