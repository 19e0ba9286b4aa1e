"""All that another language needs to do the same.

The knowledge, the patterns of every module, and the beliefs.
"""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import generator.fact_check
from generator.cache.file_cache import cache_folder, cached_file, digest

HERE = Path(__file__).parent
LEFT_OUT = (
    "readers.markup_reader",
    "readers.docx_reader",
    "readers.pdf_reader",
    "readers.pdf_text",
    "output_formats",
    "portable_rules",
    "checker_script",
)
BROWSER_NAMES = {
    "checker": "engine",
    "checker_tables": "tables",
    "readers.line_reader": "readers.lines",
    "rules.modifier_rules": "rules.modifiers",
    "rules.edit_rules": "rules.pairs",
}


def portable_table(
    knowledge: Mapping[str, Any], rules: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Knowledge and rules as data that can be written as JSON."""
    return {"knowledge": knowledge, **(rules or portable_rules())}


def portable_rules() -> dict[str, Any]:
    """What does not depend on the content: the patterns of every module, and the beliefs."""
    from generator.fact_check.rules.beliefs import BELIEFS

    return {"patterns": dict(_patterns()), "beliefs": [asdict(belief) for belief in BELIEFS]}


def kept_rules(root: Path) -> dict[str, Any]:
    """The same out of the cache of the project at `root`, where the code has not changed since."""
    state = digest(HERE, sorted(HERE.rglob("*.py")))
    return json.loads(
        cached_file(
            cache_folder(root) / f"claim-rules-{state}.json",
            lambda draft: draft.write_text(json.dumps(portable_rules()), encoding="utf-8"),
        )
    )


def _patterns() -> Iterator[tuple[str, dict[str, str]]]:
    """`module.NAME` to source and flags of every pattern, those in tuples and mappings too."""
    package = generator.fact_check
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        short = module.name.removeprefix(package.__name__ + ".")
        if short in LEFT_OUT:
            continue
        short = BROWSER_NAMES.get(short, short)
        for name, value in sorted(vars(importlib.import_module(module.name)).items()):
            yield from _named(f"{short}.{name}", value)


def _named(name: str, value: object) -> Iterator[tuple[str, dict[str, str]]]:
    match value:
        case re.Pattern():
            yield (
                name,
                {"source": value.pattern, "flags": "i" if value.flags & re.IGNORECASE else ""},
            )
        case dict():
            for key, part in value.items():
                yield from _named(f"{name}.{key}", part)
        case tuple() if all(isinstance(part, tuple) for part in value):
            for index, part in enumerate(value):
                for piece in part:
                    yield from _named(f"{name}.{index}", piece)
