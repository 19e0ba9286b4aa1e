"""How quickly visits are coded and variants made, on the real facts and templates."""

import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from generator.authoring.loader import load
from generator.billing.claim import build_claim
from generator.build.content_files import read_files
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from generator.questions.kinds.answers import visit_of
from generator.questions.variants.expansion import variants
from generator.questions.variants.variant_space import space_of

ROOT = Path(__file__).parents[1]
EACH, ROUNDS, SEED = 100, 3, 1


def run(each: int = EACH, rounds: int = ROUNDS) -> None:
    """Print the number of variants, and the best rate of visits coded and variants made."""
    corpus = load(read_files(ROOT)).corpus
    spaces = {name: space_of(corpus, template) for name, template in corpus.templates.items()}
    print(
        f"Variants: {len(spaces)} templates, {sum(space.cases for space in spaces.values()):,}"
        " cases that differ in what decides"
    )
    print(
        f"{'template':<24} {'cases':>10} {'with wording, person and date':>30}"
        f" {'variants a second':>18}"
    )
    for name, space in spaces.items():
        seconds = _best(lambda name=name: _expand(corpus, name, each), rounds)
        print(
            f"{name:<24} {space.cases:>10,} {space.count:>30,} {each / seconds:>18,.0f}", flush=True
        )
    everything = _best(lambda: [_expand(corpus, name, each) for name in spaces], rounds)
    visits = _visits(corpus, each)
    coded = _best(lambda: [build_claim(corpus, visit) for visit in visits], rounds)
    print(
        f"{len(spaces) * each / everything:,.0f} variants a second, keyed and proved;"
        f" {len(visits) / coded:,.0f} visits coded a second"
    )


def _expand(corpus: Corpus, name: str, each: int) -> list[Visit]:
    return [
        visit_of(item) for _, item in islice(variants(corpus, corpus.templates[name], SEED), each)
    ]


def _visits(corpus: Corpus, each: int) -> list[Visit]:
    return [visit for name in corpus.templates for visit in _expand(corpus, name, each)]


def _best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the quickest round: the others were disturbed."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


if __name__ == "__main__":
    run()
