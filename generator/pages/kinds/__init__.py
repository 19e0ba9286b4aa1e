"""What a kind of question shows beyond plain options: one file for each kind."""

from collections.abc import Callable, Mapping

from generator.corpus import Corpus
from generator.keys import Key
from generator.model.item import Item
from generator.pages.kinds import changes, claim, mark_words, spot_the_error, units, what_is_missing
from generator.pages.kinds.shown import Shown

Show = Callable[[Corpus, Item, Key], Shown]

KINDS: Mapping[str, Show] = {
    "units": units.show,
    "claim": claim.show,
    "spot-the-error": spot_the_error.show,
    "what-is-missing": what_is_missing.show,
    "mark-words": mark_words.show,
    "other-payer": changes.show,
    "other-date": changes.show,
}
