"""What a quiz says of itself, and questions that it asks twice."""

import re

from generator.checks.figures.numbers import NUMBER, number_of
from generator.checks.item_checks import spot_of
from generator.checks.writing.question_slips import CODE, codes_of_techniques
from generator.facts.corpus import Corpus
from generator.findings import Problems, counted

BEGINNING = re.compile(rf"(?P<n>{NUMBER}) +(?!minutes?\b|units?\b|codes?\b)", re.IGNORECASE)
"""A number that a summary begins with: 'Twelve notes'; 'One of each' counts nothing."""


def miscounted_summaries(corpus: Corpus) -> Problems:
    """Summaries that begin with another number than that of the quiz's questions."""
    for name, quiz in corpus.quizzes.items():
        found = BEGINNING.match(quiz.summary)
        if found and number_of(found["n"]) not in (1, len(quiz.items)):
            sentence = (
                f"The summary says {found['n']}, and the quiz has"
                f" {counted(len(quiz.items), 'question')}; correct the number or leave it out."
            )
            yield corpus.spot("quizzes", name) / "summary", sentence


def repeated_questions(corpus: Corpus) -> Problems:
    """Questions about no visit that ask what an earlier one asks, with the same statements."""
    seen: dict[object, str] = {}
    for name, item in corpus.items.items():
        if all(hasattr(option, "holds") for option in item.choices) and item.choices:
            texts = frozenset(str(getattr(option, "text", "")).lower() for option in item.choices)
            first = seen.setdefault((item.prompt, texts), name)
            if first != name:
                sentence = (
                    f"'{first}' has the same prompt and the same statements; ask something else, or"
                    " remove one of the two."
                )
                yield spot_of(corpus, item, "id"), sentence


def codes_without_a_question(corpus: Corpus) -> Problems:
    """Codes on whose pages a quiz is offered, and of which none of its questions tells."""
    for name, quiz in corpus.quizzes.items():
        about = set(CODE.findall(repr(quiz.items)))
        for entry in quiz.items:
            about.update(codes_of_techniques(corpus, entry))
        for index, code in enumerate(quiz.codes):
            if code not in about:
                sentence = (
                    f"No question of this quiz is about {code}, on whose page it is offered;"
                    " remove it, or write one."
                )
                yield corpus.spot("quizzes", name) / "codes" / index, sentence
