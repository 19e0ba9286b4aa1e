"""The denial finder, and a page for each reason and remark code of a remittance."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.facts.adjustments import Adjustment
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.pages import labels
from generator.pages.page import Link, Page
from generator.pages.sheet_links import sheets_about

INDEX = "denials/index.md"
TOPICS: Mapping[str, str] = labels.TABLES["denial_topic"]
REMEDIES: Mapping[str, str] = labels.TABLES["remedy"]
SPACE_OR_HYPHEN = str.maketrans("", "", " -")


@dataclass(frozen=True)
class DenialRow:
    """A code on the finder: what its line shows, and what finds it."""

    entry: Adjustment
    remedies: str
    exact: str
    words: str


def denial_pages(corpus: Corpus) -> Iterator[Page]:
    """Nothing where no code is described."""
    if not corpus.adjustments:
        return
    found = tuple(corpus.adjustments.values())
    topics = [
        (title, [_row(one) for one in in_order(found) if one.topic == topic])
        for topic, title in TOPICS.items()
    ]
    yield Page.of(
        INDEX,
        "denials",
        {
            "topics": [(title, rows) for title, rows in topics if rows],
            "groups": tuple(corpus.group_codes.values()),
        },
        element="list",
        boost=2,
    )
    nearby = tuple(Link(page_name(one), f"denials/{one.id}.md") for one in in_order(found))
    questions = questions_by_adjustment(corpus)
    for one in found:
        yield Page(
            f"denials/{one.id}.md",
            "denial",
            page_name(one),
            one.meaning.text,
            {
                "denial": one,
                "groups": [
                    corpus.group_codes[group] for group in one.groups if group in corpus.group_codes
                ],
                "beside": [corpus.adjustments[name] for name in beside(corpus, one)],
                "asked": questions.get(one.id, ()),
                "sheets": sheets_about(corpus, f"adjustments/{one.id}"),
            },
            nearby,
            labels.page_title(INDEX),
        )


def page_name(one: Adjustment) -> str:
    """The title of its page: 'CO-97: Part of another service'."""
    return f"{one.code}: {one.title}"


def in_order(found: Sequence[Adjustment]) -> list[Adjustment]:
    """Reasons by their number, then remarks."""
    return sorted(found, key=lambda one: (one.is_remark, len(one.number), one.number))


def beside(corpus: Corpus, one: Adjustment) -> tuple[str, ...]:
    """Codes that come with it, whichever of the two names the other."""
    others = (
        other.id for other in in_order(tuple(corpus.adjustments.values())) if one.id in other.beside
    )
    return tuple(dict.fromkeys((*one.beside, *others)))


def questions_by_adjustment(corpus: Corpus) -> Mapping[str, tuple[Item, ...]]:
    """For each code the questions that rest on it."""
    found: dict[str, list[Item]] = {}
    for item in corpus.items.values():
        for fact in item.rests_on:
            register, _, name = fact.partition("/")
            if register == "adjustments":
                found.setdefault(name, []).append(item)
    return {name: tuple(items) for name, items in found.items()}


def _row(one: Adjustment) -> DenialRow:
    remedies = dict.fromkeys(REMEDIES[cause.remedy].lower() for cause in one.causes)
    exact = dict.fromkeys(text.lower().translate(SPACE_OR_HYPHEN) for text in one.spellings)
    words = " ".join((*one.words, *exact))
    return DenialRow(one, ", ".join(remedies).capitalize(), " ".join(exact), words)
