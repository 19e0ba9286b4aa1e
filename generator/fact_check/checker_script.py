"""The facts of the checker's page as a script, which a site opened from a folder can load too."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.fact_check.knowledge import knowledge_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz
from generator.pages.site_paths import address_of, page_of
from generator.questions.keys import mistakes

SCRIPT = "assets/claims.js"


def claims_script(corpus: Corpus) -> bytes:
    """The script's bytes: one assignment of JSON."""
    table = json.dumps(claims_table(corpus), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.rightcodeClaims={table};\n".encode()


def claims_table(corpus: Corpus) -> dict[str, Any]:
    """What the checker knows on the day the rules were last judged, and where it is taught."""
    knowledge = knowledge_of(corpus, corpus.judged_on)
    return {"knowledge": knowledge, "teaching": _teaching(corpus, set(_strings(knowledge)))}


def _strings(value: object) -> Iterator[str]:
    """Every string of a table, among them the names of the sources that a finding may give."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _teaching(corpus: Corpus, named: set[str]) -> dict[str, Any]:
    quizzes = {name: (quiz, mistakes(quiz)) for name, quiz in corpus.quizzes.items()}
    return {
        "myths": {
            name: _myth(corpus, name, [quiz for quiz, made in quizzes.values() if name in made])
            for name in corpus.misconceptions
        },
        "confusions": _confusions(corpus),
        "quizzes": {
            code: _quiz(quiz)
            for quiz in reversed([*corpus.quizzes.values()])
            for code in quiz.codes
        },
        "sources": {
            name: f"{source.publisher}: {source.title}"
            for name, source in corpus.sources.items()
            if name in named
        },
    }


def _myth(corpus: Corpus, name: str, quizzes: list[Quiz]) -> dict[str, Any]:
    target, _, anchor = page_of(corpus, "misconceptions", name).partition("#")
    address = f"{address_of(target)}/{f'#{anchor}' if anchor else ''}"
    return {
        "title": corpus.misconceptions[name].title,
        "address": address,
        "quiz": _quiz(quizzes[0]) if quizzes else None,
    }


def _quiz(quiz: Quiz) -> dict[str, str]:
    return {"title": quiz.title, "address": f"practice/{quiz.id}/"}


def _confusions(corpus: Corpus) -> dict[str, str]:
    found: dict[str, Counter[str]] = {}
    for claim in corpus.claims.values():
        for code in claim.about if claim.misconception and claim.right_code else ():
            if code != claim.right_code:
                found.setdefault(f"{code} {claim.right_code}", Counter())[
                    str(claim.misconception)
                ] += 1
    return {codes: counted.most_common(1)[0][0] for codes, counted in found.items()}
