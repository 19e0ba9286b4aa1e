"""The corpus with the files imported from CMS; the database is loaded only where there are any."""

from pathlib import Path

from generator.cms.import_error import CmsImportError
from generator.cms.store_schema import path_in
from generator.facts.corpus import Corpus
from generator.findings import Finding, Place


def with_imports(corpus: Corpus, root: Path) -> tuple[Corpus, tuple[Finding, ...]]:
    """`corpus` itself where nothing was imported; a store that cannot be read is a finding."""
    path = path_in(root)
    if not path.exists():
        return corpus, ()
    # Loaded here: SQLite takes time that a project without imports need not spend.
    from generator.cms.merged_imports import SPOT, merge_imports  # noqa: PLC0415
    from generator.cms.store import Store  # noqa: PLC0415

    try:
        with Store(path) as store:
            return merge_imports(corpus, store), ()
    except CmsImportError as error:
        sentence = f"{error.problem.capitalize()}; {error.remedy}."
        return corpus, (Finding(Place(SPOT.path), "X401", sentence),)
