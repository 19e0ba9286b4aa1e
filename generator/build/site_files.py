"""A corpus to a site: path to bytes, nothing else touched."""

from functools import partial

from pydantic_core import to_json

from generator.build.browser_facts import SCRIPT, facts_script
from generator.build.changes_feed import FEED, changes_feed
from generator.build.desk.desk_script import SCRIPT as DESK
from generator.build.desk.desk_script import desk_script
from generator.build.payer_scripts import SHARED, plan_scripts, shared_script
from generator.build.question_bank import bank_files
from generator.build.question_scripts import question_files
from generator.build.search_index import SCRIPT as SEARCH
from generator.build.search_index import search_index
from generator.build.search_words import SCRIPT as WORDS
from generator.build.search_words import words_script
from generator.build.variant_scripts import variant_files
from generator.cache.build_cache import NO_CACHE, BuildCache
from generator.fact_check.checker_script import SCRIPT as CLAIMS
from generator.fact_check.checker_script import claims_script
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.pages import all_pages
from generator.pages.desk_page import has_desk
from generator.pages.json_api import code_json, llms_text
from generator.pages.page import Page
from generator.pages.renderer import render


def build_site(corpus: Corpus, cache: BuildCache = NO_CACHE) -> dict[str, bytes]:
    """Every file of the site but assets, by path; nothing of an item held back is in them."""
    corpus = corpus.public
    pages = tuple(all_pages(corpus))
    site = {
        page.path: cache.get_or_build(page.path, page, corpus, partial(_page, page))
        for page in pages
    }
    site[SEARCH] = search_index(corpus, pages)
    for code in corpus.codes.values():
        site[f"codes/{code.code}.json"] = cache.get_or_build(
            ("json", code.code), code, corpus, partial(_json, code)
        )
    site |= variant_files(corpus, cache)
    site |= bank_files(corpus, cache)
    site |= question_files(corpus, cache)
    site[SCRIPT] = cache.get_or_build(SCRIPT, None, corpus, facts_script)
    site[WORDS] = cache.get_or_build(WORDS, None, corpus, words_script)
    site[CLAIMS] = cache.get_or_build(CLAIMS, None, corpus, claims_script)
    site[SHARED] = cache.get_or_build(SHARED, None, corpus, shared_script)
    site |= plan_scripts(corpus)
    if has_desk(corpus):
        site[DESK] = cache.get_or_build(DESK, None, corpus, desk_script)
    site[FEED] = changes_feed(corpus)
    site["llms.txt"] = llms_text(corpus).encode()
    return dict(sorted(site.items()))


def _page(page: Page, corpus: Corpus) -> bytes:
    return render(corpus, page).encode()


def _json(code: Code, corpus: Corpus) -> bytes:
    return to_json(code_json(corpus, code), indent=2) + b"\n"
