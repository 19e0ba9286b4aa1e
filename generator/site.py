"""A corpus to a site: path to bytes, nothing else touched."""

from pydantic_core import to_json

from generator.bank import bank_files
from generator.claimcheck.script import SCRIPT as CLAIMS, claims_script
from generator.corpus import Corpus
from generator.endless import endless_files
from generator.machine import code_json, llms_text
from generator.pages import all_pages
from generator.render import render
from generator.tables import SCRIPT, facts_script


def build_site(corpus: Corpus) -> dict[str, bytes]:
    """Every page as Markdown, a JSON file for each code, the bank of questions, llms.txt, and the calculators' facts. Same corpus, same bytes.

    Nothing of an item held back is in it.
    """
    corpus = corpus.public
    site = {page.path: render(corpus, page).encode() for page in all_pages(corpus)}
    for code in corpus.codes.values():
        site[f"codes/{code.code}.json"] = to_json(code_json(corpus, code), indent=2) + b"\n"
    site |= endless_files(corpus)
    site |= bank_files(corpus)
    site[SCRIPT] = facts_script(corpus)
    site[CLAIMS] = claims_script(corpus)
    site["llms.txt"] = llms_text(corpus).encode()
    return dict(sorted(site.items()))
