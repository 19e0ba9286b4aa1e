"""What the engine needs of measured codes to count them."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.findings import Spot


def add_ons_of_another_measure(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Add-ons not measured as their base is: what lies beyond it could not be counted."""
    for name, code in corpus.codes.items():
        measure, add_on = code.unit.measure, code.unit.add_on
        if measure and add_on:
            further = corpus.codes[add_on].unit.measure if add_on in corpus.codes else None
            if further is None or further.of != measure.of:
                sentence = (
                    f"{name} is measured by {measure.of}, and its add-on {add_on} is not; give"
                    f" {add_on} a file with a 'measure' of {measure.of}."
                )
                yield corpus.spot("codes", name) / "unit" / "add_on", sentence
