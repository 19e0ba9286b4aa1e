"""Everything an author wrote, validated and indexed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any

from generator.facts.adjustments import Adjustment, GroupCode
from generator.facts.assignments import Assignment
from generator.facts.claim_forms import ClaimFormGuide
from generator.facts.clinics import AppliedOverlay
from generator.facts.codes import Code
from generator.facts.diagnoses import DiagnosisEntry, DiagnosisList
from generator.facts.figures import Figure
from generator.facts.grouping import by_pair, grouped
from generator.facts.lessons import Case, Comparison, Lesson
from generator.facts.payers import Payer
from generator.facts.plans import FeeSchedule, PayerPlan
from generator.facts.published_claims import Article, Claim, Demonstration, Misconception
from generator.facts.question_templates import Choice, Template, Variants
from generator.facts.quizzes import Item, Objective, Quiz
from generator.facts.registers import (
    Abbreviation,
    Change,
    Edit,
    Family,
    OtherCode,
    Rule,
    SourceEntry,
    Term,
)
from generator.facts.rule_figures import RuleValue
from generator.facts.sheets import CheatSheet
from generator.facts.site_search import SearchWords
from generator.facts.submissions import WorkedClaim
from generator.facts.techniques import Purpose, Technique
from generator.facts.tracks import Track
from generator.findings import Spot

NO_FACTS = ("items", "quizzes", "assignments", "search_words", "spots", "overlay")


def _empty() -> Any:
    return field(default_factory=dict)


@dataclass(frozen=True)
class Corpus:
    """Registers by name; `spots` tells for `register/name` where it was written."""

    sources: Mapping[str, SourceEntry] = _empty()
    families: Mapping[str, Family] = _empty()
    codes: Mapping[str, Code] = _empty()
    other_codes: Mapping[str, OtherCode] = _empty()
    purposes: Mapping[str, Purpose] = _empty()
    techniques: Mapping[str, Technique] = _empty()
    payers: Mapping[str, Payer] = _empty()
    plans: Mapping[str, PayerPlan] = _empty()
    fee_schedules: Mapping[str, FeeSchedule] = _empty()
    worked_claims: Mapping[str, WorkedClaim] = _empty()
    rules: Mapping[str, Rule] = _empty()
    edits: Mapping[str, Edit] = _empty()
    glossary: Mapping[str, Term] = _empty()
    abbreviations: Mapping[str, Abbreviation] = _empty()
    changes: Mapping[str, Change] = _empty()
    articles: Mapping[str, Article] = _empty()
    claims: Mapping[str, Claim] = _empty()
    misconceptions: Mapping[str, Misconception] = _empty()
    comparisons: Mapping[str, Comparison] = _empty()
    cases: Mapping[str, Case] = _empty()
    sheets: Mapping[str, CheatSheet] = _empty()
    figures: Mapping[str, Figure] = _empty()
    claim_forms: Mapping[str, ClaimFormGuide] = _empty()
    diagnosis_lists: Mapping[str, DiagnosisList] = _empty()
    diagnoses: Mapping[str, DiagnosisEntry] = _empty()
    group_codes: Mapping[str, GroupCode] = _empty()
    adjustments: Mapping[str, Adjustment] = _empty()
    objectives: Mapping[str, Objective] = _empty()
    quizzes: Mapping[str, Quiz] = _empty()
    items: Mapping[str, Item] = _empty()
    lessons: Mapping[str, Lesson] = _empty()
    pools: Mapping[str, tuple[Choice, ...]] = _empty()
    templates: Mapping[str, Template] = _empty()
    variants: Mapping[str, Variants] = _empty()
    demonstrations: Mapping[str, Demonstration] = _empty()
    search_words: Mapping[str, SearchWords] = _empty()
    assignments: Mapping[str, Assignment] = _empty()
    tracks: Mapping[str, Track] = _empty()
    spots: Mapping[str, Spot] = _empty()
    overlay: AppliedOverlay | None = None

    def register(self, kind: str) -> Mapping[str, object]:
        """The register of that name."""
        entries: Mapping[str, object] = getattr(self, kind)
        return entries

    def spot(self, register: str, name: str) -> Spot:
        """Where an entry was written."""
        return self.spots[f"{register}/{name}"]

    def fact(self, reference: str) -> object | None:
        """What `codes/97124` or `edits/97140-97124` names, or None.

        A pair is found by its two codes: the edit that ended last, or not yet.
        """
        register, _, name = reference.partition("/")
        if register == "edits":
            return max(
                self.edits_of(*name.split("-", 1)),
                key=lambda edit: (edit.setting == "practitioner", edit.effective.end or date.max),
                default=None,
            )
        found = self.register(register).get(name)
        return found if found is not None or register != "codes" else self.other_codes.get(name)

    def figure(self, rule: str, key: str, day: date | None = None) -> RuleValue | None:
        """A figure of a rule, in effect on a day or at any time; None where it is not known."""
        values = self.rules[rule].values if rule in self.rules else ()
        return next(
            (one for one in values if one.key == key and (day is None or one.holds_on(day))),
            None,
        )

    def edits_of(self, column1: str, column2: str) -> tuple[Edit, ...]:
        """The edits of a pair, whatever their setting and dates."""
        return self.edits_by_pair.get((column1, column2), ())

    @cached_property
    def public(self) -> "Corpus":
        """The corpus without items held back, and the quizzes and assignments that need them."""
        public = {name: item for name, item in self.items.items() if not item.held_back}
        if len(public) == len(self.items):
            return self
        quizzes = {name: _with_items(quiz, public) for name, quiz in self.quizzes.items()}
        assignments = {
            name: entry for name, entry in self.assignments.items() if _is_public(entry, public)
        }
        return replace(
            self,
            items=public,
            quizzes={name: quiz for name, quiz in quizzes.items() if quiz.items},
            assignments=assignments,
        )

    @cached_property
    def quiz_of(self) -> Mapping[str, Quiz]:
        """The quiz of each item, by the item's id."""
        return {item.id: quiz for quiz in self.quizzes.values() for item in quiz.items}

    @cached_property
    def enemies_of(self) -> Mapping[str, frozenset[str]]:
        """The near-twins of each item that has some, whichever of the two names the other."""
        found: dict[str, set[str]] = {}
        for item in self.items.values():
            for other in item.enemies:
                if other in self.items:
                    found.setdefault(item.id, set()).add(str(other))
                    found.setdefault(str(other), set()).add(item.id)
        return {name: frozenset(others) for name, others in found.items()}

    @cached_property
    def facts_digest(self) -> bytes:
        """The same for corpora that differ in nothing but questions and what they are used in."""
        state = blake2b(digest_size=16)
        for register in [entry.name for entry in fields(self) if entry.name not in NO_FACTS]:
            for name, thing in self.register(register).items():
                state.update(f"{register}/{name}".encode())
                for part in thing if isinstance(thing, tuple) else (thing,):
                    state.update(part.content_digest)
        return state.digest()

    @cached_property
    def edits_by_pair(self) -> Mapping[tuple[str, str], tuple[Edit, ...]]:
        """The edits by their two codes."""
        return by_pair(self.edits.values())

    @cached_property
    def edits_by_code(self) -> Mapping[str, tuple[Edit, ...]]:
        """For each code the pairs it stands in, in either column."""
        return grouped(
            (code, edit)
            for edit in self.edits.values()
            for code in dict.fromkeys((edit.column1, edit.column2))
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each code is called, taught or not; a page that only links depends on no more."""
        taught = {name: code.plain_name for name, code in self.codes.items()}
        return {name: code.plain_name for name, code in self.other_codes.items()} | taught

    @cached_property
    def taught(self) -> Mapping[str, bool]:
        """The codes that have a page of their own."""
        return dict.fromkeys(self.codes, True)

    @cached_property
    def bases(self) -> Mapping[str, str]:
        """For each add-on the code that it adds to."""
        return {
            code.unit.add_on: name
            for name, code in reversed(tuple(self.codes.items()))
            if code.unit.add_on
        }

    @cached_property
    def one_initial(self) -> Mapping[str, str]:
        """For each code the one beside which it is no second initial code of a day."""
        pairs = ((name, code.unit.one_initial_with or "") for name, code in self.codes.items())
        both = [pair for pair in pairs if pair[1] in self.codes]
        return dict((*both, *((other, name) for name, other in both)))

    @cached_property
    def judged_on(self) -> date:
        """The day as of which the rules were last judged."""
        days = (fact.as_of for rule in self.rules.values() for fact in rule.statements)
        return max(days, default=date.max)

    @cached_property
    def pairs_read_on(self) -> date:
        """The table in which most of the pairs that still stand were read."""
        tables = Counter(edit.as_of for edit in self.edits.values() if edit.effective.end is None)
        return max(tables, key=lambda day: (tables[day], day), default=date.max)

    def article_of(self, claim: str) -> str:
        """The article a claim's name begins with: the longest, since one may begin another."""
        return max((name for name in self.articles if claim.startswith(f"{name}-")), key=len)

    @cached_property
    def claims_by_code(self) -> Mapping[str, tuple[str, ...]]:
        """For each code the names of the claims about it, in the order of the articles."""
        return grouped((code, name) for name, claim in self.claims.items() for code in claim.about)

    @cached_property
    def codes_by_family(self) -> Mapping[str, tuple[Code, ...]]:
        """For each family that has members those taught, in the order of the codes."""
        return grouped((code.family, code) for code in self.codes.values())

    @cached_property
    def quizzes_by_code(self) -> Mapping[str, tuple[Quiz, ...]]:
        """For each code the quizzes that name it."""
        return grouped(
            (code, quiz) for quiz in self.quizzes.values() for code in dict.fromkeys(quiz.codes)
        )

    @cached_property
    def quizzes_by_family(self) -> Mapping[str, tuple[Quiz, ...]]:
        """For each family the quizzes that name a code of it."""
        return grouped(
            (name, one) for one in self.quizzes.values() for name in self._families_of(one.codes)
        )

    @cached_property
    def edits_by_family(self) -> Mapping[str, tuple[Edit, ...]]:
        """For each family the pairs of two of its own codes."""
        both = (
            (edit, self._families_of((edit.column1, edit.column2)))
            for edit in self.edits.values()
            if edit.column1 in self.codes and edit.column2 in self.codes
        )
        return grouped((families[0], edit) for edit, families in both if len(families) == 1)

    def _families_of(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.codes[code].family for code in codes if code in self.codes))

    @cached_property
    def comparisons_by_code(self) -> Mapping[str, tuple[Comparison, ...]]:
        """For each code the comparisons it stands in."""
        return grouped(
            (code, one) for one in self.comparisons.values() for code in dict.fromkeys(one.codes)
        )


def _with_items(quiz: Quiz, public: Mapping[str, Item]) -> Quiz:
    items = tuple(item for item in quiz.items if item.id in public)
    return quiz if len(items) == len(quiz.items) else quiz.model_copy(update={"items": items})


def _is_public(assignment: Assignment, public: Mapping[str, Item]) -> bool:
    return all(name in public for name in assignment.items) and all(
        draw.held_back == "left-out" for draw in assignment.draw
    )


REGISTERS = tuple(one.name for one in fields(Corpus) if one.name not in ("spots", "overlay"))
"""The names of the registers, in their order."""
