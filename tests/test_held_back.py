"""What is held back for assessment is nowhere in what the generator makes for the site.

Tests/e2e looks into the built one.
"""

import base64
import gzip
import html
import io
import json
import urllib.parse
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache

import pytest
import typst

from generator.exports.question_conversion import questions
from generator.facts.corpus import Corpus
from tests.leaks import held_back, leaks, only_theirs


@pytest.fixture(scope="module")
def theirs(corpus: Corpus) -> dict[str, bytes]:
    return only_theirs(corpus)


def test_there_are_such_questions_and_much_to_look_for(corpus: Corpus) -> None:
    assert len(held_back(corpus)) >= 150
    assert len({item.kind for item in held_back(corpus)}) >= 5
    assert len(only_theirs(corpus)) > 100


def test_the_public_corpus_has_none_of_them(corpus: Corpus) -> None:
    names = {item.id for item in held_back(corpus)}
    assert not names & set(corpus.public.items)
    assert not names & {item.id for quiz in corpus.public.quizzes.values() for item in quiz.items}
    assert (
        "held-back" not in corpus.public.quizzes and "end-of-term" not in corpus.public.assignments
    )
    assert len(corpus.public.items) == len(corpus.items) - len(names)


def test_a_corpus_that_holds_nothing_back_is_public_as_it_is(base: Corpus) -> None:
    assert base.public is base


def test_no_file_that_the_generator_makes_has_them(
    site_files: Mapping[str, bytes], theirs: dict[str, bytes]
) -> None:
    assert leaks(site_files, theirs) == []


@cache
def printed(text: str) -> bytes:
    """A PDF, whose text is numbers of glyphs."""
    return typst.compile(b"#sys.inputs.text", sys_inputs={"text": text})


def hidden(text: str) -> dict[str, bytes]:
    """One sentence as a careless build might carry it."""
    raw = text.encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deep/index.json", json.dumps({"text": text}))
    return {
        "plain.html": f"<p>{html.escape(text)}</p>".encode(),
        "marked.html": text.replace(" ", " <b>").encode(),
        "index.json": json.dumps([text]).encode(),
        "escaped.js": "".join(f"\\u{ord(sign):04x}" for sign in text).encode(),
        "wide.bin": text.encode("utf-16"),
        "page.gz": gzip.compress(raw),
        "site.zip": packed.getvalue(),
        "data.js": b'x="' + base64.b64encode(raw) + b'"',
        "link.html": b"#a=" + base64.urlsafe_b64encode(zlib.compress(raw)[2:-4]),
        "address.html": urllib.parse.quote(text).encode(),
        "paper.pdf": printed(text),
    }


@pytest.mark.parametrize("path", sorted(hidden("x")))
def test_the_search_finds_what_is_hidden(
    corpus: Corpus, theirs: dict[str, bytes], path: str
) -> None:
    text = questions(corpus, held_back(corpus)[:1])[0].note[0]
    assert leaks({path: hidden(text)[path]}, theirs) != []
