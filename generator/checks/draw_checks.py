"""Templates, assignments and tracks draw from what there is; what is held back stays so."""

from collections.abc import Iterator, Sequence

from generator.authoring.lesson_files import shortcodes, target_of
from generator.facts.assignments import Draw
from generator.facts.corpus import Corpus
from generator.facts.question_templates import FromPool, Span, Template, Written
from generator.findings import Problems, Spot
from generator.questions.assignment_draw import fitting_items, lacking
from generator.questions.track_courses import ROUNDS, Course, Pool, courses
from generator.questions.variants.expansion import SAMPLE, pool_of
from generator.questions.variants.scenario import UnknownMistakeError, UnsoundVariantError
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
        seed, size = looked_at(corpus, name)
        try:
            if spot.path not in broken:
                pool_of(corpus, template, seed, size)
        except UnsoundVariantError as flaw:
            problem = f"Variant {flaw.number} (seed {seed}) is no question with one best answer"
            text = f"{flaw}."
            unknown = isinstance(flaw, UnknownMistakeError)
            sentence = f"{text[:1].upper()}{text[1:]}" if unknown else f"{problem}: {text}"
            yield Spot(spot.path, spot.keys + flaw.keys), sentence


def dry_pools(corpus: Corpus) -> Problems:
    """Templates of which more variants are asked for than there are."""
    for name, holder in corpus.variants.items():
        for place, written in enumerate(holder.written):
            count = space_of(corpus, corpus.templates[written.template]).count
            if count < written.pool:
                spot = corpus.spot("variants", name) / "written" / place / "pool"
                sentence = (
                    f"'{written.template}' has {count} variants, fewer than {written.pool}; ask for"
                    " fewer or widen its draws."
                )
                yield spot, sentence


def looked_at(corpus: Corpus, name: str) -> tuple[int, int]:
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


def draws_too_large(corpus: Corpus) -> Problems:
    """Draws that ask for more questions than fit."""
    for name, assignment in corpus.assignments.items():
        for place, found in lacking(corpus, assignment):
            sentence = (
                f"{assignment.draw[place].count} questions are to be drawn and {found} fit that are"
                " not taken already; ask for fewer, or make the rule wider."
            )
            yield corpus.spot("assignments", name) / "draw" / place / "count", sentence


def held_back_in_lessons(corpus: Corpus) -> Problems:
    """A lesson is read by everybody, so a question in it cannot be held back for assessment."""
    for name, lesson in corpus.lessons.items():
        for shortcode in shortcodes(lesson.body):
            register, target = target_of(shortcode)
            if register in ("items", "quizzes") and is_held_back(corpus, register, target):
                spot = corpus.spot("lessons", name) / "body" / shortcode.start
                yield spot, held_back_message(target)


def is_held_back(corpus: Corpus, register: str, name: str) -> bool:
    """Whether a question or quiz exists and is on no page."""
    is_public = name in corpus.public.register(register)
    return name in corpus.register(register) and not is_public


def held_back_message(name: str) -> str:
    """What is wrong with sending somebody there."""
    return f"'{name}' is held back for assessment and no page shows it; name another one."


def checks_too_large(corpus: Corpus) -> Problems:
    """Checks that draw more questions than fit."""
    for name, track in corpus.tracks.items():
        for spot, _, pool in _pools(corpus.spot("tracks", name), courses(corpus, track)):
            if len(pool.items) < pool.count:
                sentence = (
                    f"{pool.count} questions are to be drawn and {len(pool.items)} fit that no"
                    " other check of the track asks; ask for fewer, or make the rule wider."
                )
                yield spot, sentence


def checks_without_fresh_questions(corpus: Corpus) -> Problems:
    """Checks that ask what was practiced, or at the third try the same, though enough would fit."""
    for name, track in corpus.tracks.items():
        found = courses(corpus.public, track)
        practiced = {item.id for course in found for item in course.practice}
        for spot, draw, pool in _pools(corpus.spot("tracks", name), found):
            if len(fitting_items(corpus.public, draw)) < pool.count * ROUNDS:
                continue  # more have to be written
            asked = [item.id for item in pool.items[: pool.count] if item.id in practiced]
            remedy = "widen the rule, ask for fewer, or practice less."
            if asked:
                yield spot, f"The check asks '{asked[0]}', which the track practices; {remedy}"
            elif len(pool.items) < pool.count * ROUNDS:
                sentence = "A third try of the check asks questions of the first two again"
                yield spot, f"{sentence}; {remedy}"


def _pools(track: Spot, found: Sequence[Course]) -> Iterator[tuple[Spot, Draw, Pool]]:
    for place, course in enumerate(found):
        draw = track / "modules" / place / "check" / "draw"
        rules = zip(course.module.check.draw, course.pools, strict=True)
        yield from ((draw / rule / "count", *one) for rule, one in enumerate(rules))


def held_back_in_practice(corpus: Corpus) -> Problems:
    """Practice that names what is held back for assessment."""
    for name, track in corpus.tracks.items():
        for place, module in enumerate(track.modules):
            practice = corpus.spot("tracks", name) / "modules" / place / "practice"
            for register in ("quizzes", "items"):
                for index, target in enumerate(getattr(module.practice, register)):
                    if is_held_back(corpus, register, target):
                        yield practice / register / index, held_back_message(target)
