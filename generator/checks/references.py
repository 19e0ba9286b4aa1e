"""Every reference leads somewhere, and every file is called what it holds."""

import difflib
from collections.abc import Iterator

from pydantic import BaseModel

from generator.corpus import Corpus
from generator.findings import Spot
from generator.model.base import Reference

TOP = (
    "codes", "other_codes", "purposes", "techniques", "payers", "rules", "edits", "glossary", "changes", "articles",
    "misconceptions", "comparisons", "cases", "objectives", "quizzes", "families",
)  # fmt: skip


def dead_references(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for register in TOP:
        for name, thing in corpus.register(register).items():
            for spot, reference in _references(corpus.spot(register, name), thing):
                if not _exists(corpus, reference):
                    yield spot, f"There is no '{reference}' in {_where(reference)}{_nearest(corpus, reference)}"


def misnamed_files(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for register in ("codes", "payers", "rules", "articles", "quizzes", "lessons"):
        for name in corpus.register(register):
            spot = corpus.spot(register, name)
            stem = spot.path.rpartition("/")[2].rpartition(".")[0]
            if stem != name:
                yield spot, f"The file is called '{stem}' and holds '{name}'; rename one of them."


def _references(spot: Spot, value: object) -> Iterator[tuple[Spot, Reference]]:
    if isinstance(value, Reference):
        yield spot, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _references(spot / (field.alias or name), getattr(value, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _references(spot / index, entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _references(spot / str(key), key)
            yield from _references(spot / str(key), entry)


def _exists(corpus: Corpus, reference: Reference) -> bool:
    match reference.kind:
        case "facts":
            return corpus.fact(reference) is not None
        case "codes":
            return reference in corpus.codes or reference in corpus.other_codes
        case register:
            return reference in corpus.register(register)


def _where(reference: Reference) -> str:
    return "content/codes or content/other_codes.yaml" if reference.kind == "codes" else reference.kind


def _nearest(corpus: Corpus, reference: Reference) -> str:
    if reference.kind == "facts":
        register, _, name = reference.partition("/")
        names = ["-".join(str(edit).split("-")[:2]) for edit in corpus.edits] if register == "edits" else corpus.register(register)
        near = [f"{register}/{found}" for found in difflib.get_close_matches(name, names, 1, 0.6)]
    elif reference.kind == "codes":
        near = difflib.get_close_matches(reference, [*corpus.codes, *corpus.other_codes], 1, 0.6)
    else:
        near = difflib.get_close_matches(reference, list(corpus.register(reference.kind)), 1, 0.6)
    return f"; did you mean '{near[0]}'?" if near else "; add it there or name another."
