"""The sorts of content files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from pydantic import BaseModel

from generator.authoring.schema_errors import schema_of
from generator.facts.adjustments import Adjustments
from generator.facts.assignments import Assignment
from generator.facts.claim_forms import ClaimFormGuide
from generator.facts.codes import Code
from generator.facts.diagnoses import DiagnosisList
from generator.facts.figures import Figures
from generator.facts.lessons import Cases, Comparisons, Lesson
from generator.facts.patient_cases import PatientCase
from generator.facts.payers import Payer
from generator.facts.plans import FeeSchedule, PayerPlan
from generator.facts.published_claims import Article, Demonstrations, Misconceptions
from generator.facts.question_templates import Pools, Template, Variants
from generator.facts.quizzes import Objectives, Quiz
from generator.facts.registers import (
    Changes,
    Edits,
    Families,
    Glossary,
    OtherCodes,
    Rule,
    Sources,
)
from generator.facts.sheets import CheatSheet
from generator.facts.site_search import SearchWords
from generator.facts.submissions import WorkedClaims
from generator.facts.techniques import Techniques
from generator.facts.tracks import Track
from generator.questions.kinds.registry import complete_models

complete_models()  # Quiz, Template and Draw name the kinds

Entry = tuple[
    str, str, object, tuple[str | int, ...]
]  # register, name, thing, keys that lead to it


@dataclass(frozen=True)
class FileKind:
    """One sort of file: where it lies, what it holds, and what it puts into which register.

    A list that has grown too long for one file may lie `in_parts`: content/edits.yaml and, beside
    it, content/edits/*.yaml.
    """

    name: str
    pattern: str
    model: type[BaseModel]
    entries: Callable[[Any], Iterable[Entry]]
    in_parts: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:
        """Where files of this kind may lie."""
        return (
            (self.pattern, f"{self.pattern.removesuffix('.yaml')}/*.yaml")
            if self.in_parts
            else (self.pattern,)
        )


def _one(register: str, key: str = "id") -> Callable[[Any], Iterable[Entry]]:
    return lambda thing: [(register, getattr(thing, key), thing, (key,))]


def many(*same: str, **lists: str) -> Callable[[Any], Iterable[Entry]]:
    """Lists of the file: by the name of their register, or with its name as their value.

    Where entries are not named by their id, the naming key follows after a colon.
    """

    def entries(holder: Any) -> Iterator[Entry]:
        for field, target in (*zip(same, same, strict=True), *lists.items()):
            register, _, key = target.partition(":")
            for index, thing in enumerate(getattr(holder, field)):
                yield register, str(getattr(thing, key or "id")), thing, (field, index, key or "id")

    return entries


def _source_entries(holder: Sources) -> Iterator[Entry]:
    return (("sources", str(name), entry, (name,)) for name, entry in holder.root.items())


def _edit_entries(holder: Edits) -> Iterator[Entry]:
    for index, edit in enumerate(holder.edits):
        end = edit.effective.end or "open"
        name = f"{edit.column1}-{edit.column2}-{edit.setting}-{end}-{edit.indicator}"
        yield "edits", name, edit, ("edits", index, "column1")


def _article_entries(article: Article) -> Iterator[Entry]:
    yield "articles", article.id, article, ("id",)
    for index, claim in enumerate(article.claims):
        yield "claims", f"{article.id}-{claim.id}", claim, ("claims", index, "id")


def _quiz_entries(quiz: Quiz) -> Iterator[Entry]:
    yield "quizzes", quiz.id, quiz, ("id",)
    for index, item in enumerate(quiz.items):
        yield "items", item.id, item, ("items", index, "id")


def _pool_entries(holder: Pools) -> Iterator[Entry]:
    return (
        ("pools", str(name), choices, ("pools", name, 0)) for name, choices in holder.pools.items()
    )


def _diagnosis_entries(held: DiagnosisList) -> Iterator[Entry]:
    yield "diagnosis_lists", held.id, held, ("id",)
    yield from many(diagnoses="diagnoses:code")(held)


KINDS: tuple[FileKind, ...] = (
    FileKind("sources", "content/sources.yaml", Sources, _source_entries, in_parts=True),
    FileKind("families", "content/families.yaml", Families, many("families"), in_parts=True),
    FileKind("code", "content/codes/*.yaml", Code, _one("codes", "code")),
    FileKind(
        "other-codes",
        "content/other_codes.yaml",
        OtherCodes,
        many(codes="other_codes:code"),
        in_parts=True,
    ),
    FileKind(
        "techniques",
        "content/techniques.yaml",
        Techniques,
        many("purposes", "techniques"),
        in_parts=True,
    ),
    FileKind("payer", "content/payers/*.yaml", Payer, _one("payers")),
    FileKind("plan", "content/plans/*.yaml", PayerPlan, _one("plans")),
    FileKind("fee-schedule", "content/fee_schedules/*.yaml", FeeSchedule, _one("fee_schedules")),
    FileKind(
        "worked-claims",
        "content/worked_claims.yaml",
        WorkedClaims,
        many("worked_claims"),
        in_parts=True,
    ),
    FileKind("rule", "content/rules/*.yaml", Rule, _one("rules")),
    FileKind("edits", "content/edits.yaml", Edits, _edit_entries, in_parts=True),
    FileKind(
        "glossary",
        "content/glossary.yaml",
        Glossary,
        many("abbreviations", terms="glossary"),
        in_parts=True,
    ),
    FileKind("changes", "content/changes.yaml", Changes, many("changes"), in_parts=True),
    FileKind("article", "content/claims/*.yaml", Article, _article_entries),
    FileKind(
        "demonstration",
        "content/demonstration.yaml",
        Demonstrations,
        many(articles="demonstrations:article"),
    ),
    FileKind(
        "misconceptions",
        "content/misconceptions/*.yaml",
        Misconceptions,
        many("misconceptions"),
    ),
    FileKind(
        "comparisons",
        "content/comparisons.yaml",
        Comparisons,
        many("comparisons"),
        in_parts=True,
    ),
    FileKind("cases", "content/cases/*.yaml", Cases, many("cases")),
    FileKind("sheet", "content/sheets/*.yaml", CheatSheet, _one("sheets")),
    FileKind("claim-boxes", "content/claim_form/*.yaml", ClaimFormGuide, _one("claim_forms")),
    FileKind("diagnoses", "content/diagnoses/*.yaml", DiagnosisList, _diagnosis_entries),
    FileKind("figures", "content/figures.yaml", Figures, many("figures"), in_parts=True),
    FileKind(
        "adjustments",
        "content/adjustments/*.yaml",
        Adjustments,
        many("adjustments", groups="group_codes"),
    ),
    FileKind(
        "search",
        "content/search.yaml",
        SearchWords,
        lambda held: [("search_words", "site", held, ("pages",))],
    ),
    FileKind(
        "objectives",
        "quizzes/objectives.yaml",
        Objectives,
        many("objectives"),
        in_parts=True,
    ),
    FileKind("words", "quizzes/words.yaml", Pools, _pool_entries, in_parts=True),
    FileKind(
        "variants",
        "quizzes/variants.yaml",
        Variants,
        lambda held: [("variants", "site", held, ("seed",))],
    ),
    FileKind("template", "quizzes/templates/*.yaml", Template, _one("templates")),
    FileKind("assignment", "quizzes/assignments/*.yaml", Assignment, _one("assignments")),
    FileKind("track", "quizzes/tracks/*.yaml", Track, _one("tracks")),
    FileKind("patient-case", "quizzes/cases/*.yaml", PatientCase, _quiz_entries),
    FileKind("quiz", "quizzes/*.yaml", Quiz, _quiz_entries),
    FileKind("lesson", "content/learn/*.md", Lesson, _one("lessons")),
)


@cache
def words_allowed(model: type[BaseModel], key: str) -> frozenset[str]:
    """The words among which a key of that name chooses, anywhere in a kind of file."""
    schema = schema_of(model)
    found = (
        choice.get("enum", ())
        for part in (schema, *schema.get("$defs", {}).values())
        if isinstance(slot := part.get("properties", {}).get(key), dict)
        for choice in (slot, *slot.get("anyOf", ()))
    )
    return frozenset(map(str, chain.from_iterable(found)))


def kind_of(path: str) -> FileKind | None:
    """The first kind whose pattern the path fits; a star stands for a name without slashes."""
    return next(
        (kind for kind in KINDS if any(_fits(path, pattern) for pattern in kind.patterns)), None
    )


def _fits(path: str, pattern: str) -> bool:
    folder, _, name = pattern.rpartition("/")
    return path == pattern or (
        name[0] == "*" and path.endswith(name[1:]) and path.rpartition("/")[0] == folder
    )
