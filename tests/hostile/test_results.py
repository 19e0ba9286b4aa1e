"""results and badge on what a class hands in: one bad file costs nobody else anything."""

import json
from collections.abc import Iterator, Sequence

from tests.hostile.cases import Case, Content, Folder, Link, Locked, Pipe, Repeat
from tests.hostile.conftest import Hold, HoldTogether
from tests.hostile.handed_in import class_key, raw, result, room, sealed_for, table_file
from tests.hostile.judge import Part
from tests.hostile.projects import ISSUER
from tests.hostile.values import WHOLE, chance, with_breaks, with_json, with_scalars

BOOK = (("o/gradebook.csv", "Sound Learner"), ("o/gradebook.csv", "Last Learner"))
TEMPLATE = result(7, "Another Learner")


def collected(parts: Sequence[Part]) -> Case:
    """`results` over a folder with two sound files and the parts."""
    files: dict[str, Content] = room()
    for part in parts:
        files |= part.files
    return Case(
        f"results: {' + '.join(part.name for part in parts)}",
        ("results", "r", "--out", "o", "--root", "p"),
        files,
        may=("p/.cache", "o"),
        holds=BOOK,
        problems=4 * len(parts),
        never=(r"polluted",),
        patience=40,
    )


def in_a_file(name: str, content: Content, number: int) -> Part:
    return Part(name, {f"r/{number:04}.json": content})


def test_values(hold_together: HoldTogether) -> None:
    """A part of a sound file replaced, left out or broken."""
    parts = [
        in_a_file(name, content, number)
        for number, (name, content) in enumerate(with_json(TEMPLATE, 640, "result"))
    ]
    hold_together(parts, collected, 20)


def test_files(hold_together: HoldTogether) -> None:
    """Files of any origin, of any name, and things that are no files."""
    sound = raw(TEMPLATE)
    parts = [
        in_a_file(f"a file that is {name}", content, n)
        for n, (name, content) in enumerate(WHOLE.items())
    ]
    parts += [
        in_a_file(name, content, 100 + n)
        for n, (name, content) in enumerate(
            with_breaks(json.dumps(TEMPLATE, indent=1), 60, "results")
        )
    ]
    for number, name in enumerate(
        (
            "caf\udce9.json",
            "a\nb.json",
            "\x1b[31m.json",
            "-rf.json",
            "=1+1.json",
            "CON.json",
            "x" * 240 + ".json",
            " .json",
            "\u202egnp.json",
            "e\u0301.json",
            "é.json",
            "A.JSON",
            "a.json.json",
            "{{7*7}}.json",
            "<img src=x>.json",
            "'.json",
            '".json',
            "a,b.json",
            ";.json",
            "%s.json",
            "@SUM(A1).json",
            "\t.json",
            "\\.json",
            "😀.json",
            "d/e/f/g.json",
            ".hidden.json",
        )
    ):
        value = result(500 + number, f"Named {number}")
        parts.append(Part(f"sound, called {name!r}", {f"r/{name}": raw(value)}))
        parts.append(Part(f"broken, called {name!r}", {f"r/s/{name}": b"{"}))
    things: dict[str, Content] = {
        "a folder": Folder(),
        "a folder nobody may read": Folder(0),
        "a link to nothing": Link("nowhere"),
        "a link to itself": Link("9003.json"),
        "a link to /dev/zero": Link("/dev/zero"),
        "a link outside": Link("/etc/passwd"),
        "locked": Locked(sound, 0),
        "a pipe": Pipe(),
        "300 MB": Repeat(b" ", 300_000_000),
        "4 MB of brackets": Repeat(b"[", 4_000_000),
        "4 MB of objects": Repeat(b'{"a":', 900_000),
        "4 MB of digits": Repeat(
            b"9", 4_000_000, b'{"format": "rightcode-result", "version": ', b"}"
        ),
        "4 MB of answers": Repeat(
            b"{},", 1_500_000, b'{"format": "rightcode-result", "version": 1, "answers": [', b"{}]}"
        ),
        "a byte order mark": b"\xef\xbb\xbf" + sound,
        "sixteen bits": json.dumps(TEMPLATE).encode("utf-16"),
        "twice the same": sound,
        "another attempt of the same id": raw({**TEMPLATE, "attempt": 2}),
        "keys twice": sound[:-1] + b', "learner": {"name": "Other"}}',
        "a circle of folders": Link("."),
    }
    parts += [
        Part(name, {f"r/{9000 + number}.json": content})
        for number, (name, content) in enumerate(things.items())
    ]
    hold_together(parts, collected, 10)


