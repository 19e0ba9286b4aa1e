"""What programs read: a JSON file for each code, and llms.txt."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from generator.facts.base import Sourced, SourceId
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.pages.lesson_pages import lessons_of
from generator.pages.quiz_pages import in_order

NOTICE = (
    "CPT is a registered trademark of the American Medical Association. Codes are shown bare;"
    " meanings are RightCode's own words. Not legal, coding or billing advice."
)


def code_json(corpus: Corpus, code: Code) -> dict[str, object]:
    """The code's facts, the pairs it stands in, and every source they name, whole."""
    pairs = corpus.edits_by_code.get(code.code, ())
    told = _overridden(
        corpus,
        (
            {
                f"codes/{code.code}",
                *(f"edits/{name}" for name, edit in corpus.edits.items() if edit in pairs),
            }
            if corpus.overlay
            else ()
        ),
    )
    used = sorted(
        {str(name) for thing in (code, *pairs) for name in _sources(thing)}
        | {name for entry in told for name in entry["ours"]["sources"]}
    )
    return {
        "notice": NOTICE,
        **_plain(code),
        "pairs": [_plain(edit) for edit in pairs],
        **({"overridden": told} if told else {}),
        "sources": {name: _plain(corpus.sources[name]) for name in used},
    }


def _overridden(corpus: Corpus, names: Iterable[str]) -> list[dict[str, object]]:
    """Where a clinic says otherwise.

    Ours in full, theirs where it stands, the reason and who gives it.
    """
    laid = corpus.overlay.overridden if corpus.overlay else ()
    return [
        {
            "theirs": _plain(fact),
            "ours": _plain(fact.overridden.ours),
            "reason": fact.overridden.reason,
            "says": fact.overridden.says,
        }
        for reference, fact in laid
        if reference in names
    ]


def llms_text(corpus: Corpus) -> str:
    """A map of the site for language models, as llmstxt.org describes it."""
    return "\n".join(
        (
            "# RightCode",
            "",
            (
                "> Sourced, dated facts about US therapy billing codes, scenario quizzes, and"
                " corrections of wrong statements in print."
            ),
            "",
            NOTICE,
            (
                "Every fact has a source and an as-of date, and Medicare's rules are not every"
                " payer's: check both before use."
            ),
            *_section(
                "Codes",
                (
                    (f"{code.code} {code.plain_name}", f"codes/{code.code}.json", code.meaning.text)
                    for code in corpus.codes.values()
                ),
            ),
            *_section(
                "Lessons",
                (
                    (entry.title, f"learn/{entry.id}/", entry.summary)
                    for entry in lessons_of(corpus, "learn")
                ),
            ),
            *_section(
                "Rules",
                (
                    (rule.title, f"learn/rules/{rule.id}/", rule.summary)
                    for rule in corpus.rules.values()
                ),
            ),
            *_section(
                "Myths",
                (
                    (myth.title, f"myths/{myth.id}/", myth.truth)
                    for myth in corpus.misconceptions.values()
                    if myth.page
                ),
            ),
            *_section(
                "Quizzes",
                ((quiz.title, f"practise/{quiz.id}/", quiz.summary) for quiz in in_order(corpus)),
            ),
            "",
        )
    )


def _section(title: str, entries: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    yield f"\n## {title}\n"
    for name, address, text in entries:
        yield f"- [{name}]({address}): {text}"


def _plain(thing: BaseModel) -> dict[str, object]:
    return thing.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude={"overridden"}
    )


def _sources(value: object) -> Iterator[SourceId]:
    if isinstance(value, Sourced):
        yield from value.sources
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _sources(getattr(value, name))
    elif isinstance(value, tuple):
        for entry in value:
            yield from _sources(entry)
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _sources(entry)
