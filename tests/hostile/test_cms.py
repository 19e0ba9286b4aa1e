"""import-cms on files that are not what CMS publishes: refused whole, the store as it was."""

import io
import zipfile
from collections.abc import Iterator

from tests.cms.made import PAIR_HEADER, PAIRS, mue_text, pair_text, pfs_text, sheet
from tests.hostile.cases import Case, Content, Folder, Link, Locked, Repeat
from tests.hostile.conftest import Hold
from tests.hostile.handed_in import zipped
from tests.hostile.projects import project
from tests.hostile.values import BREAKS, SCALARS, WHOLE, chance

PTP, MUE, PFS = (
    "ccipra-v323r0-f1.txt",
    "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv",
    "PPRRVU2026_Oct_nonQPP.csv",
)
TEXTS = {
    PTP: pair_text().encode("latin-1"),
    MUE: mue_text().encode("latin-1"),
    PFS: pfs_text().encode("latin-1"),
}
SHEET = sheet((*PAIR_HEADER, *PAIRS))
BOOK = PTP.replace(".txt", ".xlsx")
ARCHIVE = PTP.replace(".txt", ".zip")
CELLS = {name: value for name, value in SCALARS.items() if "\n" not in value and len(value) < 300}


def imported(name: str, file: str, content: Content, **more: object) -> Case:
    ending = file.rpartition(".")[0]
    return Case(
        f"cms: {name}",
        ("import-cms", file, "--root", "p"),
        {**project(), file: content},
        may=("p/.rightcode", "p/.cache"),
        **{"place": ending[:12], **more},  # type: ignore[arg-type]
    )


def with_cells(file: str, count: int) -> Iterator[tuple[str, bytes]]:
    """A cell of a data row replaced by something else."""
    mark = b"\t" if file == PTP else b","
    lines = TEXTS[file].split(b"\r\n")
    for number, name in zip(range(count), sorted(CELLS) * 9, strict=False):
        draw = chance("cms", file, number)
        row = draw.randrange(len(lines) - 4, len(lines) - 1)
        cells = lines[row].split(mark)
        cells[draw.randrange(len(cells))] = CELLS[name].encode("utf-8", "surrogatepass")
        yield (
            f"{name} ({number})",
            b"\r\n".join([*lines[:row], mark.join(cells), *lines[row + 1 :]]),
        )


def broken(raw: bytes, count: int, *what: object) -> Iterator[tuple[str, bytes]]:
    names = list(BREAKS)
    for number in range(count):
        draw = chance("cms", *what, number)
        at = draw.randrange(len(raw))
        if number % 3 == 0:
            yield f"cut at {at} ({number})", raw[:at]
        elif number % 3 == 1:
            yield f"a byte changed at {at} ({number})", raw[:at] + draw.randbytes(1) + raw[at + 1 :]
        else:
            name = names[number % len(names)]
            yield f"{name} at {at} ({number})", raw[:at] + BREAKS[name] + raw[at:]


def test_text(hold: Hold) -> None:
    cases = []
    for file, text in TEXTS.items():
        cases.append(imported(f"sound {file}", file, text, want="fine"))
        cases += [
            imported(f"{file}: {name}", file, content) for name, content in with_cells(file, 48)
        ]
        cases += [
            imported(f"{file}: {name}", file, content) for name, content in broken(text, 27, file)
        ]
    for name, content in WHOLE.items():
        file = chance("cms whole", name).choice([PTP, MUE, PFS])
        cases.append(imported(f"a file that is {name}", file, content, want="refused"))
    hold(cases)


def test_archives_and_sheets(hold: Hold) -> None:
    sound = zipped({PTP: TEXTS[PTP]})
    cases = [
        imported("sound zip", ARCHIVE, sound, want="fine"),
        imported("sound sheet", BOOK, SHEET, want="fine"),
    ]
    cases += [
        imported(f"zip: {name}", ARCHIVE, content) for name, content in broken(sound, 45, "zip")
    ]
    cases += [
        imported(f"sheet: {name}", BOOK, content) for name, content in broken(SHEET, 45, "sheet")
    ]
    cases += [
        imported(f"zip that is {name}", ARCHIVE, content, want="refused")
        for name, content in WHOLE.items()
    ]
    cases += [
        imported(f"sheet that is {name}", BOOK, content, want="refused")
        for name, content in list(WHOLE.items())[::2]
    ]
    for number in range(40):
        draw = chance("members", number)
        with zipfile.ZipFile(io.BytesIO(SHEET)) as book:
            parts = {info.filename: book.read(info) for info in book.infolist()}
        member = draw.choice(sorted(parts))
        name, content = draw.choice([*WHOLE.items()])
        parts[member] = content
        cases.append(imported(f"sheet whose {member} is {name} ({number})", BOOK, zipped(parts, 1)))
    members: dict[str, dict[str, bytes]] = {
        "a bomb": {PTP: bytes(400_000_000)},
        "a bomb behind a sound file": {PTP: TEXTS[PTP], "readme.txt": bytes(400_000_000)},
        "a path upwards": {f"../../{PTP}": TEXTS[PTP]},
        "a path from the root": {f"/tmp/{PTP}": TEXTS[PTP]},
        "a path of Windows": {f"C:\\{PTP}": TEXTS[PTP]},
        "many files": {f"{n}.txt": b"" for n in range(20_000)},
        "nothing": {},
        "the same twice in folders": {PTP: TEXTS[PTP], f"a/{PTP}": TEXTS[PTP]},
        "a zip in a zip": {ARCHIVE: sound},
        "a zip in a zip in a zip": {ARCHIVE: zipped({ARCHIVE: zipped({ARCHIVE: sound})})},
        "a name that is no text": {
            "\udcff.txt".encode("utf-8", "surrogateescape").decode("cp437"): TEXTS[PTP]
        },
        "a name with an escape": {"\x1b[31m.txt": TEXTS[PTP]},
        "entities": {
            "xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
            "[Content_Types].xml": b"<x/>",
        },
    }
    for name, files in members.items():
        made = zipped(files)
        cases += [
            imported(f"{what} with {name}", file, made, seconds=10, never=(r"root:x:0",))
            for what, file in (("zip", ARCHIVE), ("sheet", BOOK))
        ]
    for name, content in {
        "/dev/zero": Link("/dev/zero"),
        "/dev/null": Link("/dev/null"),
        "nothing behind a link": Link("nowhere"),
        "a folder": Folder(),
        "locked": Locked(b"x", 0),
        "300 MB of zeros": Repeat(b"\x00", 300_000_000),
        "300 MB of one line": Repeat(b"x", 300_000_000),
        "300 MB of lines": Repeat(b"x\n", 150_000_000),
        "100 MB of tabs": Repeat(b"\t", 100_000_000),
        "30 MB of rows": Repeat("\t".join(PAIRS[0]).encode() + b"\r\n", 600_000, TEXTS[PTP]),
        "quotes without end": Repeat(b'"', 20_000_001),
    }.items():
        for file in (
            (PTP, MUE, PFS, ARCHIVE, BOOK)
            if " MB" not in name
            else chance(name).sample((PTP, MUE, PFS, ARCHIVE, BOOK), 2)
        ):
            want = "any" if name == "30 MB of rows" else "refused"
            cases.append(imported(f"{file} that is {name}", file, content, want=want))
    hold(cases)


