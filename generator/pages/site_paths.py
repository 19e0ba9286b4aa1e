"""The path of everything on the site."""

import posixpath
import re
from functools import lru_cache

from generator.facts.corpus import Corpus

PATHS = {
    "articles": "myths/articles/{}.md",
    "rules": "learn/rules/{}.md",
    "families": "families/{}.md",
    "comparisons": "compare/{}.md",
    "quizzes": "practice/{}.md",
    "templates": "practice/endless/{}.md",
    "cases": "learn/case-studies.md#case-{}",
    "glossary": "glossary.md#{}",
    "abbreviations": "glossary.md#abbr-{}",
    "changes": "changes.md#{}",
    "sources": "sources.md#{}",
    "techniques": "codes/by-technique.md#{}",
    "payers": "learn/payers.md#{}",
    "plans": "tools/remittance.md#plan-{}",
    "fee_schedules": "tools/remittance.md#{}",
    "worked_claims": "tools/remittance.md#{}",
    "sheets": "sheets/{}.md",
    "claim_forms": "learn/claim-forms/{}.md",
    "diagnoses": "learn/diagnosis-on-a-therapy-claim.md#{}",
    "adjustments": "denials/{}.md",
    "group_codes": "denials/index.md#group-{}",
    "figures": "sheets/index.md#figure-{}",
}
FILE = re.compile(r"[^./]\.[a-z0-9]+$")  # a page's name has no dot


def page_of(corpus: Corpus, register: str, name: str) -> str:
    """The page about `register/name`, with an anchor where it is a part of one."""
    match register:
        case "codes":
            return f"codes/{name}.md" if name in corpus.taught else f"codes/other.md#{name.lower()}"
        case "edits":
            return _edit_page(corpus, name)
        case "misconceptions":
            has_page = corpus.misconceptions[name].page
            return f"myths/{name}.md" if has_page else f"myths/index.md#{name}"
        case "claims":
            return _claim_page(corpus, name)
        case "lessons":
            return f"{corpus.lessons[name].section}/{name}.md"
        case _:
            return PATHS[register].format(name)


@lru_cache(maxsize=65536)
def relative(here: str, there: str) -> str:
    """The address of page `there` as seen from page `here`, both served as folders."""
    path, hash_mark, anchor = there.partition("#")
    if path == here:
        return f"#{anchor}" if anchor else "."
    address = _path_between(address_of(here), address_of(path))
    ending = "" if FILE.search(address) else "/"
    return f"{address}{ending}{hash_mark}{anchor}"


@lru_cache(maxsize=65536)
def _path_between(start: str, goal: str) -> str:
    """Up to the shared folder and down again; `posixpath.relpath` would ask the disk each time."""
    up, down = start.split("/") if start else [], goal.split("/") if goal else []
    shared = next(
        (index for index, (one, other) in enumerate(zip(up, down, strict=False)) if one != other),
        min(len(up), len(down)),
    )
    return "/".join((*[".."] * (len(up) - shared), *down[shared:])) or "."


@lru_cache(maxsize=65536)
def address_of(path: str) -> str:
    """`codes/97124.md` is served at `codes/97124`, `codes/index.md` at `codes`, a file as it is."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    return posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem


def _edit_page(corpus: Corpus, name: str) -> str:
    codes = name.split("-")[:2]
    taught = next((code for code in codes if code in corpus.taught), codes[0])
    return f"codes/{taught}.md#pairs"


def _claim_page(corpus: Corpus, name: str) -> str:
    article = corpus.article_of(name)
    return f"myths/articles/{article}.md#{name.removeprefix(f'{article}-')}"
