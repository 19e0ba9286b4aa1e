"""Claim forms, box by box: one page each."""

from collections.abc import Iterator

from generator.facts.claim_forms import ClaimFormGuide
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz
from generator.pages.labels import page_title
from generator.pages.page import Card, Link, Page
from generator.pages.sheet_links import sheets_about
from generator.pages.site_paths import page_of

READ_MORE = ("diagnosis-on-a-therapy-claim", "how-medical-coding-works", "why-claims-are-denied")


def claim_form_pages(corpus: Corpus) -> Iterator[Page]:
    """A page for each form, in their order."""
    forms = forms_in_order(corpus)
    nearby = tuple(Link(form.title, page_of(corpus, "claim_forms", form.id)) for form in forms)
    lessons = [corpus.lessons[name] for name in READ_MORE if name in corpus.lessons]
    for form in forms:
        yield Page(
            page_of(corpus, "claim_forms", form.id),
            "claim-boxes",
            form.title,
            form.summary,
            {
                "form": form,
                "read_more": (
                    *(("claim_forms", other) for other in forms if other is not form),
                    *(("lessons", one) for one in lessons),
                ),
                "quizzes": quizzes_about(corpus, f"claim_forms/{form.id}"),
                "sheets": sheets_about(corpus, f"claim_forms/{form.id}"),
            },
            nearby,
            page_title("learn/index.md"),
            boost=2,
            as_of=min(box.as_of for box in form.boxes),
        )


def quizzes_about(corpus: Corpus, fact: str) -> tuple[Quiz, ...]:
    """The quizzes that practice a fact: most of their questions rest on it."""
    return tuple(
        quiz
        for quiz in corpus.quizzes.values()
        if 2 * sum(fact in item.rests_on for item in quiz.items) > len(quiz.items)
    )


def forms_in_order(corpus: Corpus) -> tuple[ClaimFormGuide, ...]:
    """The forms, in the order that they give."""
    return tuple(sorted(corpus.claim_forms.values(), key=lambda form: (form.order, form.id)))


def form_card(corpus: Corpus, form: ClaimFormGuide) -> Card:
    """A form on an index."""
    return Card(page_of(corpus, "claim_forms", form.id), form.title, form.summary)
