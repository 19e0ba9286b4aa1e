"""Slots of statements name what they mean; a place in a list is nobody's name."""

from generator.checks.item_checks import spot_of
from generator.facts.corpus import Corpus
from generator.findings import Problems, listed
from generator.questions.kinds.choose_all.statement_facts import Holds, places_in_lists


def slots_by_place(corpus: Corpus) -> Problems:
    """Slots that lead into a list by a number, which another entry may have tomorrow."""
    for item in corpus.items.values():
        for index, option in enumerate(item.choices):
            holds = getattr(option, "holds", None)
            if not isinstance(holds, Holds):
                continue
            for step, names in places_in_lists(corpus, holds, item.date):
                remedy = f"name it by id: {listed(names, 'or')}" if names else "give it an id first"
                sentence = (
                    f"'{step}' in '{holds.slot}' is a place in a list of {holds.fact}, which"
                    f" changes with the list; {remedy}."
                )
                yield spot_of(corpus, item, "options", index, "holds", "slot"), sentence
