"""A class's results handed in, and the badges issued for them."""

import base64
import json
from pathlib import Path

from typer.testing import CliRunner

from generator.cli import app
from generator.questions.kinds.marking import Marking
from tests.conftest import ROOT
from tests.results.made import result, right_response

RUN = CliRunner()
DAY = "2026-03-20"
TRACK, ASSIGNMENT = "chiropractic-office", "first-steps"


def handed_in(
    desk: Path,
    keys: dict[str, Marking],
    name: str,
    of: str,
    wrong: int = 0,
    number: int = 1,
    **changes,
) -> dict:
    """A learner's result file; the last `wrong` questions are left out."""
    chosen = list(keys)[: len(keys) - wrong]
    made = result(
        keys, name, {item: right_response(keys[item]) for item in chosen}, number, **changes
    )
    made["assignment"] = {"id": of, "items": list(keys)}
    (desk / "results" / f"{name}-{number}.json".replace("/", "_").replace("\0", "")).write_text(
        json.dumps(made), encoding="utf-8"
    )
    return made


def issue(desk: Path, *more: str, out: str = "badges", code: int = 0):
    arguments = [
        "badge",
        desk / "results",
        "--issuer",
        desk / "issuer.yaml",
        "--key",
        desk / "badge.pem",
        "--out",
        desk / out,
        "--root",
        ROOT,
        *more,
    ]
    done = RUN.invoke(app, [str(one) for one in arguments])
    assert done.exit_code == code, done.output
    return done


def issued(desk: Path, out: str = "badges") -> list[Path]:
    return sorted((desk / out).glob("*.jwt"))


def parts(path: Path) -> tuple[dict, dict, bytes, bytes]:
    header, payload, signature = path.read_text().strip().split(".")
    return (
        *(json.loads(unpadded(one)) for one in (header, payload)),
        unpadded(signature),
        f"{header}.{payload}".encode(),
    )


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
