"""check on hostile content: facts, quizzes, assignments, tracks, lessons, a clinic's overlay."""

from collections.abc import Iterator, Sequence

from tests.hostile.cases import Case, Content, Folder, Link, Locked, Repeat
from tests.hostile.conftest import Hold, HoldTogether
from tests.hostile.judge import Part
from tests.hostile.projects import BASE, clinic, project
from tests.hostile.values import chance, wholes, with_breaks, with_scalars

FILES = sorted(
    path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml") if ".cache" not in path.parts
)
LESSON = "content/learn/using-massage.md"


def text_of(path: str) -> str:
    return (BASE / path).read_text(encoding="utf-8")


def checked(parts: Sequence[Part]) -> Case:
    files: dict[str, Content] = project()
    for part in parts:
        files |= part.files
    return Case(
        f"check: {' + '.join(part.name for part in parts)}",
        ("check", "--root", "p"),
        files,
        may=("p/.cache",),
        place=r"(?m)^\S*(content|quizzes)/\S+:\d+:\d+",
        problems=40 * len(parts),
    )


def spread(found: Iterator[tuple[str, Part]]) -> list[Part]:
    """Neighbors are of different files, so that a run takes several at once."""
    by_file: dict[str, list[Part]] = {}
    for path, part in found:
        by_file.setdefault(path, []).append(part)
    queues, mixed = list(by_file.values()), []
    while queues:
        mixed += [queue.pop() for queue in queues]
        queues = [queue for queue in queues if queue]
    return mixed