KEY, OTHER_KEY = class_key(2**200 + 7), class_key(2**210 + 9)


def sealed(content: bytes, key: dict[str, object] = KEY) -> dict[str, object]:
    return sealed_for(key, content)


def opened(parts: Sequence[Part]) -> Case:
    files: dict[str, Content] = {**room(), "class.json": raw(KEY)}
    for part in parts:
        files |= part.files
    case = collected(parts)
    return Case(
        f"sealed: {' + '.join(part.name for part in parts)}",
        (*case.argv, "--key", "class.json"),
        files,
        may=case.may,
        holds=BOOK,
        problems=case.problems,
        stays=("class.json",),
    )


def test_sealed(hold_together: HoldTogether) -> None:
    """Sealed files with parts replaced, and any content well sealed."""
    parts = [
        in_a_file(name, content, number)
        for number, (name, content) in enumerate(with_json(sealed(raw(TEMPLATE)), 240, "sealed"))
    ]
    inside = {
        **WHOLE,
        **dict(list(with_json(TEMPLATE, 60, "inside"))),
        "sealed twice": raw(sealed(raw(TEMPLATE))),
    }
    inside["a bomb"] = b" " * 6_000_000
    parts += [
        in_a_file(f"sealed: {name}", raw(sealed(content)), 1_000 + number)
        for number, (name, content) in enumerate(inside.items())
    ]
    parts.append(in_a_file("for another key", raw(sealed(raw(TEMPLATE), OTHER_KEY)), 3_000))
    hold_together(parts, opened, 20)


def test_keys(hold: Hold) -> None:
    """The class's key file, damaged, and of any other kind."""
    files = {"sealed by its key": raw(sealed(raw(TEMPLATE)))}
    cases = [
        Case(
            f"key file: {name}",
            ("results", "r", "--out", "o", "--root", "p", "--key", "class.json"),
            {**room(), "class.json": content, "r/sealed.json": files["sealed by its key"]},
            may=("p/.cache", "o"),
            place=r"class\.json|sealed\.json",
            stays=("class.json",),
            problems=4,
        )
        for name, content in [
            *with_json(KEY, 60, "class key"),
            *((f"a file that is {name}", content) for name, content in WHOLE.items()),
            ("/dev/zero", Link("/dev/zero")),
            ("a folder", Folder()),
            ("locked", Locked(raw(KEY), 0)),
            ("300 MB", Repeat(b" ", 300_000_000)),
        ]
    ]
    hold(cases)


ROWS = "SELECT 'a' AS person, 'calf-in-spasm' AS item, '97124' AS response, 20000 AS ms"
TABLE = (
    "person,item,response,ms\na,calf-in-spasm,97124,20000\nb,calf-in-spasm,97140,1000\nb,what-is-true-of-massage,timed"
    " one-on-one,9000\n"
)


