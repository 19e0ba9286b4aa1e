"""Starts the engine's port in JavaScript, with the facts as the site hands them out."""

import json
import subprocess
from pathlib import Path

import deno

from generator.build.browser_facts import facts_script
from generator.facts.corpus import Corpus

ROOT = Path(__file__).parents[2]
RUNNER = ROOT / "tests/js/port.js"
Json = dict[str, list]


def run_port(corpus: Corpus, cases: Json, folder: Path) -> Json:
    """What the port says of visits, days and pairs, and the seconds the visits took it."""
    script, asked = folder / "facts.js", folder / "cases.json"
    script.write_bytes(facts_script(corpus))
    asked.write_text(json.dumps({"visits": [], "days": [], "pairs": [], **cases}), encoding="utf-8")
    command = [
        deno.find_deno_bin(),
        "run",
        "--quiet",
        "--allow-read",
        str(RUNNER),
        str(script),
        str(asked),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)