def test_names_and_options(hold: Hold) -> None:
    cases = []
    for name in (
        "x.txt",
        "ccipra-v9999999r0-f1.txt",
        "ccipra-v323r0-f0.txt",
        "ccipra-v323r99-f99.txt",
        "ccipra.txt",
        "a\nb.txt",
        "\x1b[31m.txt",
        "caf\udce9.txt",
        "-rf.txt",
        "x" * 250,
        "é.txt",
        "MCR_MUE_PractitionerServices_Eff_13-45-2026.csv",
        "PPRRVU9999_Oct.csv",
        "PPRRVU2026_Foo_nonQPP.csv",
        "MCR_MUE__Eff_.csv",
        "ccipra-v٣٢٣r0-f1.txt",
        " .txt",
        "x.exe",
        "noend",
        ".txt",
    ):
        for options in (
            (),
            ("--quarter", "2026q4"),
            ("--quarter", "2026q4", "--setting", "hospital"),
        ):
            cases.append(
                Case(
                    f"cms: named {name[:60]!r} {options}",
                    ("import-cms", *options, "--root", "p", "--", name),
                    {**project(), name: TEXTS[PTP]},
                    may=("p/.rightcode", "p/.cache"),
                )
            )
    for word in (
        "",
        "x",
        "2026",
        "2026q5",
        "2026q0",
        "9999q4",
        "0000q1",
        "2026Q4",
        "2026q4 ",
        "-1",
        "20261q1",
        "２０２６q4",
        "1e9q1",
    ):
        cases.append(
            Case(
                f"cms: quarter {word!r}",
                ("import-cms", PTP, "--root", "p", "--quarter", word),
                {**project(), PTP: TEXTS[PTP]},
                may=("p/.rightcode", "p/.cache"),
            )
        )
    for name, files in {
        "a store that is no database": {"p/.rightcode/cms/store.sqlite": b"x" * 5_000},
        "an empty store": {"p/.rightcode/cms/store.sqlite": b""},
        "a store that is a folder": {"p/.rightcode/cms/store.sqlite": Folder()},
        "a store that is locked": {"p/.rightcode/cms/store.sqlite": Locked(b"", 0)},
        "a store that leads out": {
            "p/.rightcode/cms/store.sqlite": Link("/etc/passwd"),
            "mine": b"x",
        },
        "a store of a foreign database": {
            "p/.rightcode/cms/store.sqlite": b"SQLite format 3\x00" + bytes(84) + b"x" * 4_000
        },
        "a folder that may not be written": {"p/.rightcode": Folder(0o555)},
        "a folder that is a file": {"p/.rightcode": b"x"},
        "a folder that leads out": {"elsewhere/kept": b"x", "p/.rightcode": Link("../elsewhere")},
    }.items():  # type: ignore[assignment]
        for argv in (
            ("import-cms", PTP),
            ("import-cms", "--compare"),
            ("edits", "97124", "97140", "--date", "2026-11-01"),
            ("check",),
        ):
            cases.append(
                Case(
                    f"cms: {argv[0]} {' '.join(argv[1:])[:12]} with {name}",
                    (*argv, "--root", "p"),
                    {**project(), PTP: TEXTS[PTP], **files},  # type: ignore[dict-item]
                    may=("p/.rightcode", "p/.cache", "elsewhere/cms"),
                    stays=("elsewhere/kept", "mine"),
                )
            )
    cases.append(
        Case(
            "cms: a thousand files",
            ("import-cms", "--root", "p", *(f"f/{n}.txt" for n in range(1_000))),
            {**project(), **{f"f/{n}.txt": TEXTS[PTP] for n in range(1_000)}},
            may=("p/.rightcode", "p/.cache"),
            problems=1_000,
        )
    )
    cases.append(
        Case(
            "cms: a full disk",
            ("import-cms", "--root", "p", PTP),
            {**project(), PTP: TEXTS[PTP]},
            may=("p/.rightcode", "p/.cache"),
            largest_file=1_000,
            want="refused",
        )
    )
    hold(cases)
