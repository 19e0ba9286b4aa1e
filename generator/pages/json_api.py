"""What programs read: a JSON file for each code, and llms.txt."""

from collections.abc import Collection, Iterator
from typing import Any

from pydantic import BaseModel

from generator.facts.base import Sourced, SourceId
from generator.facts.clinics import AppliedOverlay
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.pages.lesson_pages import lessons_of
from generator.pages.quiz_pages import in_order

NOTICE = (
    "CPT is a registered trademark of the American Medical Association. Codes are shown bare;"
    " meanings are RightCode's own words. Not legal, coding or billing advice."
)
LLMS_HEAD = f"""# RightCode

> Sourced, dated facts about US therapy billing codes, scenario quizzes, and corrections of wrong\
 statements in print.

{NOTICE}
Every fact has a source and an as-of date, and Medicare's rules are not every payer's: check both\
 before use."""


def code_json(corpus: Corpus, code: Code) -> dict[str, object]:
    """The code's facts, its NCCI edits, and every source they name, whole."""
    edits = corpus.edits_by_code.get(code.code, ())
    overridden: list[dict[str, Any]] = []
    if corpus.overlay:
        names = {f"edits/{name}" for name, edit in corpus.edits.items() if edit in edits}
        overridden = _overridden(corpus.overlay, {f"codes/{code.code}", *names})
    used = {str(name) for thing in (code, *edits) for name in _sources(thing)}
    used |= {name for entry in overridden for name in entry["ours"]["sources"]}
    return {
        "notice": NOTICE,
        **_plain(code),
        "pairs": [_plain(edit) for edit in edits],
        **({"overridden": overridden} if overridden else {}),
        "sources": {name: _plain(corpus.sources[name]) for name in sorted(used)},
    }


def _overridden(overlay: AppliedOverlay, names: Collection[str]) -> list[dict[str, Any]]:
    return [
        {
            "theirs": _plain(fact.theirs),
            "ours": _plain(fact.ours.ours),
            "reason": fact.ours.reason,
            "says": fact.ours.says,
        }
        for fact in overlay.overridden
        if fact.reference in names
    ]


def llms_text(corpus: Corpus) -> str:
    """A map of the site for language models, as llmstxt.org describes it."""
    sections = {
        "Codes": (
            (f"{code.code} {code.plain_name}", f"codes/{code.code}.json", code.meaning.text)
            for code in corpus.codes.values()
        ),
        "Lessons": (
            (lesson.title, f"learn/{lesson.id}/", lesson.summary)
            for lesson in lessons_of(corpus, "learn")
        ),
        "Rules": (
            (rule.title, f"learn/rules/{rule.id}/", rule.summary) for rule in corpus.rules.values()
        ),
        "Myths": (
            (myth.title, f"myths/{myth.id}/", myth.truth)
            for myth in corpus.misconceptions.values()
            if myth.page
        ),
        "Quizzes": (
            (quiz.title, f"practice/{quiz.id}/", quiz.summary) for quiz in in_order(corpus)
        ),
    }
    lines = [LLMS_HEAD]
    for title, entries in sections.items():
        lines.append(f"\n## {title}\n")
        lines += [f"- [{name}]({address}): {text}" for name, address, text in entries]
    return "\n".join((*lines, ""))


def _plain(thing: BaseModel) -> dict[str, Any]:
    return thing.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude={"overridden"}
    )


def _sources(value: object) -> Iterator[SourceId]:
    if isinstance(value, Sourced):
        yield from value.sources
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _sources(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from _sources(entry)
