"""A corpus to a site: path to bytes, nothing else touched."""

import json

from generator.corpus import Corpus
from generator.machine import code_json, llms_text
from generator.pages import all_pages
from generator.render import render


def build_site(corpus: Corpus) -> dict[str, bytes]:
    """Every page as Markdown, a JSON file for each code, and llms.txt. Same corpus, same bytes."""
    site = {page.path: render(corpus, page).encode() for page in all_pages(corpus)}
    for code in corpus.codes.values():
        text = json.dumps(code_json(corpus, code), indent=2, ensure_ascii=False, sort_keys=False)
        site[f"codes/{code.code}.json"] = f"{text}\n".encode()
    site["llms.txt"] = llms_text(corpus).encode()
    return dict(sorted(site.items()))
