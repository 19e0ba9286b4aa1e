"""The tools of a site, for the list beside each of them."""

from generator.facts.corpus import Corpus
from generator.pages.labels import page_title
from generator.pages.page import Link

INDEX = "tools/index.md"
FORMS = tuple(f"tools/{name}.md" for name in ("units", "pairs", "on", "visit", "payer"))
DENIALS, REMITTANCE = "denials/index.md", "tools/remittance.md"
CHECKER, CHECKED = "tools/check-text.md", "tools/checked-articles.md"


def tool_paths(corpus: Corpus) -> tuple[str, ...]:
    """Those for which the site has facts, in the order of the index."""
    return (
        *FORMS,
        *([DENIALS] if corpus.adjustments else []),
        *([REMITTANCE] if corpus.worked_claims else []),
        CHECKER,
        *([CHECKED] if corpus.demonstrations else []),
    )


def beside_tools(corpus: Corpus) -> dict[str, object]:
    """What a page of a tool shows beside it."""
    nearby = tuple(Link(page_title(path), path) for path in tool_paths(corpus))
    return {"nearby": nearby, "nearby_title": page_title(INDEX)}
