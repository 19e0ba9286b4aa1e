"""The edge to a written site: its files in, what they lack added beside them."""

from pathlib import Path

from generator.build.finish.css_pruning import look
from generator.build.finish.offline import OUT as WORKER
from generator.build.finish.offline import worker

SOURCES = "site_config/frontend/offline"


def finish(root: Path, site: Path, *, being_written: bool = False) -> None:
    """Add the style sheet and the worker of the project at `root` to its `site`.

    While the site is being written (`mkdocs serve`) nothing may be kept in the browser, so its
    worker ends itself.
    """
    files = read_folder(site)
    files.pop(WORKER, None)
    files |= (added := look(files))
    source = root / SOURCES / ("none.js" if being_written else "worker.js")
    if source.exists():
        added |= (
            {WORKER: source.read_bytes()} if being_written else worker(files, source.read_bytes())
        )
    for path, content in added.items():
        (site / path).write_bytes(content)


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its path with forward slashes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
