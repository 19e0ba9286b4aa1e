"""Statements to a real learning record store and back.

None lost, none doubled, whatever happens to the store meanwhile.
"""

import json
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import deno
import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.questions.kinds.marking import Marking
from generator.results.lrs_client import Credentials, RecordStore, StatementPage
from tests.conftest import ROOT
from tests.results.core import scored, statements
from tests.results.lrs import READER, WRITER, Store, ralph
from tests.results.made import class_of, raw, result, right_response

STRICT = """import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement
for statement in json.load(sys.stdin): BaseXapiStatement.model_validate(statement)
"""


@pytest.fixture(scope="module")
def python() -> Path:
    return ralph()


@pytest.fixture
def store(python: Path, tmp_path: Path) -> Iterator[Store]:
    made = Store(python, tmp_path / "store")
    yield made
    made.kill()


@pytest.fixture
def sound(keys: dict[str, Marking]) -> dict[str, Any]:
    return result(keys, "Zoë 😀", {name: right_response(marking) for name, marking in keys.items()})


def submission(value: dict[str, Any]) -> Any:
    (row,) = scored(raw([value]), {}).rows
    return row.submission


def all_of(told: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [one for statements_of_result in told for one in statements_of_result]


def of_keys(keys: dict[str, Marking]) -> list[dict[str, Any]]:
    return [asdict(marking) for marking in keys.values()]


@pytest.mark.parametrize("mark", [None, 50, 100])
def test_an_attempt_is_told_from_its_start_to_its_end(keys, sound, mark) -> None:
    sound["answers"][2]["response"], sound["learner"]["id"] = ["nothing"], "s-17"
    (ours,) = statements(keys, [sound], **({} if mark is None else {"passMark": mark}))
    verbs = [statement["verb"]["id"].rpartition("/")[2] for statement in ours]
    expected = {None: ["completed"], 50: ["completed", "passed"], 100: ["completed", "failed"]}[
        mark
    ]
    assert verbs == ["initialized", *["answered"] * len(keys), *expected, "terminated"]


def test_ids_are_the_same_each_time_and_never_shared(keys) -> None:
    values = class_of(keys, 5)
    told = [[one["id"] for one in all_of(statements(keys, values))] for _ in range(2)]
    assert told[0] == told[1] and len(set(told[0])) == len(told[0])


def test_a_launch_makes_them_statements_of_cmi5(keys, sound) -> None:
    session = {
        "contextActivities": {"grouping": [{"id": "https://lms.example/course"}]},
        "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s1"},
    }
    where = {
        "actor": {"account": {"homePage": "https://lms.example", "name": "17"}},
        "activity": "https://lms.example/au/1",
        "registration": "22222222-2222-4222-8222-222222222222",
        "context": session,
        "passMark": 70,
    }
    (told,) = statements(keys, [sound], **where)
    for statement in told:
        context, verb = statement["context"], statement["verb"]["id"].rpartition("/")[2]
        categories = {
            entry["id"].rpartition("/")[2]
            for entry in context["contextActivities"].get("category", ())
        }
        # cmi5 (Quartz, 1st ed.) 9.6.2: defined statements have the cmi5 category, those that bear
        # on moveOn that one too, allowed ones neither.
        assert (
            categories
            == {
                "initialized": {"cmi5"},
                "terminated": {"cmi5"},
                "completed": {"cmi5", "moveon"},
                "passed": {"cmi5", "moveon"},
                "answered": set(),
            }[verb]
        )
        assert (statement["actor"], context["registration"]) == (
            where["actor"],
            where["registration"],
        )
        assert (
            context["contextActivities"]["grouping"] == session["contextActivities"]["grouping"]
            and session["extensions"].items() <= context["extensions"].items()
        )
        assert ("score" in statement.get("result", {})) == (
            verb in ("passed", "answered")
        )  # 9.5.1: score with passed and failed alone
        assert verb == "answered" or statement["object"]["id"] == where["activity"]


def test_what_was_told_is_read_back_whole_and_once(keys, sound) -> None:
    (told,) = statements(keys, [sound])
    pages = [
        [
            *told,
            *reversed(told),
            {"id": "x", "verb": {"id": "y"}},
            {"context": None},
            {"context": {"extensions": ["x"]}},
            {"context": "x", "result": 4},
            7,
        ]
    ]
    found = scored([], keys, pages=pages)
    assert found.problems == ()
    assert [row.submission.digest for row in found.rows] == [submission(sound).digest]


