"""The codes that a question is about."""

from generator.facts.corpus import Corpus
from generator.facts.quizzes import CodeOption, Item
from generator.questions.kinds.answers import Key


def assessed_codes(corpus: Corpus, item: Item, key: Key) -> list[str]:
    """The right codes; where none is right, those of the facts it rests on."""
    right = [code for code in codes_offered(item) if code in key.right]
    named = [fact.partition("/")[2] for fact in item.rests_on if fact.startswith("codes/")]
    return sorted({code for code in right or named if code in corpus.codes})


def codes_offered(item: Item) -> list[str]:
    """The codes among its options; none where it has no options."""
    return [str(option.code) for option in item.choices if isinstance(option, CodeOption)]
