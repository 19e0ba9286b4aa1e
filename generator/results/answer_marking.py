"""The current keys of questions, for scoring; and the keys file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from generator.facts.corpus import Corpus
from generator.pages.question_view import QuestionView, question_views
from generator.questions.kinds.marking import MarkedOption, Marking

KEYS_FORMAT = "rightcode-keys"


def markings(corpus: Corpus, ids: Iterable[str]) -> dict[str, Marking]:
    """The marking of every question named; those that are gone are left out."""
    known = [corpus.items[name] for name in dict.fromkeys(ids) if name in corpus.items]
    return {item.id: marking_of(question_views(corpus, (item,))[0]) for item in known}


def marking_of(view: QuestionView) -> Marking:
    """The marking of a question as it is shown."""
    item = view.item
    options = tuple(
        MarkedOption(option.id, option.name, option.right, option.free) for option in view.options
    )
    return Marking(
        item.id, item.version, view.digest, item.kind, item.title, options, view.answers.ways
    )


def keys_json(found: Mapping[str, Marking], as_of: str) -> bytes:
    """The keys as a file that the gradebook page opens: for questions that are not on the site."""
    items = [asdict(marking) for _, marking in sorted(found.items())]
    return (
        json.dumps(
            {"format": KEYS_FORMAT, "version": 1, "as_of": as_of, "items": items},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    ).encode()
