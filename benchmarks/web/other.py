"""mkdocs-quiz with the same questions, in an environment of its own below .cache."""

import json
import re
import subprocess
import sys
from html import escape
from pathlib import Path

from generator.pages.question_view import QuestionView

VERSION = "1.7.1"
CONFIG = (
    "site_name: Same questions\ntheme: {name: material, font: false}\nplugins: [search,"
    " mkdocs_quiz]\nnav: [index.md]\n"
)


def other_site(root: Path, folder: Path, title: str, questions: tuple[QuestionView, ...]) -> Path:
    """A site of one page with `questions` as mkdocs-quiz shows them."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs/index.md").write_text(
        "\n\n".join((f"# {title}", *map(_written, questions))), encoding="utf-8"
    )
    done = subprocess.run(
        [_environment(root), "-m", "mkdocs", "build", "--quiet", "--site-dir", "out"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return folder / "out"


def _environment(root: Path) -> Path:
    """Made once; kept for the next run."""
    place = root / ".cache/bench-web" / f"mkdocs-quiz-{VERSION}"
    python = place / "bin/python"
    if not (place / "done").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run(
            [*pip, f"mkdocs-quiz=={VERSION}", "mkdocs>=1.6,<2", "mkdocs-material>=9.8,<9.9"],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        (place / "done").write_text(json.dumps({"mkdocs-quiz": VERSION}), encoding="utf-8")
    return python


def _written(question: QuestionView) -> str:
    """The scenario and the prompt in one line, since that is what mkdocs-quiz takes.

    All feedback below the options.
    """
    asked = escape(" ".join((*question.scenario, question.item.prompt)), quote=False)
    options = "\n".join(
        f"- [{'x' if option.right else ' '}] {_line(option.label)}" for option in question.options
    )
    feedback = "\n".join(
        f"- {_line(option.label)}: {_line(option.feedback)}" for option in question.options
    )
    return (
        f"<quiz>\n{_line(asked)}\n{options}\n\n{_line(question.item.reason)}\n\n{feedback}\n</quiz>"
    )


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