def tables() -> Iterator[tuple[str, str, Content]]:
    """Name, ending and content."""
    for name, content in WHOLE.items():
        yield f"a file that is {name}", "csv", content
        if len(name) % 3 == 0:
            yield f"a file that is {name}", "parquet", content
    for name, content in with_breaks(TABLE, 40, "table"):
        yield name, "csv", content
    sound = table_file("parquet", ROWS)
    for number in range(36):
        draw = chance("parquet", number)
        at = draw.randrange(len(sound))
        match number % 3:
            case 0:
                yield (
                    f"a byte at {at} ({number})",
                    "parquet",
                    sound[:at] + draw.randbytes(1) + sound[at + 1 :],
                )
            case 1:
                yield f"cut at {at} ({number})", "parquet", sound[:at]
            case _:
                yield (
                    f"bytes more at {at} ({number})",
                    "parquet",
                    sound[:at] + draw.randbytes(9) + sound[at:],
                )
    for name, query in {
        "other columns": "SELECT 1 AS a, 2 AS b",
        "a column too few": "SELECT 'a' AS person, 'x' AS item, 5 AS ms",
        "no rows": f"{ROWS} WHERE false",
        "numbers for names": "SELECT 1 AS person, 2 AS item, 3 AS response, 4 AS ms",
        "null everywhere": "SELECT NULL AS person, NULL AS item, NULL AS response, NULL AS ms",
        "text for milliseconds": (
            "SELECT 'a' AS person, 'calf-in-spasm' AS item, '97124' AS response, 'soon' AS ms"
        ),
        "milliseconds below zero": (
            "SELECT 'a' AS person, 'calf-in-spasm' AS item, '97124' AS response, -5 AS ms"
        ),
        "milliseconds too large": (
            "SELECT 'a' AS person, 'calf-in-spasm' AS item, '97124' AS response,"
            " 99999999999999999999 AS ms"
        ),
        "endless milliseconds": (
            "SELECT 'a' AS person, 'calf-in-spasm' AS item, '97124' AS response, 'inf'::DOUBLE"
            " AS ms"
        ),
        "lists": "SELECT ['a'] AS person, ['b'] AS item, ['c'] AS response, [4] AS ms",
        "structures": (
            "SELECT {'a': 1} AS person, {'b': 1} AS item, {'c': 1} AS response, {'d': 1} AS ms"
        ),
        "bytes": (
            "SELECT '\\xFF'::BLOB AS person, 'calf-in-spasm' AS item, '97124' AS response, 5 AS ms"
        ),
        "a long name": (
            "SELECT repeat('a', 5000000) AS person, 'calf-in-spasm' AS item, '97124' AS response, 5"
            " AS ms"
        ),
        "a long response": (
            "SELECT 'a' AS person, 'calf-in-spasm' AS item, repeat('97124 ', 500000) AS response, 5"
            " AS ms"
        ),
        "half a million people": (
            "SELECT range::VARCHAR AS person, 'calf-in-spasm' AS item, '97124' AS response, 5 AS ms"
            " FROM range(200000)"
        ),
        "many different responses": (
            "SELECT 'a' AS person, 'calf-in-spasm' AS item, range::VARCHAR AS response, 5 AS ms"
            " FROM range(200000)"
        ),
        "many questions": (
            "SELECT 'a' AS person, 'q' || range AS item, '97124' AS response, 5 AS ms FROM"
            " range(100000)"
        ),
        "the same a million times": f"{ROWS} FROM range(300000)",
        "hostile names": (
            "SELECT '<img src=x onerror=hostile()>' AS person, '../../etc/passwd' AS item, '=1+1'"
            " AS response, 5 AS ms"
        ),
        "columns twice": (
            "SELECT 'a' AS person, 'b' AS \"Person\", 'calf-in-spasm' AS item, '97124' AS response,"
            " 5 AS ms"
        ),
    }.items():
        for ending in chance(name).sample(("csv", "parquet"), 1):
            yield name, ending, table_file(ending, query)
    yield "/dev/zero", "csv", Link("/dev/zero")
    yield "/dev/zero", "parquet", Link("/dev/zero")
    yield "300 MB of one line", "csv", Repeat(b"x", 300_000_000)
    yield "300 MB of zeros", "parquet", Repeat(b"\x00", 300_000_000)


def test_tables(hold: Hold) -> None:
    hold(
        [
            Case(
                f"table: {name}, {ending}",
                ("results", f"t.{ending}", "--out", "o", "--root", "p"),
                {**room(), f"t.{ending}": content},
                may=("p/.cache", "o"),
                place=rf"t\.{ending}",
            )
            for name, ending, content in tables()
        ]
    )


def test_names_of_tables(hold: Hold) -> None:
    """A file's name is no pattern, no address and no statement."""
    hold(
        [
            Case(
                f"table called {name!r}",
                ("results", name, "--out", "o", "--root", "p"),
                {**room(), name: TABLE.encode(), "abc.csv": b"not,this\n1,2\n"},
                may=("p/.cache", "o"),
                want="fine",
            )
            for name in (
                "a*.csv",
                "[a]bc.csv",
                "'; DROP TABLE raw; --.csv",
                "é.csv",
                "a b.csv",
                "?bc.csv",
                "{a,b}.csv",
                "a.CSV",
            )
        ]
    )


SIGNING_KEY = "b.pem"


def badge_case(name: str, files: dict[str, Content], *more: str, **other: object) -> Case:
    return Case(
        f"badge: {name}",
        (
            "badge",
            "r",
            "--issuer",
            "i.yaml",
            "--key",
            "b.pem",
            "--out",
            "o",
            "--root",
            "p",
            "--date",
            "2026-04-01",
            "--flagged",
            "--pass-mark",
            "1",
            *more,
        ),
        {**room(), "i.yaml": ISSUER.encode(), "b.pem": signing_key(), **files},
        may=("p/.cache", "o"),
        stays=("b.pem", "i.yaml"),
        **{"problems": 6, **other},  # type: ignore[arg-type]
    )


