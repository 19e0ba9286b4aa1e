"""Every quiz in the formats that a browser does not write, ready to download; made again only when a question or a format changed."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.corpus import Corpus
from generator.model.item import Quiz
from generator.pages.downloads import READY, download

HERE = Path(__file__).parent


def packages(root: Path, corpus: Corpus, site: Mapping[str, bytes]) -> dict[str, bytes]:
    """`downloads/….xlsx` and its like by path, for a corpus without what is held back; `site` has the questions that they are made of."""
    code = _code()
    return {path: content for quiz in corpus.quizzes.values() for path, content in _of_quiz(root / ".cache", corpus, quiz, site, code)}


def _of_quiz(cache: Path, corpus: Corpus, quiz: Quiz, site: Mapping[str, bytes], code: bytes) -> Iterator[tuple[str, bytes]]:
    told = b"".join(site[f"bank/questions/{item.id}.js"] for item in quiz.items)
    plan = json.dumps([quiz.id, quiz.title, quiz.summary, corpus.judged_on.isoformat()]).encode()
    digest = hashlib.sha256(code + plan + told).hexdigest()[:20]
    kept = {name: cache / f"package-{digest}{suffix}" for name, suffix in READY.items()}
    if not all(path.exists() for path in kept.values()):
        _make(corpus, quiz, kept)
    yield from ((download(quiz.id, name), path.read_bytes()) for name, path in kept.items())


def _make(corpus: Corpus, quiz: Quiz, kept: Mapping[str, Path]) -> None:
    """Written under another name first, so that an interrupted run leaves no half a package behind."""
    from generator.exports.formats import FORMATS  # the formats' libraries take half a second, which most builds need not spend
    from generator.exports.planning import of_quiz

    questions, plan = of_quiz(corpus, quiz)
    for name, path in kept.items():
        content = next(iter(FORMATS[name].export(questions, plan).values()))  # of two spreadsheets the full one
        path.parent.mkdir(exist_ok=True)
        draft = path.with_suffix(".part")
        draft.write_bytes(content)
        draft.replace(path)


def _code() -> bytes:
    """What changes when a format is written otherwise."""
    state = hashlib.sha256()
    for path in sorted((HERE / "exports").rglob("*.py")):
        state.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes())
    return state.digest()
