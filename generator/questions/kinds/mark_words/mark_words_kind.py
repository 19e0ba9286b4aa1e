"""Words of the note on which the code rests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from generator.billing.claim import build_claim
from generator.billing.modifiers import BYPASS_MODIFIERS
from generator.billing.reasons import Billable, Reason
from generator.billing.select_codes import deciding_attributes, select_code
from generator.billing.who_may import conditions_of
from generator.exports.portable_question import NotePiece, WordMarks
from generator.facts.base import MisconceptionId, Model, Slug, Text
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.facts.visits import Service, Visit
from generator.questions.kinds.answers import (
    Answer,
    AnswerView,
    Key,
    OptionView,
    OwnKey,
    UnderivableError,
    asked_service,
    distinct,
    own_key,
    visit_of,
)
from generator.questions.kinds.mark_words.note_spans import NoteSpan, pieces, spans
from generator.questions.kinds.question_kind import (
    NO_RIGHT_OPTION,
    PlainKind,
    SeveralOptions,
    export_choices,
)

OWN_FACTS = ("technique", "purpose", "minutes", "contact", "by", "separate")
PROMPTS = {
    "code": "Mark the words that determine code {code}, not its units.",
    "line": "Mark the words that support the whole {code} line.",
}
RULINGS = {
    "code": ("It does not determine the code.", "It determines the code."),
    "line": ("It does not support the line.", "It supports the line."),
}
"""Auditors say that minutes support a timed code, so 'code' asks for what determines it."""
TIE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CARRIES = {
    "technique": "It describes the service provided.",
    "purpose": "It states the purpose, which determines the code.",
    "minutes": "These minutes are counted toward units.",
    "encounter": "The first encounter and later ones have different codes.",
    "device": "The type of device determines the code.",
    "regions": "The number of regions determines the code.",
    "muscles": "The number of muscles determines the code.",
    "area_cm2": "The wound area determines the code.",
    "data_days": "The number of days with data determines the code.",
    "month_minutes": "The minutes in the month determine the code.",
    "live_contact": "The code requires a live contact in the month.",
    "written_report": "The code requires a written report.",
    "established_patient": "The code requires an established patient.",
    "patient_began": "The code requires that the patient initiated the contact.",
    "related_visit_before": "The code requires that no related visit came shortly before.",
    "visit_followed": "The code requires that no visit results from the contact.",
    "contact": "It shows whether the care was one-on-one.",
    "separate": "It shows that the service was separate from the other one.",
    "by": "It shows who provided the service.",
}


class SpanFeedback(Model):
    """What is said of marked words instead of the general sentence."""

    mistake: MisconceptionId | None = None
    feedback: Text
    key: bool | None = Field(None, description="the author's own cross-check")


class MarkWords(VisitItem):
    """Mark the words on which the code rests.

    In the note `[[words|service.fact]]` ties words to a fact of a service: its technique, purpose,
    minutes, contact, by, separate, or one of its details. `[[words|name]]`, with a name of one's
    own, ties them to nothing.
    """

    kind: Literal["mark-words"]
    about: Slug | None = Field(
        None, description="id of the service asked about; may be left out where there is one"
    )
    asks: Literal["code", "line"] = Field(
        "code", description="'line' asks for the words behind minutes and contact too"
    )
    prompt: Text | None = Field(
        None, description="names the code; made from the key where left out"
    )
    spans: dict[str, SpanFeedback] = Field(
        default_factory=dict, description="feedback by tie, such as 'kneading.purpose'"
    )


@dataclass(frozen=True)
class NoteBody:
    """Paragraphs of the note as pieces, some of which can be marked."""

    paragraphs: tuple[tuple[NoteSpan, ...], ...]


class MarkWordsKind(SeveralOptions, PlainKind[MarkWords]):
    """Words tied to the facts behind the code, and no others."""

    name = "mark-words"
    label = "Mark the words"
    objective = "read-the-note"
    own_text = True
    model = MarkWords
    hint = (
        "Mark what was done, what it was for, and who was with the patient, each only where "
        "another word in its place would give another code. Minutes make units and choose no "
        "timed code."
    )
    fixed_order = True
    response_text = "each piece of the note, such as `kneading.technique`"
    answers_at = "note"
    part = "note"
    template = "mark_words/mark_words.jinja"

    def derive(self, corpus: Corpus, item: MarkWords) -> Key:
        """The words tied to the facts on which the code rests."""
        visit = visit_of(item)
        service = asked_service(visit, item.about)
        code, reasons = _code_of(corpus, visit, service)
        tied = spans(item.note)
        for span in tied:
            _refuse_dead_tie(visit, span)
        ties = {span.tie for span in tied}
        for tie in item.spans:
            if tie not in ties:
                raise UnderivableError(
                    f"'spans' speaks of '{tie}', to which the note ties no words; write"
                    f" [[words|{tie}]] or remove it",
                    "spans",
                    tie,
                )
        wanted = {f"{service.id}.{fact}" for fact in _facts(corpus, item, visit, service, code)}
        return Key(
            frozenset({span.id for span in tied if span.tie in wanted} | wanted - ties), reasons
        )

    def answers(self, item: MarkWords) -> tuple[Answer, ...]:
        """The ties that have feedback of their own."""
        return tuple(
            Answer(tie, ("spans", tie), mistake=span.mistake) for tie, span in item.spans.items()
        )

    def own_keys(self, item: MarkWords) -> tuple[OwnKey, ...]:
        """The `key` of each tie."""
        return tuple(own_key(tie, ("spans", tie), span.key) for tie, span in item.spans.items())

    def unanswerable(self, item: MarkWords, key: Key) -> tuple[str, str] | None:
        """Facts that carry the code and to which no words are tied."""
        absent = " and ".join(sorted(key.right - {span.id for span in spans(item.note)}))
        if absent:
            return "note", (
                f"The code rests on {absent}, to which the note ties no words; write [[words|fact]]"
                " around them."
            )
        return None if key.right else ("note", NO_RIGHT_OPTION)

    def view(self, corpus: Corpus, item: MarkWords, key: Key) -> AnswerView[NoteBody]:
        """The note, its tied words to be marked."""
        visit = visit_of(item)
        code, _ = _code_of(corpus, visit, asked_service(visit, item.about))
        service = min(key.right).partition(".")[0]
        timed = corpus.codes[code].unit.kind == "timed"
        options = tuple(_option(item, span, key, (service, timed)) for span in spans(item.note))
        prompt = item.prompt or PROMPTS[item.asks].format(code=code)
        plain = "".join(piece.text for piece in pieces(item.note))
        return AnswerView(options, NoteBody(_paragraphs(item.note)), prompt=prompt, note=plain)

    def response(self, item: MarkWords, view: AnswerView[NoteBody]) -> WordMarks:
        """The note without line breaks, blanks at both ends of a piece retained."""
        paragraphs = tuple(
            tuple(NotePiece(span.text.replace("\n", " "), span.id or None) for span in paragraph)
            for paragraph in view.body.paragraphs
        )
        return WordMarks(export_choices(view), paragraphs)


def _code_of(corpus: Corpus, visit: Visit, service: Service) -> tuple[str, tuple[Reason, ...]]:
    outcome = select_code(corpus, visit, service)
    if not isinstance(outcome, Billable) or len(outcome.codes) > 1 or service.technique is None:
        text = (
            f"service '{service.id}' has no one code that words could support"
            f" ({outcome.reasons[-1].text.rstrip('.')})"
        )
        raise UnderivableError(text, "visit", "services", visit.services.index(service))
    return outcome.codes[0], distinct(outcome.reasons)


def _facts(
    corpus: Corpus, item: MarkWords, visit: Visit, service: Service, code: str
) -> Iterator[str]:
    """What carries the code."""
    yield "technique"
    conditions = (entry.attribute for entry in conditions_of(corpus, code))
    for fact in (*deciding_attributes(corpus, service), *conditions):
        if _value(service, fact) is not None:
            yield fact
    if item.asks == "code":
        return
    unit = corpus.codes[code].unit
    if unit.kind == "timed":
        yield "minutes"
    if unit.measure:
        yield unit.measure.of
    if any(span.fact == (service.id, "contact") for span in spans(item.note)):
        yield "contact"
    if service.separate and any(
        line.code == code and set(line.modifiers) & set(BYPASS_MODIFIERS)
        for line in build_claim(corpus, visit).lines
    ):
        yield "separate"


def _value(service: Service, fact: str) -> object:
    if fact in OWN_FACTS:
        return getattr(service, fact)
    return next((value for name, value in service.details.items() if name == fact), None)


def _refuse_dead_tie(visit: Visit, span: NoteSpan) -> None:
    if span.fact is None:
        if not TIE_NAME.fullmatch(span.tie):
            raise UnderivableError(
                f"'{span.tie}' ties '{span.text}' to nothing and is no name; write small letters"
                " and hyphens",
                "note",
            )
        return
    name, fact = span.fact
    service = next((service for service in visit.services if service.id == name), None)
    if service is None:
        raise UnderivableError(
            f"'{span.tie}' names no service of the visit; write service.fact", "note"
        )
    value = _value(service, fact)
    if value is None or (value is False and fact in OWN_FACTS):
        raise UnderivableError(
            f"service '{name}' has no '{fact}', to which the note ties '{span.text}'; add it to the"
            " visit",
            "note",
        )


def _option(item: MarkWords, span: NoteSpan, key: Key, asked: tuple[str, bool]) -> OptionView:
    own = item.spans.get(span.tie)
    right = span.id in key.right
    return OptionView(
        span.id,
        None,
        span.text,
        right,
        own.feedback if own else _feedback(span, right, *asked),
        own.mistake if own else None,
        ruling=RULINGS[item.asks][right],
    )


def _feedback(span: NoteSpan, right: bool, service: str, timed: bool) -> str:
    if span.fact is None:
        return "It is background for this service."
    name, fact = span.fact
    if right and fact == "minutes" and not timed:
        return "The total minutes determine the code."
    if right:
        return CARRIES.get(fact, "The code depends on this.")
    if name == service:
        return "The claim needs it, but it does not determine the code."
    return "This belongs to another service of the visit."


def _paragraphs(note: str) -> tuple[tuple[NoteSpan, ...], ...]:
    found: list[list[NoteSpan]] = [[]]
    for piece in pieces(note):
        first, *others = [piece.text] if piece.tie else re.split(r"\n+", piece.text)
        found[-1].append(NoteSpan(first, piece.tie, piece.id))
        found += [[NoteSpan(other)] for other in others]
    return tuple(map(tuple, found))