def signing_key() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    made = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    return made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def other_keys() -> Iterator[tuple[str, bytes]]:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
        load_pem_private_key,
    )

    plain = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    yield "RSA", rsa.generate_private_key(65537, 2048).private_bytes(*plain)
    yield "P-256", ec.generate_private_key(ec.SECP256R1()).private_bytes(*plain)
    made = load_pem_private_key(signing_key(), None)
    yield (
        "locked by a password",
        made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x")),
    )
    yield (
        "the public half",
        made.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )
    yield "DER", made.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    yield "a class key", raw(KEY)
    yield "two keys", signing_key() * 2
    yield "without its end", signing_key()[:-20]
    yield "not base64", signing_key().replace(b"M", b"*")


def test_badges(hold: Hold) -> None:
    cases = [badge_case("sound", {}, want="fine", outputs=("o",))]
    for name, content in [
        *with_scalars(ISSUER, 50, "issuer"),
        *with_breaks(ISSUER, 15, "issuer"),
        *WHOLE.items(),
    ]:
        cases.append(
            badge_case(f"issuer with {name}", {"i.yaml": content}, place=r"i\.yaml:\d+:\d+")
        )
    for name, content in [
        *other_keys(),
        *list(WHOLE.items())[::3],
        *with_breaks(signing_key().decode(), 15, "pem"),
    ]:
        cases.append(badge_case(f"key that is {name}", {"b.pem": content}, place=r"b\.pem"))
    for word in (
        "2026-02-30",
        "x",
        "",
        "9999-12-31",
        "0001-01-01",
        "20260401",
        "2026-04-01T00:00:00",
        "\x1b[31m",
        "２０２６-04-01",
    ):
        cases.append(badge_case(f"date {word!r}", {}, "--date", word))
        cases.append(badge_case(f"valid until {word!r}", {}, "--valid-until", word))
    for word in ("0", "101", "nan", "inf", "-1", "1e9", "x", ""):
        cases.append(badge_case(f"pass mark {word!r}", {}, "--pass-mark", word))
    for word in ("nobody", "", "../x", "\n", "first-week", "a-first-day"):
        cases.append(badge_case(f"assignment {word!r}", {}, "--assignment", word))
        cases.append(badge_case(f"track {word!r}", {}, "--track", word))
    for name, value in {
        "a name of a path": "../../../outside",
        "a name of a long path": "x" * 200,
        "a name of dots": "..",
        "a name with a zero": "a\u0000b",
        "half a name": "\ud800",
        "a name of Windows": "CON",
        "the empty name": "\u200b",
        "a name of slashes": "////",
        "a name of 200 characters of four bytes": "😀" * 200,
        "a name with line breaks": "a\nb",
    }.items():
        cases.append(badge_case(name, {"r/x.json": raw(result(90, value))}))
    cases.append(
        badge_case(
            "two learners of one name", {"r/x.json": raw(result(90, "Sound Learner"))}, want="fine"
        )
    )
    cases += [
        badge_case(f"{name} in a result", {"r/x.json": content})
        for name, content in with_json(TEMPLATE, 25, "badge")
    ]
    hold(cases)


def test_handing_in_by_the_thousand(hold: Hold) -> None:
    """Many files, many answers, many learners of one name."""
    values = {f"r/{n}.json": raw(result(n, f"L {n % 7}")) for n in range(1_500)}
    long = result(1, answers=[{**TEMPLATE["answers"][0], "item": f"q-{n}"} for n in range(2_000)])
    long["assignment"]["items"] = [f"q-{n}" for n in range(2_000)]
    wide = {
        f"r/{n}.json": raw({**long, "id": f"22222222-1111-4111-8111-{n:012x}"}) for n in range(12)
    }
    case = collected(())
    hold(
        [
            Case("thousands: files", case.argv, {**room(), **values}, may=case.may, holds=BOOK),
            Case(
                "thousands: answers",
                case.argv,
                {**room(), **wide},
                may=case.may,
                holds=BOOK,
                problems=20,
            ),
            Case(
                "thousands: files that are none",
                case.argv,
                {**room(), **{f"r/{n}.json": b"" for n in range(2_000)}},
                may=case.may,
                holds=BOOK,
                problems=2_000,
            ),
        ]
    )
