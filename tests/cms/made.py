"""Small files in the official formats, with invented codes.

Where a description would stand, a word to look for.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from generator.cms.file_names import Quarter
from generator.cms.importer import import_files, plan
from generator.cms.store import Status, Store
from generator.cms.store_schema import path_in
from generator.facts.base import Fact
from generator.facts.codes import Code, Mue, Setting, Unit
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.findings import Spot

TODAY = date(2026, 11, 21)
DESCRIPTION = "Zwieback polishing"
PAIR_HEADER = (
    (
        "CPT only copyright 2025 American Medical Association.  All rights reserved.",
        "",
        "",
        "",
        "",
        "",
        "",
    ),
    ("Column1/Column2 Edits", "", "", "", "", "", ""),
    (
        "Column 1",
        "Column 2",
        "*=in existence",
        "Effective",
        "Deletion",
        "Modifier",
        "PTP Edit Rationale",
    ),
    ("", "", "prior to 1996", "Date", "Date", "0=not allowed", ""),
    ("", "", "", "", "*=no data", "1=allowed", ""),
    ("", "", "", "", "", "9=not applicable", ""),
)
PAIRS = (
    ("00100", "00140", "", "20200101", "*", "1", "Misuse of Column Two code"),
    ("11111", "22222", "", "20200101", "*", "0", 'CPT "separate procedure" rule'),
    ("11111", "33333", "*", "19960101", "20191231", "1", "More extensive procedure"),
    ("22222", "33333", "", "20201001", "20201001", "9", "Standards of practice"),
    ("A1111", "22222", "", "20260401", "", "1", "Standards of practice"),
)
MUE_HEADER = (
    '"CPT codes and other data only are copyright AMA.\r\n\r\nApplicable restrictions'
    ' apply.",,,\r\n'
)
MUE_ROWS = (
    "11111,4,3 Date of Service Edit: Clinical,Clinical: Data\r\n22222,0,2 Date of Service Edit:"
    " Policy,CMS Policy\r\n"
)
PFS_HEADER = (
    ",,2026 National Physician Fee Schedule Relative Value File October Release,,,,,,,",
    ",,RELEASED 08/26/2026,,,,,,,",
    ',,"CPT codes and descriptions only are copyright AMA, all rights reserved.",,,,,,,',
    ",,,,,,,,,",
    ",,,STATUS,MEDICARE,WORK,GLOB,MULT,BILAT,CONV",
    "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,DAYS,PROC,SURG,FACTOR",
)
PFS_ROWS = (
    f'11111,,"{DESCRIPTION}, each",A,,0.45,XXX,5,0,33.4009',
    f"22222,,{DESCRIPTION},I,,0.00,XXX,9,9,33.4009",
    f"22222,26,{DESCRIPTION},A,,0.00,XXX,0,9,33.4009",
)


def pair_text(rows: Iterable[Sequence[str]] = PAIRS, end: str = "\r\n") -> str:
    return "".join("\t".join(row) + end for row in (*PAIR_HEADER, *rows))


def mue_text(setting: str = "Practitioner", rows: str = MUE_ROWS) -> str:
    return (
        f'{MUE_HEADER}"HCPCS/\r\nCPT Code",{setting} Services MUE Values,MUE Adjudication'
        f" Indicator,MUE Rationale\r\n{rows}"
    )


def pfs_text(end: str = "\r\n", rows: Iterable[str] = PFS_ROWS) -> str:
    return "".join(line + end for line in (*PFS_HEADER, *rows))


def sheet(rows: Iterable[Sequence[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append([cell if cell != "" else None for cell in row])
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def archive(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode("latin-1") if isinstance(content, str) else content)
    return path


def bring_in(
    root: Path, *paths: Path, setting: str | None = None, quarter: str | None = None
) -> None:
    import_files(
        root,
        plan(paths, setting, Quarter.read(quarter) if quarter else None),
        TODAY,
        lambda _: None,
    )


class LookUps(Store):
    """A store asked for one thing at a time."""

    def pairs(self, code1: str, code2: str) -> tuple[Edit, ...]:
        """Every edit between two codes, of the newest quarter imported for each setting."""
        settings: tuple[Setting, ...] = ("practitioner", "hospital")
        newest = ((setting, self.newest("pairs", setting)) for setting in settings)
        return tuple(
            edit
            for setting, quarter in newest
            if quarter
            for edit in self.edits(setting, quarter, {code1, code2})
        )

    def mue(self, code: str, setting: str, day: date) -> Mue | None:
        """The MUE in the quarter of `day`; None where it was not imported or lacks the code."""
        quarter = Quarter.of_month(day.year, day.month)
        return self.ceilings(setting, quarter, {code}).get(code)

    def status(self, code: str, day: date) -> Status | None:
        """The status in the quarter of `day`; None where it was not imported or lacks the code."""
        return self.statuses(Quarter.of_month(day.year, day.month), {code}).get(code)


def store(root: Path) -> LookUps:
    return LookUps(path_in(root))


def told(edits: Iterable[Edit]) -> list[str]:
    """Each edit in one line."""
    return [
        f"{edit.column1} {edit.column2} {edit.setting}"
        f" {edit.effective.start or '...'}..{edit.effective.end or ''} {edit.indicator}"
        for edit in edits
    ]


def edit(
    column1: str,
    column2: str,
    indicator: int,
    as_of: str = "2024-07-01",
    setting: str = "practitioner",
    **period: str,
) -> Edit:
    effective = (
        {"effective": {key.rstrip("_"): value for key, value in period.items()}} if period else {}
    )
    return Edit.model_validate(
        {
            "column1": column1,
            "column2": column2,
            "indicator": indicator,
            "setting": setting,
            "sources": ["authored"],
            "as_of": as_of,
            **effective,
        }
    )


def code(name: str, **more: object) -> Code:
    said = {"sources": ["authored"], "as_of": "2024-07-01", "text": "Invented."}
    unit = Unit.model_validate({"kind": "untimed", "contact": "one-on-one", **said})
    meaning = Fact.model_validate(said)
    return Code.model_validate(
        {
            "code": name,
            "system": "cpt",
            "family": "invented",
            "plain_name": "Invented",
            "meaning": meaning,
            "unit": unit,
            **more,
        }
    )


def corpus(edits: Sequence[Edit] = (), codes: Sequence[Code] | None = None) -> Corpus:
    known = (
        codes
        if codes is not None
        else [code(name) for name in ("11111", "22222", "33333", "A1111")]
    )
    named = {f"e{index}": entry for index, entry in enumerate(edits)}
    spots = {
        f"edits/{name}": Spot("content/edits.yaml", ("edits", index))
        for index, name in enumerate(named)
    }
    spots |= {f"codes/{entry.code}": Spot(f"content/codes/{entry.code}.yaml") for entry in known}
    return Corpus(edits=named, codes={entry.code: entry for entry in known}, spots=spots)
