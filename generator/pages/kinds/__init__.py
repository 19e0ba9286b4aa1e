"""What a kind of question shows beyond plain options: one file for each kind."""

from collections.abc import Callable, Mapping

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.pages.kinds import (
    changed_claim_page,
    claim_page,
    mark_words_page,
    spot_the_error_page,
    units_page,
    what_is_missing_page,
)
from generator.pages.kinds.shown_answer import Shown
from generator.questions.keys import Key

Show = Callable[[Corpus, Item, Key], Shown]

KINDS: Mapping[str, Show] = {
    "units": units_page.show,
    "claim": claim_page.show,
    "spot-the-error": spot_the_error_page.show,
    "what-is-missing": what_is_missing_page.show,
    "mark-words": mark_words_page.show,
    "other-payer": changed_claim_page.show,
    "other-date": changed_claim_page.show,
}
