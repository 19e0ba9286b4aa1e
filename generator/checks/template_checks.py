"""Templates name choices that exist, and every variant examined has exactly one best answer."""

from generator.facts.corpus import Corpus
from generator.facts.question_templates import FromPool, Span, Template, Written
from generator.findings import Problems, Spot
from generator.questions.variants.expansion import SAMPLE, pool_of
from generator.questions.variants.scenario import UnsoundVariantError
from generator.questions.variants.variant_space import space_of

SEED = 1


def unknown_choices(corpus: Corpus) -> Problems:
    """Draws and choices that a mistake or a service names and that do not exist."""
    for name, template in corpus.templates.items():
        spot = corpus.spot("templates", name)
        for place, mistake in enumerate(template.mistakes):
            for draw, wanted in mistake.when.items():
                known = _choice_ids(corpus, template, draw)
                absent = [choice for choice in wanted if choice not in known]
                if absent:
                    sentence = (
                        f"No choice of the draw '{draw}' has the id '{absent[0]}'; name one that"
                        " has."
                    )
                    yield spot / "mistakes" / place / "when" / draw, sentence
        for place, service in enumerate(template.visit.services):
            for draw in (service.draw,) if isinstance(service.draw, str) else service.draw:
                if draw not in template.draws or isinstance(template.draws[draw], Span):
                    sentence = f"'{draw}' is no list of choices among the draws; name one."
                    yield spot / "visit" / "services" / place / "draw", sentence


def unsound_templates(corpus: Corpus) -> Problems:
    """The first variant without exactly one best answer, of a sample or of those on the site."""
    broken = {spot.path for spot, _ in unknown_choices(corpus)}
    for name, template in corpus.templates.items():
        spot = corpus.spot("templates", name)
        seed, size = _looked_at(corpus, name)
        try:
            if spot.path not in broken:
                pool_of(corpus, template, seed, size)
        except UnsoundVariantError as flaw:
            sentence = (
                f"Variant {flaw.number} (seed {seed}) is no question with one best answer: {flaw}."
            )
            yield Spot(spot.path, spot.keys + flaw.keys), sentence


def dry_pools(corpus: Corpus) -> Problems:
    """Templates of which more variants are asked for than there are."""
    for holder in corpus.variants.values():
        for place, written in enumerate(holder.written):
            count = space_of(corpus, corpus.templates[written.template]).count
            if count < written.pool:
                spot = corpus.spot("variants", "site") / "written" / place / "pool"
                sentence = (
                    f"'{written.template}' has {count} variants, fewer than {written.pool}; ask for"
                    " fewer or widen its draws."
                )
                yield spot, sentence


def _looked_at(corpus: Corpus, name: str) -> tuple[int, int]:
    """Seed and number of variants: those of the site, or a sample where it carries none."""
    wanted: list[tuple[int, Written]] = [
        (holder.seed, written) for holder in corpus.variants.values() for written in holder.written
    ]
    return next(
        ((seed, written.pool) for seed, written in wanted if written.template == name),
        (SEED, SAMPLE),
    )


def _choice_ids(corpus: Corpus, template: Template, draw: str) -> set[str | None]:
    found = template.draws.get(draw, ())
    if isinstance(found, Span):
        return set()
    return {
        choice.id for choice in (corpus.pools[found.pool] if isinstance(found, FromPool) else found)
    }
