"""Sentences whose figures the facts contradict."""

from generator.authoring.lesson_files import CITATION
from generator.checks.figures.sentences import Sentence
from generator.checks.figures.stated import stated_figures
from generator.checks.figures.statements import misstated
from generator.facts.corpus import Corpus
from generator.findings import Problems, Spot

FEW = 4


def figures_beyond_facts(corpus: Corpus) -> Problems:
    """Figures in prose that the facts do not have: units a day, minutes, dollars, indicators."""
    for figure in stated_figures(corpus):
        if not figure.agrees:
            known = " or ".join(sorted(map(written, figure.values)))
            known = known if len(figure.values) <= FEW else "never that"
            part = excerpt(figure.sentence, figure.at)
            sentence = (
                f"'{part}' says {figure.text}; '{figure.slot}' of {figure.fact} is"
                f" {known}; correct the sentence or the fact."
            )
            yield spot_in(figure.sentence, figure.at), sentence


def misstated_statements(corpus: Corpus) -> Problems:
    """Statements to choose from whose words name another figure than the one compared."""
    for name, item in corpus.items.items():
        spot = corpus.spot("items", name)
        for index, field, sentence in misstated(corpus, item):
            yield Spot(spot.path, (*spot.keys, "options", index, field)), sentence


def spot_in(sentence: Sentence, at: int) -> Spot:
    """The place of a sentence's figure: in Markdown its own line, in YAML that of its text."""
    spot = sentence.spot
    return spot / at if spot.keys[-1:] == ("body",) else spot


def excerpt(sentence: Sentence, figure: int) -> str:
    """A sentence, of a long one the part around its figure."""
    text, at = sentence.text, figure - sentence.start
    start, end = max(0, at - 70), min(len(text), at + 70)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    cut = text[start:end].rpartition(" ")[0] if end < len(text) else text[start:]
    cut = CITATION.sub("", cut)
    return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"


def written(value: float | str) -> str:
    """A figure as prose writes it."""
    return value if isinstance(value, str) else f"{value:,g}" if value % 1 == 0 else str(value)
