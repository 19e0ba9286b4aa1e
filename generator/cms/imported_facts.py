"""The imported files laid over what was authored.

Newer than the facts, they win from their quarter on.

Pairs and MUE values. Status letters are not laid over: a code has one word of coverage a payer,
which has no earlier one beside it. `Store.status` answers for them, and the comparison names each
that differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cms.import_error import CmsImportError
from generator.cms.store_schema import FOLDER, ImportedFile, path_in
from generator.facts.corpus import Corpus
from generator.facts.registers import SourceEntry
from generator.findings import Finding, Place, Spot

if TYPE_CHECKING:
    from generator.cms.store import Store

SPOT = Spot((FOLDER / "store.sqlite").as_posix())
PAGES = {
    "pairs": (
        "NCCI procedure-to-procedure edits",
        "coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-procedure-procedure-ptp-edits",
    ),
    "mue": (
        "Medically Unlikely Edits",
        "coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-medically-unlikely-edits",
    ),
    "status": (
        "Physician Fee Schedule Relative Value File",
        "payment/fee-schedules/physician/pfs-relative-value-files",
    ),
}


def with_imports(corpus: Corpus, root: Path) -> tuple[Corpus, tuple[Finding, ...]]:
    """`corpus` itself where nothing was imported; then not even the database library is loaded.

    A store that cannot be read is a finding.
    """
    path = path_in(root)
    if not path.exists():
        return corpus, ()
    from generator.cms.store import Store

    try:
        with Store(path) as store:
            return merge_imports(corpus, store), ()
    except CmsImportError as problem:
        return corpus, (
            Finding(Place(SPOT.path), "X401", f"{problem.problem.capitalize()}; {problem.remedy}."),
        )


def merge_imports(corpus: Corpus, store: Store) -> Corpus:
    """The corpus with the store's pairs and ceilings of the codes it knows."""
    from generator.cms.imported_edits import merge_edits
    from generator.cms.imported_mue import merge_mue_values

    edits = merge_edits(corpus, store)
    codes = merge_mue_values(corpus, store)
    used = {
        str(name)
        for thing in (*edits.values(), *(mue for code in codes.values() for mue in code.mue))
        for name in thing.sources
    }
    added = _sources(file for file in store.files if file.source_id in used)
    new_spots = {f"edits/{name}": SPOT for name in edits if name not in corpus.edits} | {
        f"sources/{name}": SPOT for name in added
    }
    return replace(
        corpus,
        edits=edits,
        codes=codes,
        sources={**corpus.sources, **added},
        spots={**corpus.spots, **new_spots},
    )


def _sources(files: Iterable[ImportedFile]) -> Mapping[str, SourceEntry]:
    grouped: dict[str, list[ImportedFile]] = {}
    for file in files:
        grouped.setdefault(file.source_id, []).append(file)
    return {name: _entry(parts) for name, parts in grouped.items()}


def _entry(parts: list[ImportedFile]) -> SourceEntry:
    first = parts[0]
    title, page = PAGES[first.kind]
    return SourceEntry(
        publisher="Centers for Medicare & Medicaid Services",
        title=", ".join(filter(None, (title, first.setting, str(first.quarter)))),
        address=f"https://www.cms.gov/medicare/{page}",
        date=first.quarter.first,
        read=max(part.imported for part in parts),
        kind="cms-data",
        via=f"imported: {', '.join(part.name for part in parts)}, {first.quarter}",
        reliability="primary",
    )
