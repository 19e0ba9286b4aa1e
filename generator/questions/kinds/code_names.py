"""Codes by their plain names, taught or not."""

from generator.facts.corpus import Corpus


def plain_name(corpus: Corpus, code: str) -> str:
    return (corpus.codes.get(code) or corpus.other_codes[code]).plain_name
