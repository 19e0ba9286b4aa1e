"""Hostile values, and documents made hostile by them, all drawn from a seed."""

import json
import os
import random
from collections.abc import Iterator

import yaml

SEED = os.environ.get("RIGHTCODE_HOSTILE_SEED", "rightcode")

SCALARS: dict[str, str] = {
    "null": "~",
    "yes": "yes",
    "no": "no",
    "true": "true",
    "octal": "010",
    "octal of 1.2": "0o17",
    "hexadecimal": "0x1F",
    "binary": "0b11",
    "base 60": "1:30",
    "base 60 of three": "190:20:30",
    "underscored": "1_5",
    "plus": "+15",
    "minus": "-15",
    "minus zero": "-0",
    "a fraction": "15.5",
    "a whole fraction": "15.0",
    "exponent": "1e2",
    "1e308": "1e308",
    "beyond float": "1e999",
    "infinity": ".inf",
    "minus infinity": "-.inf",
    "not a number": ".nan",
    "twenty digits": "99999999999999999999",
    "five thousand digits": "9" * 5000,
    "arabic digits": "١٥",
    "fullwidth digits": "１５",
    "number in quotes": '"15"',
    "date": "2026-03-02",
    "day that is none": "2026-02-30",
    "day without hyphens": "20260302",
    "moment": "2026-03-02T25:61:00Z",
    "moment with zone": "2026-03-02T10:00:00+26:00",
    "year one": "0001-01-01",
    "year 9999": "9999-12-31",
    "year 0": "0000-01-01",
    "empty text": '""',
    "blank text": '"  "',
    "half a surrogate": '"\\ud800"',
    "a pair of surrogates": '"\\ud83d\\ude00"',
    "beyond Unicode": '"\\UFFFFFFFF"',
    "zero byte": '"a\\0b"',
    "escape": '"\\e[31mred\\e[0m\\a"',
    "line break": '"a\\nb\\r\\nc"',
    "line separator": '"a\\Lb\\Pc\\Nd"',
    "right to left": '"\\u202eabc\\u2066"',
    "zero width": '"a\\u200bb\\ufeff"',
    "combining": '"' + "e\u0301" * 40 + '"',
    "empty list": "[]",
    "empty mapping": "{}",
    "list of lists": "[[[[]]]]",
    "list of null": "[~, ~]",
    "number as key": "{5: 1}",
    "fraction as key": "{1.5: 1}",
    "null as key": "{~: 1}",
    "date as key": "{2026-01-01: 1}",
    "truth as key": "{true: 1}",
    "list as key": "{[1]: 1}",
    "mapping as key": "{{a: 1}: 1}",
    "a key twice": "{a: 1, a: 2}",
    "empty key": '{"": 1}',
    "half a surrogate as key": '{"\\ud800": 1}',
    "merge": "{<<: {a: 1}}",
    "merge of a number": "{<<: 5}",
    "endless list": "&endless [*endless]",
    "endless mapping": "&endless {a: *endless}",
    "undefined alias": "*nobody",
    "equals sign": "=",
    "bytes": "!!binary aGFsbG8=",
    "bytes that are none": "!!binary '***'",
    "set": "!!set {a, b}",
    "ordered map": "!!omap [a: 1]",
    "pairs": "!!pairs [a: 1, a: 2]",
    "integer that is none": "!!int abc",
    "float that is none": "!!float abc",
    "truth that is none": "!!bool abc",
    "moment that is none": "!!timestamp abc",
    "text by tag": "!!str 5",
    "python": '!!python/object/apply:os.system ["touch hostile-ran"]',
    "python name": "!!python/name:os.system",
    "own tag": "!evil {a: 1}",
    "markup": '"<script>hostile()</script><img src=x onerror=hostile()>"',
    "refresh": "'<meta http-equiv=refresh content=\"0;url=https://evil.example\">'",
    "template": "\"{{ 7 * 7 }}{% include '/etc/passwd' %}\"",
    "formula": "\"=cmd|' /C calc'!A0\"",
    "path upwards": "../../../../etc/passwd",
    "path from the root": "/etc/passwd",
    "reserved name": "CON",
    "prototype": "__proto__",
    "constructor": "constructor",
    "shell": "'$(touch hostile-ran); `touch hostile-ran`'",
    "format": '"%s%n{0.__class__}{}"',
    "regular expression": '"(a+)+$"',
    "five thousand characters": "x" * 5000,
    "a megabyte": "y" * 1_000_000,
    "javascript address": "javascript:hostile()",
    "address of six": "http://[::1",
    "address with a port too high": "http://host:99999999/",
    "address with a password": "https://user:secret@host.example/",
}
"""Pieces of YAML by what they are; most are valid there, few are what the place wants."""

