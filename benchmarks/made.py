"""Projects of any size, made from the real content: as many codes and quizzes as are asked for."""

import shutil
from pathlib import Path

COPIED = ("sources.yaml", "families.yaml", "techniques.yaml", "glossary.yaml", "other_codes.yaml")
QUIZ_SHARE, ITEMS = 0.4, 5
STANDING = 117  # pages of what is copied whole: codes, rules, myths, lists
HEAD = "id: made-{number}\ntitle: Made quiz {number}\nsummary: Questions made to measure with.\nitems:\n"


def made_project(folder: Path, root: Path, pages: int) -> Path:
    """A project of about `pages` pages below `folder`, with the look of the one at `root`."""
    content = folder / "content"
    (content / "codes").mkdir(parents=True)
    (folder / "quizzes").mkdir()
    for name in COPIED:
        shutil.copy(root / "content" / name, content / name)
    shutil.copytree(root / "content/payers", content / "payers")
    shutil.copytree(root / "content/rules", content / "rules")
    shutil.copytree(root / "site_config", folder / "site_config")
    for name in ("mkdocs.yml", "deno.json", "deno.lock"):
        shutil.copy(root / name, folder / name)
    shutil.copy(root / "quizzes/objectives.yaml", folder / "quizzes/objectives.yaml")
    _misconceptions(root, content)
    _real_codes(root, content)
    wanted = max(0, pages - STANDING)
    quizzes = int(wanted * QUIZ_SHARE)
    _codes(root, content, wanted - quizzes)
    _quizzes(root, folder / "quizzes", quizzes)
    return folder


def _misconceptions(root: Path, content: Path) -> None:
    """All get a page, since nothing made here leads to the smaller ones."""
    (content / "misconceptions").mkdir()
    for path in (root / "content/misconceptions").glob("*.yaml"):
        (content / "misconceptions" / path.name).write_text(path.read_text(encoding="utf-8").replace("page: false", "page: true"), encoding="utf-8")


def _real_codes(root: Path, content: Path) -> None:
    """All taught codes stay, since rules and techniques name them."""
    for path in (root / "content/codes").glob("*.yaml"):
        shutil.copy(path, content / "codes" / path.name)
    shutil.copy(root / "content/edits.yaml", content / "edits.yaml")


def _codes(root: Path, content: Path, count: int) -> None:
    text = (root / "content/codes/97124.yaml").read_text(encoding="utf-8")
    for number in range(10000, 10000 + count):
        made = text.replace('code: "97124"\nsystem', f'code: "{number}"\nsystem', 1)
        (content / "codes" / f"{number}.yaml").write_text(made, encoding="utf-8")


def _quizzes(root: Path, folder: Path, count: int) -> None:
    items = _items(root)
    for number in range(count):
        chosen = (items[(number * ITEMS + step) % len(items)] for step in range(ITEMS))
        made = "".join(item.replace("  - id: ", f"  - id: q{number}-{step}-", 1) for step, item in enumerate(chosen))
        (folder / f"made-{number}.yaml").write_text(HEAD.format(number=number) + made, encoding="utf-8")


def _items(root: Path) -> list[str]:
    """The items of one real quiz as they are written."""
    text = (root / "quizzes/exercise-balance-activity.yaml").read_text(encoding="utf-8").partition("\nitems:\n")[2]
    lines = [line for line in text.split("\n") if not line.strip().startswith("corrects:")]
    parts = "\n".join(lines).split("  - id: ")[1:]
    return [f"  - id: {part.rstrip()}\n" for part in parts]
