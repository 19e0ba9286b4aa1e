"""A variant is proved like an authored item.

Its key follows from the facts, is offered, and is one.
"""

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key, UnderivableError
from generator.questions.kinds.registry import kind_of
from generator.questions.variants.scenario import UnsoundVariantError


def check_variant(corpus: Corpus, item: Item) -> Key:
    """The key.

    Raises `Unsound` where there is none, more than one best answer, or one that cannot be given.

    Where units tie, the equally right claims are one answer: any of them is accepted.
    """
    try:
        key = derive_key(corpus, item)
    except UnderivableError as problem:
        raise UnsoundVariantError(f"its key cannot be derived: {problem}", "visit") from problem
    kind = kind_of(item)
    obstacle = kind.unanswerable(item, key)
    if obstacle:
        raise UnsoundVariantError(f"its right answer cannot be given: {obstacle[1]}", "mistakes")
    if kind.mislabelled(item, key):
        raise UnsoundVariantError("a mistake is said to lead to the right answer", "mistakes")
    if kind.form == "one" and len(key.right) != 1:
        raise UnsoundVariantError(
            f"the facts leave {len(key.right)} best answers ({' and '.join(sorted(key.right))})",
            "visit",
        )
    if any(reason.confidence == "low" for reason in key.reasons):
        raise UnsoundVariantError("the key rests on a fact of confidence low", "visit")
    return key