BREAKS: dict[str, bytes] = {
    "zero byte": b"\x00",
    "byte of no text": b"\x80",
    "byte order mark": b"\xef\xbb\xbf",
    "byte order mark of 16 bits": b"\xff\xfe",
    "half a character": b"\xf0\x9f",
    "encoded surrogate": b"\xed\xa0\x80",
    "overlong slash": b"\xc0\xaf",
    "tab": b"\n\t",
    "carriage return": b"\r",
    "next line": "\x85".encode(),
    "line separator": "\u2028".encode(),
    "escape": b"\x1b[2J",
    "open bracket": b"[",
    "closed brace": b"}",
    "quote": b'"',
    "colon": b": ",
    "document": b"\n---\n",
    "end of document": b"\n...\n",
    "directive": b"\n%YAML 9.9\n---\n",
    "tag directive": b"\n%TAG ! tag:evil,2000:\n---\n",
    "anchor": b" &a ",
    "alias": b" *a ",
    "block": b" |\n",
    "folded": b" >9\n",
    "comma": b",,",
    "question": b"\n? ",
    "percent": b"%",
    "at sign": b"@",
    "backtick": b"`",
    "comment": b" #",
    "emoji": "😀".encode(),
    "conflict": b"\n<<<<<<< HEAD\n",
}

WHOLE: dict[str, bytes] = {
    "empty": b"",
    "one blank": b" ",
    "a comment": b"# nothing\n",
    "a word": b"word",
    "a number": b"5",
    "null": b"~\n",
    "a list": b"- a\n- b\n",
    "an empty mapping": b"{}",
    "a document mark": b"---\n",
    "two documents": b"a: 1\n---\nb: 2\n",
    "deep lists": b"[" * 20_000,
    "deep lists that end": b"[" * 3_000 + b"]" * 3_000,
    "deep mappings": b"{a: " * 3_000,
    "deep blocks": b"".join(b" " * depth + b"a:\n" for depth in range(900)),
    "deep dashes": b"- " * 20_000 + b"a",
    "laughs": (
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9))
            for n in range(9)
        )
    ),
    "laughs of mappings": (
        b"a: &a {x: 1}\n"
        + b"".join(
            b"%c: &%c {p: *%c, q: *%c}\n" % (98 + n, 98 + n, 97 + n, 97 + n) for n in range(24)
        )
    ),
    "laughs of merges": (
        b"a: &a {x: 1}\n"
        + b"".join(
            b"%c: &%c {<<: [%s]}\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9))
            for n in range(9)
        )
    ),
    "sixteen bits": "id: x\n".encode("utf-16"),
    "thirty-two bits": "id: x\n".encode("utf-32"),
    "Latin": "id: é\n".encode("latin-1"),
    "zero bytes": bytes(4096),
    "random bytes": random.Random(SEED).randbytes(4096),
    "a zip": b"PK\x03\x04" + bytes(60),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(60),
    "gzip": b"\x1f\x8b\x08\x00" + bytes(60),
    "HTML": b"<!doctype html><html><body>Not found</body></html>",
    "JSON cut short": b'{"id": "x", "services": [',
    "many keys": b"".join(b"k%d: 1\n" % n for n in range(20_000)),
    "many unknown keys of one name": b"x: 1\n" * 2_000,
    "a long line": b"a: " + b"x" * 3_000_000,
    "many quotes": b'"' * 100_001,
    "many anchors": b"- &a\n" * 20_000,
    "key of a megabyte": b"z" * 1_000_000 + b": 1\n",
    "many documents": b"---\n" * 5_000,
    "a key that is a mapping": b"{a: 1}: 2\n",
    "null key": b"~: 1\n",
    "number key": b"5: 1\n",
    "fraction key": b"1.5: 1\n",
    "date key": b"2026-01-01: 1\n",
    "moment key": b"2026-01-01T00:00:00Z: 1\n",
    "truth key": b"yes: 1\n",
    "list key": b"? [a, b]\n: 1\n",
    "binary key": b"!!binary aGk=: 1\n",
    "infinite key": b".inf: 1\n",
    "nan keys": b".nan: 1\n.nan: 2\n",
}
"""Whole files that are no document of any kind."""


