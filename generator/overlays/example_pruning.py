"""The worked examples of a rule that are whole without what is hidden."""

import re
from collections.abc import Iterator

from generator.billing.claim import build_claim
from generator.facts.base import PayerId
from generator.facts.corpus import Corpus
from generator.facts.rule_examples import Example, ReductionExample, VisitExample
from generator.facts.visits import Visit
from generator.overlays.hidden_names import HiddenNames

CODE = re.compile(r"\b(?:\d{5}|[A-Z]\d{4})\b")


def shown_examples(corpus: Corpus, rule: str, hidden: HiddenNames) -> tuple[Example, ...]:
    """A visit shown for several payers may lose some of them."""
    return tuple(
        example
        for example in _for_shown_payers(corpus.rules[rule].examples, hidden)
        if not hidden.mentioned(example)
        and not hidden.in_words(example)
        and not _bills_hidden(corpus, example, hidden)
    )


def _for_shown_payers(examples: tuple[Example, ...], hidden: HiddenNames) -> Iterator[Example]:
    for example in examples:
        if not isinstance(example, VisitExample):
            yield example
        elif payers := tuple(
            payer for payer in example.payers if not hidden.reference(PayerId(payer))
        ):
            yield example.model_copy(update={"payers": payers})


def _bills_hidden(corpus: Corpus, example: Example, hidden: HiddenNames) -> bool:
    """Whether the answer to an example, by all the facts, names a hidden code."""
    match example:
        case VisitExample():
            payers = example.payers
        case ReductionExample():
            payers = (example.payer,)
        case _:
            return False
    facts = {name: getattr(example.visit, name) for name in type(example.visit).model_fields}
    claims = (
        build_claim(corpus, Visit(date=example.date, payer=payer, **facts)) for payer in payers
    )
    return any(hidden.code(code) for claim in claims for code in CODE.findall(repr(claim)))
