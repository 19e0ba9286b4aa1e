"""The store's tables, its file in a project, and the corpus with what was imported.

A run is the edits of one column 1 code: `codes` its column 2 codes in a row, five characters each,
`spans` one 32-bit number for each, in the byte order of the machine. Two million edits take some 20
MB and are written in a tenth of the time of rows.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from generator.cms.file_names import Quarter
from generator.cms.import_error import CmsImportError
from generator.facts.corpus import Corpus
from generator.findings import Finding, Place

Kind = Literal["pairs", "mue", "status"]

VERSION = 1
FOLDER = Path(".rightcode") / "cms"
FILE = "store.sqlite"
SCHEMA = """
CREATE TABLE files (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, setting TEXT NOT NULL, quarter TEXT NOT NULL,
    part INTEGER NOT NULL, name TEXT NOT NULL, rows INTEGER NOT NULL, first TEXT, last TEXT,
    oldest_end INTEGER, imported TEXT NOT NULL, UNIQUE (kind, setting, quarter, part)
);
CREATE TABLE spans (
    id INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER, indicator INTEGER NOT NULL,
    before_1996 INTEGER NOT NULL
);
CREATE TABLE runs (
    file INTEGER NOT NULL, column1 TEXT NOT NULL, serial INTEGER NOT NULL, codes TEXT NOT NULL,
    spans BLOB NOT NULL, PRIMARY KEY (file, column1, serial)
);
CREATE TABLE ceilings (
    file INTEGER NOT NULL, code TEXT NOT NULL, units INTEGER NOT NULL,
    adjudication INTEGER NOT NULL, PRIMARY KEY (file, code)
) WITHOUT ROWID;
CREATE TABLE statuses (
    file INTEGER NOT NULL, code TEXT NOT NULL, letter TEXT NOT NULL, reduction TEXT NOT NULL,
    PRIMARY KEY (file, code)
) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class ImportedFile:
    """A published file: `first` and `last` are its outermost pairs, `oldest_end` is YYYYMMDD."""

    id: int
    kind: Kind
    setting: str
    quarter: Quarter
    part: int
    name: str
    rows: int
    first: str | None
    last: str | None
    oldest_end: int | None
    imported: date

    @property
    def source(self) -> str:
        """What messages call it."""
        return f"imported: {self.name}, {self.quarter}"

    @property
    def source_id(self) -> str:
        """Its id in the sources of a corpus; the parts of one table share it."""
        return "-".join(filter(None, ("imported", self.kind, self.setting, str(self.quarter))))


def path_in(root: Path) -> Path:
    """The store's path in the project at `root`."""
    return root / FOLDER / FILE


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
