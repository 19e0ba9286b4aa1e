"""What the engine needs of measured codes to count them."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.findings import Spot


def add_ons_of_another_measure(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """The add-on of a measured code is measured by the same thing, or what lies beyond the base could not be counted."""
    for name, code in corpus.codes.items():
        measure, add_on = code.unit.measure, code.unit.add_on
        if measure is None or add_on is None:
            continue
        further = corpus.codes[add_on].unit.measure if add_on in corpus.codes else None
        if further is None or further.of != measure.of:
            said = (
                f"{name} is measured by {measure.of}, and its add-on {add_on} is not; give {add_on}"
                f" a file with a 'measure' of {measure.of}."
            )
            yield corpus.spot("codes", name) / "unit" / "add_on", said
