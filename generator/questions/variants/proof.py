"""A variant is proved like an authored item.

Its key follows from the facts, is offered, and is one.
"""

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.keys import Key, Underivable, absent, blamed, derive_key
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from generator.questions.kinds.claim.claim_model import FillClaim
from generator.questions.variants.scenario import Unsound


def prove(corpus: Corpus, item: Item) -> Key:
    """The key.

    Raises `Unsound` where there is none, more than one best answer, or one that cannot be given.

    Where units tie, the equally right claims are one answer: any of them is accepted.
    """
    try:
        key = derive_key(corpus, item)
    except Underivable as problem:
        raise Unsound(f"its key cannot be derived: {problem}", "visit") from problem
    lacking = absent(item, key)
    if lacking:
        raise Unsound(
            f"the right answer needs {' and '.join(lacking)}, which is not on offer", "mistakes"
        )
    if blamed(item, key):
        raise Unsound("a mistake is said to lead to the right answer", "mistakes")
    if isinstance(item, ChooseCode) and len(key.right) != 1:
        raise Unsound(
            f"the facts leave {len(key.right)} best answers ({' and '.join(sorted(key.right))})",
            "visit",
        )
    if isinstance(item, FillClaim) and max(map(len, key.ways)) > item.lines:
        raise Unsound("the form has fewer lines than a right claim", "visit")
    if any(reason.confidence == "low" for reason in key.reasons):
        raise Unsound("the key rests on a fact of confidence low", "visit")
    return key