def test_a_statement_that_was_spoilt_harms_only_its_own_result(keys, sound) -> None:
    other = {**sound, "id": "33333333-3333-4333-8333-333333333333"}
    spoilt, sent = statements(keys, [sound, other])
    spoilt[1]["result"]["extensions"]["urn:rightcode:answer"]["ms"] = -4
    found = scored([], keys, pages=[spoilt, sent])
    assert [row.submission.result.id for row in found.rows] == [other["id"]]
    assert "at 'answers" in found.problems[0].sentence


def test_the_store_s_own_models_find_every_statement_sound(python, keys) -> None:
    told = all_of(statements(keys, class_of(keys, 6), passMark=60))
    done = subprocess.run(
        [python, "-c", STRICT],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def start_sender(
    store: Store, keys: dict[str, Marking], values: list[dict[str, Any]], folder: Path, state: Path
) -> subprocess.Popen[str]:
    """A sender of results to a store that is not there yet."""
    told = folder / "told.json"
    token = b64encode(":".join(WRITER).encode()).decode()
    told.write_text(
        json.dumps(
            {
                "results": values,
                "keys": of_keys(keys),
                "endpoint": store.address,
                "authorization": f"Basic {token}",
                "pause": 60,
            }
        )
    )
    command = [
        deno.find_deno_bin(),
        "run",
        "--quiet",
        f"--allow-net=127.0.0.1:{store.port}",
        f"--allow-read={folder}",
        f"--allow-write={folder}",
        ROOT / "tests/results/send.js",
        told,
        state,
    ]
    return subprocess.Popen(list(map(str, command)), cwd=ROOT, stderr=subprocess.PIPE, text=True)


@pytest.mark.usefixtures("loaded_once")
def test_nothing_is_lost_or_doubled_when_the_store_dies_and_comes_back(
    store, keys, tmp_path, monkeypatch
) -> None:
    values = class_of(keys, 30)
    expected = {one["id"] for one in all_of(statements(keys, values))}
    state = tmp_path / "state.json"
    sender = start_sender(store, keys, values, tmp_path, state)
    try:
        wait_for(state, lambda one: one["posts"] > 2)
        store.start()
        wait_for(state, lambda one: one["sent"] > 0 or one["doubled"] > 0 or one["posts"] > 6)
        store.kill()
        seen: list[int] = []
        wait_for(state, lambda one: not seen.append(one["posts"]))  # it may be half written
        (tried,) = seen
        wait_for(state, lambda one: one["posts"] > tried)  # it has asked a store that is away
        store.start()
        _, said = sender.communicate(timeout=240)
    finally:
        sender.kill()
    assert sender.returncode == 0, said
    done = json.loads(state.read_text())
    assert (done["left"], done["refused"]) == (0, 0) and done["doubled"] > 0
    pages = pages_of(store.address)
    found = [statement["id"] for page in pages for statement in page]
    assert (len(found), set(found)) == (len(expected), expected)
    read, given = scored([], keys, pages=pages), scored(raw(values), keys)
    assert read.problems == () and {row.submission.digest for row in read.rows} == {
        row.submission.digest for row in given.rows
    }
    monkeypatch.setenv("RIGHTCODE_LRS_USER", READER[0])
    monkeypatch.setenv("RIGHTCODE_LRS_PASSWORD", READER[1])
    run = CliRunner().invoke(
        app,
        ["results", "--lrs", store.address, "--out", str(tmp_path / "out"), "--root", str(ROOT)],
    )
    assert run.exit_code == 0 and run.stderr.startswith("30 results, "), run.stderr
    monkeypatch.setenv("RIGHTCODE_LRS_PASSWORD", "wrong")
    run = CliRunner().invoke(
        app, ["results", "--lrs", store.address, "--out", str(tmp_path / "no"), "--root", str(ROOT)]
    )
    assert (
        run.exit_code == 2 and "refuses the credentials" in run.stderr and "wrong" not in run.stderr
    )


def pages_of(address: str) -> list[list[dict[str, Any]]]:
    pages: list[list[dict[str, Any]]] = []

    def take(page: str) -> StatementPage:
        read = json.loads(page)
        pages.append(read["statements"])
        return StatementPage(len(pages[-1]), read.get("more"))

    RecordStore(address, Credentials(*READER)).read(take)
    return pages


def wait_for(state: Path, reached) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            if reached(json.loads(state.read_text())):
                return
        except (OSError, ValueError):
            pass
        time.sleep(0.05)
    raise AssertionError(state.read_text())
