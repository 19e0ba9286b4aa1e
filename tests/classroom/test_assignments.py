"""Assignments in the browser.

Drawn as the command draws, kept as YAML that the model reads, carried whole by a link.
"""

import base64
import json
import random
import zlib
from typing import Any

import pytest
import yaml

from generator.facts.assignments import Assignment, Draw
from generator.pages.practice_pages import bank_entries
from generator.questions.assignment_draw import chosen_items
from generator.results.gradebook import new_class_key
from tests.exports.hostile import ALL

EMPTY = {"codes": [], "objectives": [], "quizzes": [], "difficulty": [], "kinds": []}
PLAIN = {
    "id": "week-three",
    "title": "Week three",
    "instructions": None,
    "items": [],
    "draw": [],
    "seed": 1,
    "order": "as-written",
    "minutes": None,
    "attempts": None,
    "feedback": "at-once",
    "names": None,
    "opens": None,
    "due": None,
    "passMark": None,
    "key": None,
    "lrs": None,
}


def drafts(corpus: Any, count: int) -> list[dict[str, Any]]:
    """Random choices of every sort, named questions and several draws together."""
    chance, listed = random.Random(7), bank_entries(corpus)
    return [
        {
            **PLAIN,
            "items": _some(chance, [entry["id"] for entry in listed], 3),
            "draw": [_draw(chance, listed) for _ in range(chance.randint(1, 3))],
            "seed": chance.randint(0, 2**31 - 1),
            "order": chance.choice(["as-written", "shuffled"]),
        }
        for _ in range(count)
    ]


def _some(chance: random.Random, values: list[Any], most: int) -> list[Any]:
    return chance.sample(values, chance.randint(0, most))


def _draw(chance: random.Random, listed: list[Any]) -> dict[str, Any]:
    entry = chance.choice(listed)
    lists = {
        "codes": entry["codes"],
        "objectives": entry["objectives"],
        "quizzes": [entry["quiz"]],
        "difficulty": [entry["difficulty"]],
        "kinds": [entry["kind"]],
    }
    return {
        "count": chance.randint(1, 6),
        **EMPTY,
        **{name: lists[name] for name in chance.sample(list(lists), chance.randint(0, 2))},
    }


def modeled(draft: dict[str, Any]) -> Assignment:
    return Assignment(
        id=draft["id"],
        title=draft["title"],
        items=tuple(draft["items"]),
        draw=tuple(Draw(**draw) for draw in draft["draw"]),
        seed=draft["seed"],
        order=draft["order"],
    )


def test_a_draw_gives_the_same_questions_in_the_same_order_here_and_there(port, corpus):
    public, made = corpus.public, drafts(corpus.public, 60)
    wanted = [[item.id for item in chosen_items(corpus, modeled(draft))] for draft in made]
    assert port("drawn", {"entries": bank_entries(public), "drafts": made}) == wanted
    assert len({tuple(names) for names in wanted}) == 60


def full(**changes: Any) -> dict[str, Any]:
    return {
        **PLAIN,
        "items": ["massage-vs-similar-05"],
        "draw": [
            {"count": 2, **EMPTY, "codes": ["97110"], "difficulty": [1, 2], "kinds": ["units"]}
        ],
        "seed": 4711,
        "order": "shuffled",
        "minutes": 45,
        "attempts": 2,
        "feedback": "after-due",
        "names": True,
        "opens": "2026-12-01T08:00:00-05:00",
        "due": "2026-12-04T23:59:00-05:00",
        "passMark": 75,
        "key": new_class_key()["public"],
        "lrs": "https://example.org/xAPI",
        "instructions": "Read: # each [note]\n\nand answer.",
        **changes,
    }


@pytest.mark.parametrize(
    "text", [*ALL.values(), "2026-01-01", "yes", "null", "a: b # c", "- x", "%y", "line\nline"]
)
def test_the_yaml_is_what_the_model_reads(port, text):
    if "\x00" in text:
        text = text.replace("\x00", "")
    told = full(title=f"T {text}", instructions=text)
    (written,) = port("yaml", {"drafts": [told]})
    read = Assignment.model_validate(yaml.load(written, yaml.CSafeLoader))
    assert (read.title, read.instructions) == (f"T {text}".strip(), text.strip())
    assert read == Assignment(
        id=told["id"],
        title=told["title"],
        instructions=text,
        items=tuple(told["items"]),
        draw=tuple(Draw(**draw) for draw in told["draw"]),
        seed=4711,
        order="shuffled",
        time_limit_minutes=45,
        attempts=2,
        feedback="after-due",
        code_names=True,
        opens=told["opens"],
        due=told["due"],
        pass_mark_percent=75,
        public_key=told["key"],
        lrs=told["lrs"],
    )


def linked(told: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key not in ("draw", "seed", "order")}


def test_a_link_carries_an_assignment_whole(port):
    made = [
        linked(full()),
        linked({**PLAIN, "items": ["a-b"]}),
        *(linked(full(title=f"x{text}", instructions=text)) for text in ALL.values()),
    ]
    assert port("links", {"assignments": made}) == made


def fragment(value: object) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = (
        packer.compress(value if isinstance(value, bytes) else json.dumps(value).encode())
        + packer.flush()
    )
    return "#a=" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


SOUND = {"v": 1, "id": "one", "title": "One", "items": ["a-b"], "feedback": "at-once"}
HOSTILE = {
    "": "none",
    "#": "none",
    "#q-one": "none",
    "#a=": "damaged",
    "#a=%%%": "damaged",
    "#a=AAAA": "damaged",
    "#a=" + "A" * 50_000: "tooLong",
    fragment(b"{"): "damaged",
    fragment([]): "damaged",
    fragment(None): "damaged",
    fragment(b"\xff\xfe"): "damaged",
    fragment(b"[" * 100_000): "damaged",
    fragment(b" " * 5_000_000): "tooLong",
    fragment({**SOUND, "v": 3}): "newer",
    fragment({**SOUND, "items": []}): "damaged",
    fragment({**SOUND, "items": ["../../x"]}): "damaged",
    fragment({**SOUND, "items": ["a", "a"]}): "damaged",
    fragment({**SOUND, "items": [f"a{n}" for n in range(201)]}): "damaged",
    fragment({**SOUND, "title": ""}): "damaged",
    fragment({**SOUND, "title": {"toString": 1}}): "damaged",
    fragment({**SOUND, "feedback": "__proto__"}): "damaged",
    fragment({**SOUND, "due": "2026-02-31"}): "damaged",
    fragment({**SOUND, "due": "soon"}): "damaged",
    fragment({**SOUND, "lrs": "javascript:alert(1)"}): "damaged",
    fragment({**SOUND, "lrs": "https://user:word@example.org/"}): "damaged",
    fragment({**SOUND, "key": "x"}): "key",
    fragment({**SOUND, "attempts": -1}): "damaged",
    fragment({**SOUND, "opens": "2026-12-02T00:00:00Z", "due": "2026-12-01T00:00:00Z"}): "damaged",
    fragment({**SOUND, "feedback": "after-due"}): "damaged",
}


def test_hostile_and_damaged_links_are_refused_with_a_reason(port):
    assert dict(zip(HOSTILE, port("opened", {"fragments": list(HOSTILE)}), strict=True)) == HOSTILE
    (sound,) = port(
        "opened", {"fragments": [fragment({**SOUND, "more": 1, "__proto__": {"id": "two"}})]}
    )
    assert (sound["id"], sound["items"], "more" in sound) == ("one", ["a-b"], False)
