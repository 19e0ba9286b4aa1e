"""What the shell offers behind TAB: ids read from the names of files, and of questions."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import typer

ENTRY = re.compile(r"^ {0,2}- id: ([a-z0-9-]+)", re.MULTILINE)
STEP = re.compile(r"^ {0,2}- id: ([a-z0-9-]+-\d+)$", re.MULTILINE)
"""A question of a patient case, and no record of its chart."""
SOURCE = re.compile(r"^([a-z0-9-]+):", re.MULTILINE)
Complete = Callable[[typer.Context, str], list[str]]
BESIDE = ("objectives", "variants", "words")
"""Files beside the quizzes that are none."""
FACTS = {"codes": "content/codes", "payers": "content/payers", "rules": "content/rules"}


def _completing(names: Callable[[Path], Iterable[str]]) -> Complete:
    """Offers those names in the project that begin as typed."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        root = Path(ctx.params.get("root") or ".")
        return sorted({name for name in names(root) if name.startswith(incomplete)})

    return complete


def _stems(folder: str) -> Callable[[Path], Iterator[str]]:
    return lambda root: (path.stem for path in (root / folder).glob("*.yaml"))


def _written(pattern: re.Pattern[str], *globs: str) -> Callable[[Path], Iterator[str]]:
    """Ids in the text of files, found without reading them as YAML."""
    return lambda root: (
        name
        for shape in globs
        for path in root.glob(shape)
        if path.stem not in BESIDE
        for name in pattern.findall(path.read_text(encoding="utf-8", errors="replace"))
    )


def _facts(root: Path) -> Iterator[str]:
    for register, folder in FACTS.items():
        yield from (f"{register}/{name}" for name in _stems(folder)(root))
    sources = _written(SOURCE, "content/sources.yaml", "content/sources/*.yaml")
    yield from (f"sources/{name}" for name in sources(root))


complete_codes = _completing(_stems("content/codes"))
complete_payers = _completing(_stems("content/payers"))
complete_plans = _completing(_stems("content/plans"))
complete_assignments = _completing(_stems("quizzes/assignments"))
complete_tracks = _completing(_stems("quizzes/tracks"))
complete_quizzes = _completing(
    lambda root: (name for name in _stems("quizzes")(root) if name not in BESIDE)
)
complete_items = _completing(
    lambda root: (
        *_written(ENTRY, "quizzes/*.yaml")(root),
        *_written(STEP, "quizzes/cases/*.yaml")(root),
    )
)
complete_families = _completing(_written(ENTRY, "content/families.yaml"))
complete_facts = _completing(_facts)
