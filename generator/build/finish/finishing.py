"""The edge to a written site: its files in, what they lack added beside them."""

from pathlib import Path

from generator.build.finish.css_pruning import site_stylesheet
from generator.build.finish.offline import OUT as WORKER
from generator.build.finish.offline import offline_worker

SOURCES = "site_config/frontend/offline"


def finish_site(root: Path, site: Path, *, is_serving: bool = False) -> None:
    """Add the style sheet and the worker of the project at `root` to its `site`.

    While the site is being written (`mkdocs serve`) nothing may be kept in the browser, so its
    worker ends itself.
    """
    files = read_folder(site)
    files.pop(WORKER, None)
    files |= (added := site_stylesheet(files))
    source = root / SOURCES / ("none.js" if is_serving else "worker.js")
    if source.exists():
        added |= (
            {WORKER: source.read_bytes()}
            if is_serving
            else offline_worker(files, source.read_bytes())
        )
    for path, content in added.items():
        (site / path).write_bytes(content)


def read_folder(folder: Path) -> dict[str, bytes]:
    """What a browser is given below `folder`, by path; hidden files are for the host or for us."""
    found = ((path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")))
    return {
        name: path.read_bytes()
        for name, path in found
        if path.is_file() and not f"/{name}".count("/.")
    }