def chance(*what: object) -> random.Random:
    """A generator of its own for each case, so that none depends on another."""
    return random.Random("/".join(map(ascii, (SEED, *what))))


def places(text: str) -> list[tuple[str, int, int]]:
    """Where each value and key of a sound document stands in its text, with the way to it."""
    found: list[tuple[str, int, int]] = []

    def walk(node: yaml.Node, way: str) -> None:
        found.append((way, node.start_mark.index, node.end_mark.index))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                found.append((f"{way}.{key.value}?", key.start_mark.index, key.end_mark.index))
                walk(value, f"{way}.{key.value}")
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                walk(value, f"{way}.{number}")

    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert root is not None
    walk(root, "")
    return [place for place in found if place[0]]


def with_scalars(text: str, count: int, *what: object) -> Iterator[tuple[str, bytes]]:
    """The document with one value or key replaced, `count` times; every scalar has its turn."""
    spots, names = places(text), list(SCALARS)
    chance(*what, "scalars").shuffle(names)
    seen: set[tuple[str, str]] = set()
    for number in range(count * 3):
        if len(seen) == count:
            return
        name = names[number % len(names)]
        way, start, end = chance(*what, number).choice(spots)
        if (way, name) not in seen:
            seen.add((way, name))
            value = SCALARS[name]
            body = text[start:end].rstrip()
            rest = text[start + len(body) : end]
            yield (
                f"{name} at {way.strip('.')}",
                f"{text[:start]}{value}{rest}{text[end:]}".encode("utf-8", "surrogatepass"),
            )


