"""A corpus to a site: path to bytes, nothing else touched."""

from pydantic_core import to_json

from generator.bank import bank_files
from generator.corpus import Corpus
from generator.machine import code_json, llms_text
from generator.pages import all_pages
from generator.render import render


def build_site(corpus: Corpus) -> dict[str, bytes]:
    """Every page as Markdown, a JSON file for each code, the bank of questions, and llms.txt. Same corpus, same bytes."""
    site = {page.path: render(corpus, page).encode() for page in all_pages(corpus)}
    for code in corpus.codes.values():
        site[f"codes/{code.code}.json"] = to_json(code_json(corpus, code), indent=2) + b"\n"
    site.update(bank_files(corpus))
    site["llms.txt"] = llms_text(corpus).encode()
    return dict(sorted(site.items()))
