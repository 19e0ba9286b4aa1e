"""Steps toward the answer of a question, for the practice pages."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.facts.lessons import Comparison
from generator.facts.quizzes import Item
from generator.pages.question_view import QuestionView
from generator.questions.assessed_codes import codes_offered
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key
from generator.questions.kinds.registry import kind_of


def hints(corpus: Corpus, question: QuestionView) -> list[str]:
    """Steps toward the answer; the last one, striking an option, is the page's."""
    item = question.item
    asked = corpus.objectives[item.objectives[0]].text
    return [
        f"This question tests whether you can {asked}.",
        *_difference(corpus, item, derive_key(corpus, item)),
    ]


def _difference(corpus: Corpus, item: Item, key: Key) -> Iterator[str]:
    offered = codes_offered(item)

    def shared(entry: Comparison) -> int:
        return len({*offered}.intersection(map(str, entry.codes)))

    fitting = [entry for entry in corpus.comparisons.values() if shared(entry) > 1]
    if fitting:
        best = max(fitting, key=lambda entry: (shared(entry), -len(entry.codes)))
        yield f"Ask yourself: {best.question}"
    taught = [code for code in offered if code in corpus.codes]
    meant = sorted(
        [
            *[code for code in taught if code in key.right][:1],
            *[code for code in taught if code not in key.right][:1],
        ]
    )
    if len(meant) > 1:
        yield " ".join(f"{code}: {corpus.codes[code].meaning.text}" for code in meant)
    elif not fitting:
        yield kind_of(item).hint or (
            f"Check the payer, {corpus.payers[item.payer].name}, and the date of service."
        )