def with_breaks(text: str, count: int, *what: object) -> Iterator[tuple[str, bytes]]:
    """The document with bytes put in, taken out, cut short or exchanged."""
    raw, names = text.encode(), list(BREAKS)
    for number in range(count):
        draw = chance(*what, "breaks", number)
        place = draw.randrange(len(raw))
        match number % 5:
            case 0 | 1:
                name = names[number // 5 % len(names)] if number % 5 == 0 else draw.choice(names)
                yield f"{name} at {place} ({number})", raw[:place] + BREAKS[name] + raw[place:]
            case 2:
                yield f"cut at {place} ({number})", raw[:place]
            case 3:
                length = draw.randint(1, 20)
                yield (
                    f"{length} bytes gone at {place} ({number})",
                    raw[:place] + raw[place + length :],
                )
            case _:
                lines = raw.splitlines(keepends=True)
                draw.shuffle(lines)
                yield f"lines shuffled ({number})", b"".join(lines)


def wholes() -> Iterator[tuple[str, bytes]]:
    """Every file that is no document."""
    yield from WHOLE.items()


JSON: dict[str, str] = {
    "null": "null",
    "true": "true",
    "false": "false",
    "zero": "0",
    "minus one": "-1",
    "minus zero": "-0.0",
    "a fraction": "1.5",
    "one as a fraction": "1.0",
    "1e308": "1e308",
    "beyond float": "1e999",
    "nan": "NaN",
    "infinity": "Infinity",
    "2 to the 53": "9007199254740993",
    "twenty digits": "99999999999999999999",
    "five thousand digits": "9" * 5000,
    "number as text": '"1"',
    "empty text": '""',
    "blank": '"   "',
    "half a surrogate": '"\\ud800"',
    "half a surrogate in a word": '"a\\udfffb"',
    "a pair": '"\\ud83d\\ude00"',
    "zero byte": '"\\u0000"',
    "escape": '"\\u001b[31mred"',
    "line break": '"a\\nb"',
    "right to left": '"\\u202eabc"',
    "zero width": '"\\u200b"',
    "long": json.dumps("x" * 201),
    "very long": json.dumps("x" * 500_000),
    "combining": json.dumps("e" + "\u0301" * 150, ensure_ascii=False),
    "empty list": "[]",
    "list of null": "[null]",
    "many": json.dumps(["a"] * 3_000),
    "empty object": "{}",
    "object with toString": '{"toString": 1}',
    "object with a prototype": '{"__proto__": {"polluted": 1}}',
    "object with a constructor": '{"constructor": {"prototype": {"polluted": 1}}}',
    "object with a length": '{"length": 1e9}',
    "prototype": '"__proto__"',
    "constructor": '"constructor"',
    "toString": '"toString"',
    "year 9999": '"9999-12-31T23:59:59Z"',
    "year one": '"0001-01-01T00:00:00Z"',
    "year zero": '"0000-01-01T00:00:00Z"',
    "February 30": '"2026-02-30T09:00:00Z"',
    "hour 24": '"2026-03-02T24:00:00Z"',
    "second 60": '"2026-06-30T23:59:60Z"',
    "with an offset": '"2026-03-02T09:00:00+14:00"',
    "without a zone": '"2026-03-02T09:00:00"',
    "day": '"2026-03-02"',
    "formula": '"=HYPERLINK(\\"https://evil.example\\")"',
    "formula behind a tab": '"\\t=1+1"',
    "markup": '"<img src=x onerror=hostile()>"',
    "path": '"../../../../etc/passwd"',
    "path from the root": '"/etc/passwd"',
    "template": '"{{ 7 * 7 }}"',
    "quote": '"a\\"; DROP TABLE raw; --"',
    "arabic digits": '"٢٠٢٦-03-02T09:00:00Z"',
    "javascript": '"javascript:hostile()"',
    "nested": "[" * 400 + "]" * 400,
    "nested too deep": "[" * 20_000 + "]" * 20_000,
    "nested objects": '{"a":' * 2_000 + "1" + "}" * 2_000,
}
"""Pieces of JSON, and a few that Python alone takes for it."""

MARK = "@@hostile@@"


def _ways(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield way
    entries = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in entries:
        yield from _ways(inner, (*way, key))


def with_json(value: object, count: int, *what: object) -> Iterator[tuple[str, bytes]]:
    """The JSON value with a part replaced, left out, doubled, cut or renamed, `count` times."""
    ways, names = [way for way in _ways(value) if way], list(JSON)
    chance(*what, "json").shuffle(names)
    for number in range(count):
        draw = chance(*what, "json", number)
        way = draw.choice(ways)
        copy = json.loads(json.dumps(value))
        holder = copy
        for key in way[:-1]:
            holder = holder[key]
        place, last = ".".join(map(str, way)), way[-1]
        if number % 8 == 6:
            del holder[last]
            yield f"no {place} ({number})", json.dumps(copy).encode()
        elif number % 8 == 7:
            raw = json.dumps(value).encode()
            at = draw.randrange(len(raw))
            name = draw.choice(list(BREAKS))
            yield f"{name} at {at} ({number})", raw[:at] + BREAKS[name] + raw[at:]
        else:
            name = names[(number - number // 8 * 2) % len(names)]
            holder[last] = MARK
            text = json.dumps(copy).replace(f'"{MARK}"', JSON[name], 1)
            yield f"{name} at {place} ({number})", text.encode("utf-8", "surrogatepass")