def changed() -> Iterator[tuple[str, Part]]:
    for path in FILES:
        text = text_of(path)
        count = min(70, 14 + len(text) // 60)
        for name, content in with_scalars(text, count, path):
            yield path, Part(f"{path}: {name}", {f"p/{path}": content})
        for name, content in with_breaks(text, 8, path):
            yield path, Part(f"{path}: {name}", {f"p/{path}": content})


def test_changed_files(hold_together: HoldTogether) -> None:
    """A value, a key or some bytes of each content file replaced."""
    hold_together(spread(changed()), checked)


def test_whole_files(hold_together: HoldTogether) -> None:
    """Files that are no document, in the place of each sort of file."""

    def found() -> Iterator[tuple[str, Part]]:
        for name, content in wholes():
            for path in chance("wholes", name).sample(FILES, 6):
                yield path, Part(f"{path}: a file that is {name}", {f"p/{path}": content})

    hold_together(spread(found()), checked, 6)


LESSONS = {
    "no head": b"Text.\n",
    "open head": b"---\nid: using-massage\n",
    "head of a list": b"---\n- a\n---\n",
    "head that is huge": b"---\nid: " + b"x" * 1_000_000 + b"\n---\n",
    "refresh": b"<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "script": b"<script>hostile()</script>",
    "script in capitals": b"<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "half a script": b"<script\n>hostile()//",
    "handler": b"<img src=x onerror=hostile()>",
    "frame": b"<iframe srcdoc='<script>hostile()</script>'></iframe>",
    "object": b"<object data='javascript:hostile()'></object>",
    "base": b"<base href='https://evil.example/'>",
    "form": b"<form action='https://evil.example/'><input name=q></form>",
    "style": b"<style>@import 'https://evil.example/x.css';</style>",
    "link": b"<link rel=stylesheet href='https://evil.example/x.css'>",
    "svg": b"<svg onload=hostile()><script>hostile()</script></svg>",
    "javascript link": b"[x](javascript:hostile())",
    "data link": b"[x](data:text/html,<script>hostile()</script>)",
    "attribute list": b"A word.{: onclick=hostile() }\n",
    "picture of another host": b"![x](https://evil.example/pixel.png)",
    "deep quotes": b">" * 20_000 + b"x",
    "deep lists": b"- " * 5_000 + b"x",
    "deep brackets": b"[" * 20_000,
    "deep emphasis": b"*_" * 20_000,
    "bad citation": b"Text.[@" + b"a" * 100_000 + b"]",
    "many citations": b"Text.[@trade-article]" * 3_000,
    "many links": b"[[97124]]" * 3_000,
    "open citation": b"Text.[@trade-article",
    "template": b"{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "a block without an end": b"<!-- rc:case calf",
    "blocks by the thousand": b"<!-- rc:case calf -->\n\n" * 1_000,
    "a block of another": b"<!-- rc:include ../../etc/passwd -->",
    "snippet": b"--8<-- '/etc/passwd'",
    "zero byte": b"a\x00b",
    "Latin": b"caf\xe9",
    "surrogate": b"\xed\xa0\x80",
    "a megabyte of one word": b"w" * 1_000_000,
    "a table of a thousand columns": b"|" * 1_000 + b"\n" + b"|-" * 1_000 + b"|\n" + b"|" * 1_000,
    "spaces": b" " * 200_000 + b"x",
    "heading": b"#" * 50_000 + b" x",
    "reference bomb": b"[a]: x\n" * 5_000 + b"[a]" * 5_000,
    "entities": b"&#x110000;&#0;&#xD800;&lt;script>",
    "control": b"\x1b[31m\x07",
}


def test_lessons(hold: Hold) -> None:
    text = text_of(LESSON).encode()
    head = b"---" + text.split(b"---")[1] + b"---\n"
    files = {
        name: (
            content if "head" in name else head + b"A lesson.[@trade-article]\n\n" + content + b"\n"
        )
        for name, content in LESSONS.items()
    }
    for name, content in with_scalars(text.split(b"---")[1].decode(), 40, "lesson"):
        files[name] = b"---\n" + content + b"\n---\n" + text.split(b"---", 2)[2]
    for name, content in with_breaks(text.decode(), 40, "lesson"):
        files[name] = content
    hold(
        [
            Case(
                f"lesson: {name}",
                ("check", "--root", "p"),
                {**project(), f"p/{LESSON}": content},
                may=("p/.cache",),
                place=r"(?m)^\S*(content|quizzes)/\S+:\d+",
                problems=10_000 if "many" in name or "thousand" in name else 30,
            )
            for name, content in files.items()
        ]
    )


HEAD = """name: Riverbend
about: A clinic of nobody.
colors: {header: "#224466", header_text: "#ffffff", link: "#224466", link_dark: "#99ccff"}
logo: logo.svg
invented: true
show: {codes: ["97124"], families: [procedures], payers: [medicare-part-b], tracks: [a-first-day]}
"""
DESCRIPTORS = '"97124": Words of a license.\n"97140": Other words of it.\n'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
LOGOS = {
    "script": SVG.replace(b"<path", b"<script>hostile()</script><path"),
    "handler": SVG.replace(b"<path", b"<path onload='hostile()'"),
    "outside": SVG.replace(b"<path d=", b"<image href='https://evil.example/x.png'/><path d="),
    "foreign object": SVG.replace(b"<path", b"<foreignObject><iframe/></foreignObject><path"),
    "link": SVG.replace(b"<path d", b"<a href='javascript:hostile()'><text>x</text></a><path d"),
    "style": SVG.replace(b"<path", b"<style>@import 'https://evil.example'</style><path"),
    "entity of a file": (
        b"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        + SVG.replace(b"<path", b"<text>&x;</text><path")
    ),
    "laughs": (
        b"<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>"
        + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b"]>"
        + SVG.replace(b"<path", b"<text>&j;</text><path")
    ),
    "animation": SVG.replace(
        b"<path", b"<set attributeName='href' to='javascript:hostile()'/><path"
    ),
    "no XML": b"plain words",
    "empty": b"",
    "HTML": b"<!doctype html><script>hostile()</script>",
    "deep": (
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 30_000 + b"</g>" * 30_000 + b"</svg>"
    ),
    "large": SVG.replace(b"M0 0h9v9z", b"M0 0h9v9z" * 500_000),
    "handler in capitals": SVG.replace(b"<path", b"<path ONLOAD='hostile()'"),
    "sixteen bits": (
        SVG.decode().replace("<path", "<script>hostile()</script><path").encode("utf-16")
    ),
    "processing": b"<?xml-stylesheet href='javascript:hostile()'?>" + SVG,
}


def overlaid(name: str, files: dict[str, Content], **more: object) -> Case:
    return Case(
        f"overlay: {name}",
        ("check", "--root", "p", "--overlay", "c"),
        {**project(), **clinic(), **files},
        may=("p/.cache", "c/.cache"),
        **{"problems": 30, **more},  # type: ignore[arg-type]
    )


def test_overlay(hold: Hold) -> None:
    """A clinic's head, overrides, descriptors, logo and folder."""
    cases = []
    sound = {"c/clinic.yaml": HEAD.encode(), "c/logo.svg": SVG}
    for path, text, count in (
        ("c/clinic.yaml", HEAD, 90),
        ("c/content/overrides.yaml", bytes(clinic()["c/content/overrides.yaml"]).decode(), 70),  # type: ignore[arg-type]
        ("c/content/descriptors.yaml", DESCRIPTORS, 30),
        ("c/content/sources.yaml", bytes(clinic()["c/content/sources.yaml"]).decode(), 25),  # type: ignore[arg-type]
    ):
        extra = {**sound, "c/content/descriptors.yaml": DESCRIPTORS.encode()}
        for name, content in [*with_scalars(text, count, path), *with_breaks(text, 15, path)]:
            cases.append(
                overlaid(
                    f"{path}: {name}", {**extra, path: content}, place=r"\S+:\d+:\d+|c/\S+|logo"
                )
            )
    for name, content in wholes():
        cases.append(
            overlaid(
                f"head that is {name}",
                {"c/clinic.yaml": content},
                want="refused",
                place=r"clinic\.yaml:\d+:\d+",
            )
        )
    for name, content in LOGOS.items():
        cases.append(overlaid(f"logo with {name}", {**sound, "c/logo.svg": content}))
    for name, files in {
        "not there": {"c/clinic.yaml": Folder()},
        "logo that leads out": {**sound, "c/logo.svg": Link("/etc/passwd")},
        "logo that never ends": {**sound, "c/logo.svg": Link("/dev/zero")},
        "logo of 300 MB": {**sound, "c/logo.svg": Repeat(b" ", 300_000_000)},
        "logo that is a folder": {**sound, "c/logo.svg": Folder()},
        "content that leads out": {**sound, "c/more": Link("/etc")},
        "content that leads in a circle": {**sound, "c/content/circle": Link("..")},
        "content nobody may read": {**sound, "c/content/families.yaml": Locked(b"families: []", 0)},
        "a folder nobody may read": {**sound, "c/content/codes": Folder(0)},
        "a name that is no text": {**sound, "c/content/codes/\udcff.yaml": b"a: 1"},
        "a file that never ends": {**sound, "c/content/families.yaml": Link("/dev/zero")},
    }.items():
        cases.append(overlaid(name, files))  # type: ignore[arg-type]
    cases.append(
        Case(
            "overlay: the project itself",
            ("check", "--root", "p", "--overlay", "p"),
            project(),
            want="refused",
            may=("p/.cache",),
        )
    )
    cases.append(
        Case(
            "overlay: no folder",
            ("check", "--root", "p", "--overlay", "q"),
            project(),
            want="refused",
            may=("p/.cache",),
        )
    )
    hold(cases)


def test_places(hold: Hold) -> None:
    """Content files that are links, folders, locked, without an end, of strange names."""
    strange: dict[str, dict[str, Content]] = {}
    for path in (
        "content/codes/97124.yaml",
        "content/sources.yaml",
        "quizzes/basics.yaml",
        LESSON,
        "quizzes/assignments/first-week.yaml",
    ):
        strange |= {
            f"{path} leads to /dev/zero": {path: Link("/dev/zero")},
            f"{path} leads to itself": {path: Link(path.rpartition("/")[2])},
            f"{path} leads nowhere": {path: Link("nowhere")},
            f"{path} is a folder": {path: Folder()},
            f"{path} may not be read": {path: Locked(b"a: 1", 0)},
            f"{path} has 300 MB": {path: Repeat(b"# nothing\n", 30_000_000)},
            f"{path} has 20 MB of list": {path: Repeat(b"- a\n", 5_000_000)},
        }
    for name in (
        "\udcff",
        "a\nb",
        "\x1b[31m",
        "ü",
        "u\u0308",
        "a" * 240,
        " ",
        "...",
        "CON",
        "-rf",
        "a:b",
        "{{7*7}}",
        "<img>",
        ".hidden",
    ):
        for folder, end in (
            ("content/codes", ".yaml"),
            ("quizzes", ".yaml"),
            ("content/learn", ".md"),
        ):
            strange[f"{folder}/{name!r}{end}"] = {
                f"{folder}/{name}{end}": text_of("quizzes/basics.yaml").encode()
            }
    strange["10,000 files"] = {f"content/codes/x{n}.yaml": b"" for n in range(2_000)}
    strange["folders in folders"] = {"content/" + "d/" * 400 + "a.yaml": b"a: 1"}
    strange["a circle"] = {"content/circle": Link("."), "quizzes/circle": Link("..")}
    hold(
        [
            Case(
                f"places: {name}",
                ("check", "--root", "p"),
                {
                    **{
                        path: content
                        for path, content in project().items()
                        if path.removeprefix("p/") not in files
                    },
                    **{f"p/{path}": content for path, content in files.items()},
                },
                may=("p/.cache",),
                problems=2_500 if "10,000" in name else 30,
                never=(r"root:x:0",),
            )
            for name, files in strange.items()
        ]
    )
