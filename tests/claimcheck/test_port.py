"""The checker in JavaScript finds what the one in Python finds.

The same statements at the same places, word for word.
"""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from random import Random
from typing import Any

import deno
import pytest

from generator.fact_check.checker import Checker
from generator.fact_check.portable_rules import portable_table
from generator.fact_check.readers.line_reader import read_markdown, read_plain
from tests.claimcheck.labelled import HELD_OUT, TUNED, labelled
from tests.conftest import ROOT, SHARED

Text = tuple[str, bool]
Found = list[Mapping[str, Any]]
RUNNER = ROOT / "tests" / "claimcheck" / "port.js"
ODD = (
    "",
    " \n\t\n",
    "constructor __proto__ toString 97124 is therapeutic exercise.",
    "😀 😀 97124 is *therapeutic exercise*. 𝒳 It is for exercise.",
    "97124&nbsp;&ndash; therapeutic exercise &#8211; &amp; &unknown; more",
    "\ufeff# 97124\r\n\r\nTherapeutic exercise.\r\n",
    "| 97124 | Therapeutic exercise |\n|---|",
    "97110    Massage\n97140    Manual therapy\n",
    "> - **97124** is [therapeutic exercise](x.md).\n",
    "---\ntitle: x\n---\n\n97124 is therapeutic exercise.",
    "```\n97124 is therapeutic exercise.\n",
    "- 97124:\n  - exercise\n",
    "ÇA\xa0CPT® 97124 – “therapeutic exercise”.",
    "97124\x0bis\x0ctherapeutic\x85exercise\u2028and 97110 is massage",
    "[[97124|The massage code]] is therapeutic exercise [@s1].",
    "   ## 97124 ##\n\nTherapeutic exercise\n===\n",
    "97124 is " * 400 + "therapeutic exercise",
    "(" * 3000,
    "97124, " * 300,
)
JOINTS = (" ", "\n", "\n\n", "\n- ", " not ", " | ", " and ")
SIGNS = "*_`|#\n\t -–—’”:;.,?!()[]&<>é😀\xa0\x0c9C TPM1\u2028"


@cache
def texts() -> tuple[Text, ...]:
    """The whole corpus, the project's own prose, odd texts, and the two articles where they lie beside the project; each read both ways."""
    own = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "content").rglob("*.md"))]
    seeds = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]
    every = [*(one.text for one in labelled((*TUNED, *HELD_OUT))), *own, *seeds, *ODD]
    every += made(every, Random(6))
    return tuple((text, markdown) for text in every for markdown in (True, False))


def made(every: list[str], random: Random) -> list[str]:
    """Texts that nobody wrote: those above glued together, and with signs put in and taken out."""
    glued = [
        random.choice(JOINTS).join(random.sample(every, random.randint(2, 9))) for _ in range(100)
    ]
    return glued + [damaged(random.choice(every)[:600], random) for _ in range(500)]


def damaged(text: str, random: Random) -> str:
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice((*SIGNS, "")) + text[at + random.randint(0, 1) :]
    return text


@pytest.fixture(scope="module")
def ported(checker: Checker, tmp_path_factory: pytest.TempPathFactory) -> list[Found]:
    """What the port finds in every text; it is run once."""
    folder = tmp_path_factory.mktemp("port")
    table, asked, out = (folder / name for name in ("table.json", "texts.json", "out.json"))
    table.write_text(json.dumps(portable_table(checker.knowledge)), encoding="utf-8")
    asked.write_text(json.dumps(texts()), encoding="utf-8")
    command = [
        deno.find_deno_bin(),
        "run",
        "--quiet",
        f"--allow-read={folder}",
        f"--allow-write={folder}",
        RUNNER,
        table,
        asked,
        out,
    ]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(out.read_text(encoding="utf-8"))


def in_python(checker: Checker, text: str, markdown: bool) -> Found:
    plain = text.removeprefix("\ufeff")
    blocks = read_markdown(plain) if markdown else read_plain(plain)
    return [{**asdict(one), "sources": list(one.sources)} for one in checker.check(blocks)]


def test_both_find_the_same(checker: Checker, ported: list[Found]) -> None:
    differing = [
        (text[:200], expected, found)
        for (text, markdown), found in zip(texts(), ported, strict=True)
        if (expected := in_python(checker, text, markdown)) != found
    ]
    assert differing[:3] == []


def test_there_is_enough_to_compare(ported: list[Found]) -> None:
    wrong = [one for found in ported for one in found if one["verdict"] == "wrong"]
    assert len(texts()) > 1000 and len(wrong) > 500
    assert {one["kind"] for one in wrong} == {
        "definition",
        "technique",
        "timing",
        "coverage",
        "pair",
        "modifier",
        "threshold",
        "invalid-code",
    }
