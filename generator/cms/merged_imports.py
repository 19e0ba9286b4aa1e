"""Imported NCCI edits and MUE values in the place of older authored ones, from their quarter on.

Status letters are compared only: a code has one entry of coverage a payer, without earlier ones.
`Store.status` answers for them, and the comparison names each that differs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.cms.imported_edits import merge_edits
from generator.cms.imported_mue import merge_mue_values
from generator.cms.store import Store
from generator.cms.store_schema import FOLDER, ImportedFile
from generator.facts.corpus import Corpus
from generator.facts.registers import SourceEntry
from generator.findings import Spot

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


def merge_imports(corpus: Corpus, store: Store) -> Corpus:
    """The corpus with the store's pairs and ceilings of the codes it knows."""
    edits = merge_edits(corpus, store)
    codes = merge_mue_values(corpus, store)
    used = {
        str(name)
        for thing in (*edits.values(), *(mue for code in codes.values() for mue in code.mue))
        for name in thing.sources
    }
    added = _sources(file for file in store.files if file.source_id in used)
    new = (*(f"edits/{name}" for name in edits), *(f"sources/{name}" for name in added))
    return replace(
        corpus,
        edits=edits,
        codes=codes,
        sources={**corpus.sources, **added},
        spots={**dict.fromkeys(new, SPOT), **corpus.spots},
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
