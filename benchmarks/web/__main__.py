"""`make bench-web`: builds the site once and prints every figure that a reader feels."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.web.banks import print_banks
from benchmarks.web.clicks import BARE, RUNS, Quiz, bare_site, measure
from benchmarks.web.other import VERSION, other_site
from benchmarks.web.scores import print_scores
from benchmarks.web.searching import print_search
from benchmarks.web.serving import served
from benchmarks.web.weights import MOST, inline, pages_with_script_and_no_question, sorts
from generator.build.project import open_project
from generator.pages.question_view import question_views

ROOT = Path(__file__).parents[2]
QUIZ = "massage-vs-similar"
PARTS = ("lighthouse", "weights", "clicks", "banks", "search")
PAGES = (
    "",
    "codes/97140/",
    f"practice/{QUIZ}/",
    "practice/exam/",
    "practice/progress/",
    "tools/visit/",
    "tools/units/",
    "classroom/builder/",
    "classroom/write/",
    "clinics/set-up/",
)
OURS = (
    "rc-quiz .rc-option",
    "rc-quiz .rc-check",
    "rc-quiz .rc-item:not([hidden]) .rc-verdict",
    "rc-quiz[data-ready]",
)
THEIRS = (
    None,
    ".quiz input[type=radio]",
    ".quiz-feedback, .quiz .content",
    ".quiz input[type=radio]",
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5, help="Lighthouse runs a page")
    asked.add_argument("--only", choices=PARTS, action="append")
    chosen = asked.parse_args()
    parts = chosen.only or PARTS
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run(
            [sys.executable, "-m", "generator.cli", "build", "--out", str(site)],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        with served(site) as origin:
            if "lighthouse" in parts:
                print_scores(origin, PAGES, chosen.runs)
            if "weights" in parts:
                print_weights(site)
            if "clicks" in parts:
                print_clicks(origin, Path(folder))
        if "banks" in parts:
            print_banks(Path(folder))
        if "search" in parts:
            print_search(Path(folder))


def print_weights(site: Path) -> None:
    print(f"\nAdded for questions, gzipped bytes, on a page of each sort; script at most {MOST}")
    for address, (script, style) in sorts(site).items():
        print(f"/{address:<40} script {script:>6}  style {style:>6}")
    print(
        "pages without a question that load script of ours:"
        f" {pages_with_script_and_no_question(site) or 'none'}"
    )


def print_clicks(origin: str, folder: Path) -> None:
    """Both on the same questions, in one run, beside a page with a button and a word."""
    corpus = open_project(ROOT).corpus
    quiz = corpus.quizzes[QUIZ]
    theirs = other_site(ROOT, folder / "other", quiz.title, question_views(corpus, quiz.items))
    bare = bare_site(folder / "bare")
    print(f"\nClick to feedback, processor slowed four times, median of {RUNS}")
    print(f"{'':<20} {'paint ms':>9} {'blocked ms':>11} {'while loading':>14} {'shift':>7}")
    with served(theirs) as other, served(bare) as nothing:
        contenders = {
            "rightcode": Quiz(f"{origin}practice/{QUIZ}/", *OURS),
            f"mkdocs-quiz {VERSION}": Quiz(other, *THEIRS),
            "bare page": Quiz(nothing, *BARE),
        }
        for name, found in measure(contenders).items():
            print(
                f"{name:<20} {found.paint_ms:>9.1f} {found.blocked_ms:>11.1f}"
                f" {found.loading_blocked_ms:>14.1f} {found.shift:>7.4f}",
                flush=True,
            )
    print(
        "mkdocs-quiz in the page itself:"
        f" {inline((theirs / 'index.html').read_text(encoding='utf-8'))} bytes gzipped"
    )


if __name__ == "__main__":
    main()
