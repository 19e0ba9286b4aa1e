"""Projects of any size, made from real content.

As many codes, families, techniques and quizzes as are asked for.
"""

import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.build.project import open_project
from generator.pages import all_pages

FAMILY, ITEMS, QUIZ_SHARE = 24, 10, 0.2
"""Codes a family, items a quiz, and the quizzes' part of the pages that are made.

About what the real content has.
"""
PAIRS, PART = 4, 1_000
FIRST = 10_000
MODEL = "97124"
MENTION = re.compile(rf"(?<![\w-]){MODEL}(?![\w-])")  # not within the name of a source
OBJECTIVE = re.compile(r"  - \{id: ([\w-]+),")
COPIED = ("sources", "families", "techniques", "glossary", "other_codes", "edits", "changes")
QUIZ = (
    "id: made-{number}\ntitle: Made quiz {number}\nsummary: Questions made to measure with.\ncodes:"
    ' ["{code}"]\nitems:\n'
)
FAMILY_ENTRY = (
    "  - {{id: made-{number}, title: Made family {number}, summary: Codes made to measure with.}}\n"
)
EDIT = (
    '  - {{column1: "{one}", column2: "{other}", indicator: 1, setting: practitioner, sources:'
    " [{source}], as_of: 2024-07-01}}\n"
)


@dataclass(frozen=True)
class Seed:
    """What is made from what.

    A project with its model code, the technique that leads to it, and the quiz whose items are
    taken.
    """

    root: Path
    look: Path
    technique: str
    quiz: str

    @property
    def code(self) -> str:
        return (self.root / f"content/codes/{MODEL}.yaml").read_text(encoding="utf-8")


def made_project(folder: Path, root: Path, pages: int) -> Path:
    """A project of `pages` pages below `folder`, with the look of the one at `root`.

    Of fewer than 400, from the small project of the tests.
    """
    seed = _seed(root) if pages >= 400 else Seed(root / "tests/base", root, "petrissage", "basics")
    wanted = max(0, pages - standing_pages(seed))
    quizzes = int(wanted * QUIZ_SHARE)
    families = (wanted - quizzes) // (FAMILY + 1)
    return _made(folder, seed, wanted - quizzes - families, quizzes)


