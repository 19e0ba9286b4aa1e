"""Files to a corpus.

Which file is what, what each holds, and that every problem is told in one run.
"""

from collections.abc import Iterator, Mapping

import pytest

from generator.authoring.file_kinds import KINDS, kind_of
from generator.authoring.loader import load
from generator.authoring.schema_messages import PATTERNS
from generator.facts.corpus import REGISTERS
from generator.findings import Spot, format_findings, nearest


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("content/sources.yaml", "sources"),
        ("content/codes/97124.yaml", "code"),
        ("content/learn/units.md", "lesson"),
        ("quizzes/objectives.yaml", "objectives"),
        ("quizzes/massage.yaml", "quiz"),
        ("content/edits/2027.yaml", "edits"),
        ("content/edits/old/2020.yaml", None),
        ("content/codes/old/97124.yaml", None),
        ("content/codes/97124.yml", None),
        ("content/learn/units.yaml", None),
        ("quizzes/readme.md", None),
    ],
)
def test_a_file_is_what_its_place_says(path: str, kind: str | None) -> None:
    found = kind_of(path)
    assert (found and found.name) == kind


def test_the_small_project_fills_every_register(base_files: Mapping[str, bytes]) -> None:
    loaded = load(base_files)
    assert loaded.findings == ()
    empty = {name for name in REGISTERS if not loaded.corpus.register(name)}
    assert empty <= {
        "abbreviations",
        "adjustments",
        "claim_forms",
        "demonstrations",
        "diagnoses",
        "diagnosis_lists",
        "fee_schedules",
        "group_codes",
        "plans",
        "pools",
        "search_words",
        "templates",
        "variants",
        "worked_claims",
    }, "only what adds to a site, and what questions are made from, may be left out"


def test_every_thing_knows_where_it_was_written(base_files: Mapping[str, bytes]) -> None:
    spots = load(base_files).corpus.spots
    assert spots["items/fifteen-minutes-in-print"] == Spot("quizzes/basics.yaml", ("items", 2))
    assert spots["claims/an-article-c2"] == Spot("content/claims/an-article.yaml", ("claims", 1))
    assert spots["codes/97124"] == Spot("content/codes/97124.yaml")
    assert spots["sources/trade-article"] == Spot("content/sources.yaml")


def test_every_file_tells_its_problem_in_one_run(base_files: Mapping[str, bytes]) -> None:
    broken = {
        "content/glossary.yaml": b"terms: [",
        "content/changes.yaml": b"changes: none\n",
        "content/x.yaml": b"",
        "content/edits.yaml": b"\xff",
    }
    loaded = load({**base_files, **broken})
    assert [f"{finding.place.path} {finding.code}" for finding in loaded.findings] == [
        "content/changes.yaml M123",
        "content/edits.yaml Y101",
        "content/glossary.yaml Y102",
        "content/x.yaml L111",
    ]
    assert set(loaded.corpus.codes) == {"97124", "97140"}


def test_the_order_of_files_changes_nothing(base_files: Mapping[str, bytes]) -> None:
    turned = dict(reversed(base_files.items()))
    assert load(turned).corpus == load(base_files).corpus


def test_a_list_goes_on_in_a_folder_of_its_name(base_files: Mapping[str, bytes]) -> None:
    whole = base_files["content/techniques.yaml"]
    purposes, key, techniques = whole.partition(b"techniques:\n")
    split = load(
        {
            **base_files,
            "content/techniques.yaml": purposes,
            "content/techniques/all.yaml": key + techniques,
        }
    )
    assert split.findings == () and split.corpus.techniques == load(base_files).corpus.techniques
    twice = load({**base_files, "content/techniques/again.yaml": whole})
    assert twice.findings and {finding.place.path for finding in twice.findings} <= {
        "content/techniques.yaml",
        "content/techniques/again.yaml",
    }


def test_one_mistake_in_an_option_is_one_finding(base_files: Mapping[str, bytes]) -> None:
    """An option may be a code or an answer; pydantic complains about both."""
    quiz = base_files["quizzes/basics.yaml"].replace(
        b"answer: ask-therapist", b"answer: ask-terapist"
    )
    told = format_findings(load({**base_files, "quizzes/basics.yaml": quiz}).findings, "text")
    assert (
        told
        == "quizzes/basics.yaml:23:18: error M123: 'answer' is 'ask-terapist'; write 'not-billable'"
        " or 'ask-therapist'; did you mean 'ask-therapist'?"
    )


def test_a_misspelt_key_is_not_also_missing(base_files: Mapping[str, bytes]) -> None:
    rule = base_files["content/rules/threshold.yaml"].replace(b"summary:", b"sumary:")
    findings = load({**base_files, "content/rules/threshold.yaml": rule}).findings
    assert [finding.sentence for finding in findings] == [
        "Unknown key 'sumary'; did you mean 'summary'? Allowed here: 'summary', 'counting',"
        " 'people', 'conditions' and 'examples'."
    ]


def test_the_nearest_key_is_one_that_may_stand_there(base_files: Mapping[str, bytes]) -> None:
    """`minutes` is a key of a code's unit and of a service, never of a rule."""
    rule = base_files["content/rules/threshold.yaml"] + b"minute: 15\n"
    findings = load({**base_files, "content/rules/threshold.yaml": rule}).findings
    assert [finding.sentence for finding in findings] == [
        "Unknown key 'minute'; allowed here: 'counting', 'people', 'conditions' and 'examples'; or"
        " remove it."
    ]


def patterns(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for part in schema.values():
            yield from patterns(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from patterns(part)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_pattern_of_the_models_is_said_in_words(kind) -> None:
    assert set(patterns(kind.model.model_json_schema())) - set(PATTERNS) == set()


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("hns-97124", ("hns-97124-2019",)),
        ("hns-97421-2019", ()),
        ("97142", ()),
        ("kneeding", ("petrissage",)),
        ("needeling", ("dry-needling",)),
        ("strength-training", ("strengthening-exercise",)),
        ("caregiver-trainings", ("caregiver-training",)),
        ("massage-work", ("massage",)),
    ],
)
def test_names_are_guessed_by_their_words_too_and_codes_never(
    name: str, near: tuple[str, ...]
) -> None:
    known = ("hns-97124-2019", "97124", "petrissage", "dry-needling", "massage")
    known = (*known, "caregiver-training", "strengthening-exercise")
    words = {"kneading": ("petrissage",), "needling": ("dry-needling",)}
    assert nearest(name, known, words) == near
