"""Knowledge and patterns can go to the browser as they are."""

import json
import re
import subprocess
import sys
from pathlib import Path

from generator.fact_check.checker import Checker
from generator.fact_check.portable_rules import portable_table
from generator.fact_check.rules.beliefs import BELIEFS
from tests.conftest import ROOT

PYTHON_ONLY = re.compile(r"\(\?<|\(\?P|\(\?[aiLmsux]|\\A|\\Z|\(\?>|[+*?}]\+")
FACTS = re.compile(r'"((?:rules|misconceptions|refusals|claims)/[a-z0-9/-]+)"')


def test_the_table_is_json_and_comes_back_the_same(checker: Checker) -> None:
    table = portable_table(checker.knowledge)
    assert json.loads(json.dumps(table)) == json.loads(json.dumps(json.loads(json.dumps(table))))
    assert len(table["patterns"]) > 100 and len(table["beliefs"]) == len(BELIEFS)


def test_patterns_use_nothing_that_only_python_knows(checker: Checker) -> None:
    table = portable_table(checker.knowledge)
    sources = {name: pattern["source"] for name, pattern in table["patterns"].items()} | {
        belief.name: belief.pattern for belief in BELIEFS
    }
    assert [name for name, source in sources.items() if PYTHON_ONLY.search(source)] == []


def test_javascript_reads_every_pattern(checker: Checker, tmp_path: Path) -> None:
    table = portable_table(checker.knowledge)
    sources = [[pattern["source"], pattern["flags"]] for pattern in table["patterns"].values()]
    sources += [[source, ""] for belief in BELIEFS for source in (belief.pattern, belief.unless)]
    script = tmp_path / "read.js"
    script.write_text(
        f"for (const [source, flags] of {json.dumps(sources)}) new RegExp(source, flags);"
    )
    done = subprocess.run(
        [Path(sys.executable).with_name("deno"), "run", script], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_every_fact_that_a_rule_names_is_in_the_content(checker: Checker) -> None:
    named = {
        name
        for path in (ROOT / "generator/fact_check/rules").glob("*.py")
        for name in FACTS.findall(path.read_text(encoding="utf-8"))
    }
    assert (
        named
        and [
            name
            for name in sorted(named)
            if not checker.knowledge["facts"].get(name, {}).get("text")
        ]
        == []
    )
