"""A tree of files to a folder, all or nothing."""

from collections.abc import Mapping
from pathlib import Path

from generator.build.download_packages import link_or_copy
from generator.disk.output_error import disk_errors_explained
from generator.disk.owned_folder import replaced_folder


def write_folder(out: Path, files: Mapping[str, bytes], cached: Mapping[str, Path] = {}) -> None:
    """Make `out` hold `files` and those `cached` elsewhere; raises `OutputError`."""
    with replaced_folder(out) as draft, disk_errors_explained(out):
        for name, content in files.items():
            target = draft / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for name, path in cached.items():
            link_or_copy(path, draft / name)