def made_content(folder: Path, root: Path, codes: int, items: int) -> Path:
    """A project with so many codes and items more than stand anyway."""
    return _made(folder, _seed(root), codes, items // ITEMS)


@cache
def standing_pages(seed: Seed) -> int:
    """Pages of what is copied whole."""
    with tempfile.TemporaryDirectory() as folder:
        checked = open_project(_made(Path(folder) / "standing", seed, 0, 0))
        return sum(1 for _ in all_pages(checked.corpus))


def _seed(root: Path) -> Seed:
    return Seed(root, root, "massage", "massage-vs-similar")


def _made(folder: Path, seed: Seed, codes: int, quizzes: int) -> Path:
    _standing(folder, seed)
    named = [str(FIRST + number) for number in range(codes)]
    _codes(folder / "content", seed, named)
    _quizzes(folder / "quizzes", seed, named or [MODEL], quizzes)
    return folder


def _standing(folder: Path, seed: Seed) -> None:
    content = folder / "content"
    for name in ("payers", "rules", "codes", "misconceptions"):
        shutil.copytree(seed.root / "content" / name, content / name)
    for name in COPIED:
        shutil.copy(seed.root / f"content/{name}.yaml", content)
        if (more := seed.root / "content" / name).is_dir():
            shutil.copytree(more, content / name)
    (content / "sheets").mkdir()
    for path in (seed.root / "content/sheets").iterdir():
        if "lessons/" not in path.read_text(encoding="utf-8"):  # which are not copied
            shutil.copy(path, content / "sheets")
    for path in (content / "misconceptions").iterdir():
        # All get a page, since nothing made here leads to the smaller ones.
        path.write_text(
            path.read_text(encoding="utf-8").replace("page: false", "page: true"), encoding="utf-8"
        )
    (folder / "quizzes").mkdir()
    shutil.copytree(seed.look / "site_config", folder / "site_config")
    for name in ("mkdocs.yml", "deno.json", "deno.lock"):
        shutil.copy(seed.look / name, folder)


def _codes(content: Path, seed: Seed, named: list[str]) -> None:
    """Each code gets a family, NCCI edits with its next siblings, a technique and a name."""
    edits = (content / "edits.yaml").read_text(encoding="utf-8")
    source = re.search(r"sources: \[([\w-]+)", edits)[1]  # a table, as an edit needs one
    families = [named[start : start + FAMILY] for start in range(0, len(named), FAMILY)]
    for number, members in enumerate(families):
        for code in members:
            (content / f"codes/{code}.yaml").write_text(_code(seed, code, number), encoding="utf-8")
    pairs = (
        (one, other)
        for members in families
        for place, one in enumerate(members)
        for other in members[place + 1 : place + 1 + PAIRS]
    )
    _add(
        content / "families.yaml",
        (FAMILY_ENTRY.format(number=number) for number, _ in enumerate(families)),
    )
    _add(
        content / "edits.yaml",
        (EDIT.format(one=one, other=other, source=source) for one, other in pairs),
    )
    technique = _technique(seed)
    (content / "techniques").mkdir(exist_ok=True)
    for start in range(0, len(named), PART):
        part = "".join(
            MENTION.sub(code, technique).replace("@", code) for code in named[start : start + PART]
        )
        (content / f"techniques/made-{start}.yaml").write_text(
            f"techniques:\n{part}", encoding="utf-8"
        )


def _code(seed: Seed, code: str, family: int) -> str:
    text = seed.code.replace(f'code: "{MODEL}"\nsystem', f'code: "{code}"\nsystem', 1)
    text = re.sub(r"^family: .*", f"family: made-{family}", text, count=1, flags=re.MULTILINE)
    text = re.sub(
        r"^plain_name: .*", f"plain_name: Service m{code}", text, count=1, flags=re.MULTILINE
    )
    text = re.sub(
        r"^also_called: .*",
        f"also_called: [work m{code}, m{code} strokes]",
        text,
        count=1,
        flags=re.MULTILINE,
    )
    return re.sub(
        r"^words:\n(?:  .*\n)+",
        f"words:\n  means: [kneading m{code}]\n  fits: [hands m{code}]\n",
        text,
        count=1,
        flags=re.MULTILINE,
    )


def _technique(seed: Seed) -> str:
    """The model's technique, with @ where the made code's number goes."""
    text = (seed.root / "content/techniques.yaml").read_text(encoding="utf-8")
    entry = re.search(rf"  - id: {seed.technique}\n(?:    .*\n)+", text)[0]
    entry = re.sub(r"name: .*", "name: Handling m@", entry, count=1)
    entry = entry.replace("Massage of soft tissue", "Handling of soft tissue")
    return re.sub(r"words: .*", "words: [m@ handling]", entry, count=1).replace(
        f"id: {seed.technique}\n", "id: made-@\n"
    )


def _add(path: Path, entries: object) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.writelines(entries)


def _quizzes(folder: Path, seed: Seed, named: list[str], count: int) -> None:
    """Each quiz is about one code; the quizzes go through the codes in turn."""
    items = _items(seed)
    _objectives(folder, seed, "".join(items[:ITEMS]) if count else "")
    for number in range(count):
        code = named[number % len(named)]
        made = "".join(
            _item(items[step % len(items)], f"q{number}-{step}-", code) for step in range(ITEMS)
        )
        (folder / f"made-{number}.yaml").write_text(
            QUIZ.format(number=number, code=code) + made, encoding="utf-8"
        )


def _objectives(folder: Path, seed: Seed, items: str) -> None:
    """Those that the items have: one without a question is an error."""
    text = (seed.root / "quizzes/objectives.yaml").read_text(encoding="utf-8")
    asked = set(re.findall(r"[a-z][a-z-]+", items))
    kept = [
        line for line in text.splitlines() if (known := OBJECTIVE.match(line)) and known[1] in asked
    ]
    head = "objectives:" if kept else "objectives: []"
    (folder / "objectives.yaml").write_text("\n".join([head, *kept, ""]), encoding="utf-8")


def _item(text: str, prefix: str, code: str) -> str:
    text = text.replace("  - id: ", f"  - id: {prefix}", 1)
    if code == MODEL:
        return text
    about = MENTION.sub(code, text.replace(f"edits/97140-{MODEL}", "codes/97140"))
    return re.sub(r"\btechnique: [\w-]+", f"technique: made-{code}", about)


def _items(seed: Seed) -> list[str]:
    """The items, as they are written, whose one service is the model code."""
    text = (
        (seed.root / f"quizzes/{seed.quiz}.yaml")
        .read_text(encoding="utf-8")
        .partition("\nitems:\n")[2]
    )
    lines = [line for line in text.split("\n") if not line.strip().startswith("corrects:")]
    parts = [f"  - id: {part.rstrip()}\n" for part in "\n".join(lines).split("  - id: ")[1:]]
    return [part for part in parts if _is_about_model(part)]


def _is_about_model(part: str) -> bool:
    keyed = re.search(rf'code: "{MODEL}"(?:(?!code:).)*?key: true', part, re.DOTALL)
    return "kind: choose-code" in part and part.count("technique:") == 1 and keyed is not None
