"""fact-check on documents of any kind and of none."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from tests.fact_check.made import W, made_docx, made_pdf
from tests.hostile.cases import Case, Content, Folder, Link, Locked, Pipe, Repeat
from tests.hostile.conftest import Hold, HoldTogether
from tests.hostile.handed_in import zipped
from tests.hostile.judge import Part
from tests.hostile.projects import project
from tests.hostile.values import BREAKS, WHOLE, chance

SAYS = "97124 is therapeutic exercise. 97110 is massage. Bill 97140 with 59 for 97124."
ENDINGS = ("md", "html", "txt", "pdf", "docx")
HTML = (
    f"<!doctype html><html><body><h1>Codes</h1><p>{SAYS}</p>"
    "<table><tr><td>97124<td>exercise</table></body></html>"
)
MARKDOWN = (
    f"# Codes\n\n{SAYS}\n\n| Code | Use |\n|--|--|\n| 97124 | exercise |\n\n- 97124: exercise\n"
)
SOUND: dict[str, bytes] = {
    "md": MARKDOWN.encode(),
    "html": HTML.encode(),
    "txt": SAYS.encode(),
    "pdf": made_pdf(*SAYS.split(". ")),
    "docx": made_docx(*SAYS.split(". ")),
}


def read_together(parts: Sequence[Part]) -> Case:
    files: dict[str, Content] = project()
    names = [name for part in parts for name in part.files]
    for part in parts:
        files |= part.files
    return Case(
        f"document: {' + '.join(part.name for part in parts)}",
        ("fact-check", "--root", "p", "--date", "2026-04-01", "--", *names),
        files,
        may=("p/.cache",),
        problems=20 * len(parts),
        never=(r"root:x:0",),
    )


def broken() -> Iterator[tuple[str, str, bytes]]:
    names = list(BREAKS)
    for ending, raw in SOUND.items():
        for number in range(44):
            draw = chance("document", ending, number)
            at = draw.randrange(len(raw))
            match number % 4:
                case 0:
                    yield f"cut at {at} ({number})", ending, raw[:at]
                case 1:
                    changed = bytearray(raw)
                    for _ in range(12):
                        changed[draw.randrange(len(raw))] = draw.randrange(256)
                    yield f"12 bytes changed ({number})", ending, bytes(changed)
                case 2:
                    name = names[number // 4 % len(names)]
                    yield f"{name} at {at} ({number})", ending, raw[:at] + BREAKS[name] + raw[at:]
                case _:
                    other = draw.choice(list(SOUND.values()))
                    yield f"half of another ({number})", ending, raw[:at] + other[len(other) // 2 :]


def docx(document: bytes, **others: bytes) -> bytes:
    return zipped(
        {
            "word/document.xml": document,
            **{f"word/{name}.xml": raw for name, raw in others.items()},
        },
        6,
    )


def body(inner: str, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{head}<w:document'
        f' xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'.encode()
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf_with(stream: bytes, filters: str = "") -> bytes:
    """A page with a content stream of any kind."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <<"
            b" /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(stream)} {filters}>>\nstream\n".encode() + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
        + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF"
    )


LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def made() -> Iterator[tuple[str, str, bytes]]:
    yield "bomb of text", "docx", docx(body(paragraph("97124 " * 8_000_000)))
    yield "bomb of spaces", "docx", docx(body(paragraph(" " * 200_000_000)))
    yield (
        "bomb beside the document",
        "docx",
        docx(body(paragraph(SAYS)), footnotes=b" " * 300_000_000),
    )
    yield "entities", "docx", docx(body(paragraph("&j;"), LAUGHS))
    yield (
        "entity of a file",
        "docx",
        docx(body(paragraph("&a;"), "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")),
    )
    yield (
        "parameter entity",
        "docx",
        docx(body(paragraph("x"), "<!DOCTYPE d [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]>")),
    )
    yield "deep", "docx", docx(body("<w:p>" * 50_000 + "</w:p>" * 50_000))
    yield (
        "tables in tables",
        "docx",
        docx(
            body("<w:tbl><w:tr><w:tc>" * 5_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 5_000)
        ),
    )
    yield "a million paragraphs", "docx", docx(body(paragraph("x") * 300_000))
    yield (
        "many cells",
        "docx",
        docx(
            body(
                "<w:tbl>"
                + ("<w:tr>" + f"<w:tc>{paragraph('97124')}</w:tc>" * 60 + "</w:tr>") * 500
                + "</w:tbl>"
            )
        ),
    )
    yield (
        "many files",
        "docx",
        zipped(
            {"word/document.xml": body(paragraph(SAYS)), **{f"x/{n}": b"" for n in range(20_000)}},
            1,
        ),
    )
    yield "no document", "docx", zipped({"a.txt": b"x"})
    yield (
        "sixteen bits",
        "docx",
        docx(body(paragraph(SAYS)).decode().replace('<?xml version="1.0"?>', "").encode("utf-16")),
    )
    yield "another encoding", "docx", docx(b'<?xml version="1.0" encoding="utf-7"?><x/>')
    yield "an encoding of nobody", "docx", docx(b'<?xml version="1.0" encoding="evil"?><x/>')
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for _ in range(2):
            archive.writestr("word/document.xml", body(paragraph(SAYS)))
    yield "the document twice", "docx", out.getvalue()
    yield (
        "bomb",
        "pdf",
        pdf_with(zlib.compress(b"BT (97124) Tj ET " * 12_000_000, 9), "/Filter /FlateDecode "),
    )
    yield (
        "bomb in a bomb",
        "pdf",
        pdf_with(
            zlib.compress(zlib.compress(bytes(400_000_000), 9), 9),
            "/Filter [/FlateDecode /FlateDecode] ",
        ),
    )
    yield "many filters", "pdf", pdf_with(b"x", "/Filter [" + "/ASCIIHexDecode " * 5_000 + "] ")
    yield "bomb of runs", "pdf", pdf_with(b"\x81x" * 2_000_000, "/Filter /RunLengthDecode ")
    yield "LZW", "pdf", pdf_with(b"\x80\x0b\x60\x50" * 200_000, "/Filter /LZWDecode ")
    yield "half a picture", "pdf", pdf_with(b"BI /W 99999 /H 99999 ID x EI " * 2_000)
    yield "many shows", "pdf", pdf_with(b"BT /F1 9 Tf " + b"(x) Tj 1 1 Td " * 300_000 + b"ET")
    yield "open strings", "pdf", pdf_with(b"BT " + b"(" * 500_000)
    yield "deep arrays", "pdf", pdf_with(b"BT " + b"[" * 200_000 + b" TJ ET")
    yield (
        "a page tree in a circle",
        "pdf",
        (
            b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages"
            b" /Kids [2 0 R 2 0 R] /Count 9 >> endobj\ntrailer << /Root 1 0 R /Size 3 >>\n%%EOF"
        ),
    )
    yield (
        "a million pages",
        "pdf",
        b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages"
        b" /Kids ["
        + b"3 0 R "
        * 200_000
        + b"] /Count 200000 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R >> endobj\ntrailer <<"
        b" /Root 1 0 R /Size 4 >>\n%%EOF",
    )
    yield (
        "a reference to itself",
        "pdf",
        b"%PDF-1.4\n1 0 obj 1 0 R endobj\ntrailer << /Root 1 0 R >>\n%%EOF",
    )
    yield (
        "previous tables in a circle",
        "pdf",
        (
            b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Prev 9"
            b" >>\nstartxref\n9\n%%EOF"
        ),
    )
    yield (
        "a password",
        "pdf",
        SOUND["pdf"].replace(
            b"/Root 1 0 R",
            b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O ("
            + b"o" * 32
            + b") /U ("
            + b"u" * 32
            + b") /P -4 >>",
        ),
    )
    yield (
        "deep objects",
        "pdf",
        b"%PDF-1.4\n1 0 obj " + b"<< /A " * 20_000 + b"endobj\ntrailer << /Root 1 0 R >>\n%%EOF",
    )
    many = 60_000
    for name, text in {
        "stops": "." * 5 * many,
        "commas": "97124, " * many,
        "brackets": "[" * many + "(" * many,
        "stars": "*_`~" * many,
        "quotes": "> " * many + "97124",
        "bars": "|" * many + "\n" + "|-" * many,
        "bullets": "- " * many,
        "spaces": " " * 5 * many + "x",
        "links": "[x](" * many,
        "pictures": "![" * many,
        "references": "".join(f"[a{n}]: x\n" for n in range(many // 6)) + "[a1]" * many,
        "fences": "```\n" * many,
        "headings": "# 97124\n" * (many // 4),
        "digits": "9" * 10 * many,
        "codes": "97124 97110 97140 " * (many // 6),
        "words": ("97124 is " + "and so on " * 300 + "therapeutic exercise. ") * 40,
        "negations": "not 97124 not therapeutic exercise, " * (many // 20),
        "front matter": "---\n" + "a: &a [*a]\n" * 2_000 + "---\n97124 is exercise.",
        "modifiers": "GP GO GN 59 97124 " * (many // 10),
        "statements": f"{SAYS} " * 2_000,
        "emoji": "😀" * many,
        "combining": "e" + "\u0301" * many,
        "right to left": "\u202e" * many + SAYS,
        "line separators": "\u2028".join([SAYS] * 300),
        "zero width": "9\u200b7124 is exercise. " * 500,
    }.items():
        for ending in ("md", "txt"):
            yield name, ending, text.encode()
    for name, text in {
        "open tags": "<div>" * many,
        "half tags": "<" * many,
        "half comments": "<!--" * many,
        "half scripts": "<script>" * many,
        "attributes": "<p " + "a=1 " * many,
        "entities": "&#38;" * many,
        "cells": "<table>" + "<tr><td>97124<td>x" * (many // 8),
        "tables": "<table><tr><td>" * 5_000,
        "lists": "<ul><li>" * many,
        "character of none": "&#xD800;&#x110000;&#0;" * 1_000,
        "declared otherwise": "<meta charset=utf-16>" + HTML,
        "declared as nobody": "<meta charset=evil>" + HTML,
        "doctype": LAUGHS + "<p>&j;</p>",
        "entity of a file": "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>",
        "frames": "<iframe srcdoc='" * many,
        "base": "<base href='https://evil.example/'>" + HTML,
        "one attribute": f"<p title='{'x' * 3_000_000}'>97124</p>",
        "templates": "<template>" * many,
    }.items():
        yield name, "html", text.encode()


def test_broken(hold_together: HoldTogether) -> None:
    parts = [
        Part(f"{ending}: {name}", {f"d/{number}.{ending}": content})
        for number, (name, ending, content) in enumerate(broken())
    ]
    parts += [
        Part(f"{ending}: a file that is {name}", {f"d/w{number}.{ending}": content})
        for number, (name, content) in enumerate(WHOLE.items())
        for ending in ENDINGS
    ]
    hold_together(parts, read_together, 24)


def test_made(hold_together: HoldTogether) -> None:
    """Three have the time and the memory of one; where they take more, each is seen by itself."""
    parts = [
        Part(f"{ending} of {name}", {f"d/made{number}.{ending}": content})
        for number, (name, ending, content) in enumerate(made())
    ]
    hold_together(parts, read_together, 3)


def test_places_and_options(hold: Hold) -> None:
    cases = []
    for ending in ENDINGS:
        for name, content in {
            "/dev/zero": Link("/dev/zero"),
            "/dev/urandom": Link("/dev/urandom"),
            "nothing behind a link": Link("nowhere"),
            "a link to itself": Link(f"made.{ending}"),
            "a folder": Folder(),
            "a file nobody may read": Locked(b"x", 0),
            "a pipe": Pipe(),
            "300 MB": Repeat(b"97124 is exercise. ", 16_000_000),
        }.items():
            if name == "300 MB" and ending in ("html", "txt", "docx"):
                continue
            case = read_together([Part(f"{ending} that is {name}", {f"d/made.{ending}": content})])
            cases.append(
                Case(
                    **{**vars(case), "want": "refused", "patience": 40, "place": rf"made\.{ending}"}
                )
            )
    for name in (
        "caf\udce9.md",
        "a\nb.md",
        "\x1b[31m.md",
        "-rf.md",
        "é.md",
        "x" * 250 + ".md",
        "nowhere.md",
        "a.exe",
        "noending",
        ".md",
        "A.MD",
        "<img src=x>.md",
        "http://[::1",
        "https://evil.example/a.md",
        "-",
        "",
    ):
        files: dict[str, Content] = (
            {} if name in ("nowhere.md", "", "-") or "//" in name else {name: MARKDOWN.encode()}
        )
        for form in chance(name).sample(("text", "json", "sarif", "html"), 2):
            cases.append(
                Case(
                    f"document named {name[:20]!r} as {form}",
                    (
                        "fact-check",
                        "--root",
                        "p",
                        "--date",
                        "2026-04-01",
                        "--format",
                        form,
                        "--",
                        name,
                    ),
                    (
                        {**project(), **({} if len(name) > 255 else files)}
                        if len(name) < 250
                        else project()
                    ),
                    may=("p/.cache",),
                    problems=20,
                    never=() if form in ("text", "json", "sarif") else (r"<img src=x>",),
                )
            )
    for word in ("2026-02-30", "", "x", "9999-12-31", "0001-01-01", "20260401"):
        cases.append(
            Case(
                f"document on {word!r}",
                ("fact-check", "--root", "p", "--date", word, "a.md"),
                {**project(), "a.md": MARKDOWN.encode()},
                may=("p/.cache",),
                problems=20,
            )
        )
    many = {f"d/{number}.txt": SAYS.encode() for number in range(2_000)}
    cases.append(
        Case(
            "documents: two thousand",
            ("fact-check", "--root", "p", "--date", "2026-04-01", "--format", "json", *many),
            {**project(), **many},
            may=("p/.cache",),
            problems=4_000,
        )
    )
    hold(cases)
