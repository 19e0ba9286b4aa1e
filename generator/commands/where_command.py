"""`where`: every place that uses a fact, in references and in words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Annotated

import typer

from generator.authoring.loader import LoadedContent, load, place_of
from generator.build.content_files import read_files
from generator.commands.completion import complete_facts
from generator.commands.exits import fail, known
from generator.commands.options import HERE, Root
from generator.facts.corpus import REGISTERS, Corpus
from generator.findings import Place, Spot, did_you_mean
from generator.pages.site_paths import address_of, page_of
from generator.questions.fact_uses import FactName, Use, spot_in, spots_of, uses_of
from generator.questions.key_digest import facts_of
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError

AROUND = 40
AskFact = Annotated[
    str,
    typer.Argument(
        help="A fact such as codes/97124, its slot such as codes/97124/mue, or a bare id.",
        metavar="FACT",
        autocompletion=complete_facts,
    ),
]


def where(fact: AskFact, root: Root = HERE) -> None:
    """Every place that uses a fact: questions, lessons, other facts, and texts that state it."""
    files = read_files(root)
    loaded = load(files)
    corpus = loaded.corpus
    asked = _fact(corpus, fact)
    typer.echo(f"{fact} is written at")
    for spot in spots_of(corpus, asked):
        typer.echo(f"  {place_of(loaded.sources, spot)}")
    found = ((_place(loaded, files, use), use) for use in uses_of(corpus, asked))
    uses = sorted(found, key=lambda one: one[0])
    refer = [(place, use) for place, use in uses if not use.text]
    say = [(place, use) for place, use in uses if use.text]
    silent = [] if asked.slot else list(_by_key(corpus, asked, {use.name for _, use in refer}))
    for title, lines in (
        (
            _title("refer to it", refer),
            [f"{place}: {_owner(use)} {_path(use)}" for place, use in refer],
        ),
        (
            _title("say it in words", say),
            [f"{place}: {_owner(use)}: {_excerpt(use)}" for place, use in say],
        ),
        (f"{len(silent)} have a key that rests on it, without naming it", silent),
    ):
        if lines:
            typer.echo("\n".join(("", title, *(f"  {line}" for line in lines))))
    pages = sorted({page for _, use in uses if (page := _page(corpus, use.register, use.name))})
    if pages:
        typer.echo("\n".join((f"\n{len(pages)} pages show it", *(f"  {page}" for page in pages))))


def _fact(corpus: Corpus, text: str) -> FactName:
    """The fact as named; a bare id where only one register has it."""
    first, *rest = text.split("/")
    if not rest:
        found = [name for name in REGISTERS if text in corpus.register(name)]
        if len(found) > 1:
            fail(f"'{text}' may be {' or '.join(f'{name}/{text}' for name in found)}; write which.")
        if not found:
            every = [name for register in REGISTERS for name in corpus.register(register)]
            hint = did_you_mean(text, every, "name a code, a payer, a source or the like.")
            fail(f"There is no fact '{text}'; {hint}")
        return FactName(found[0], text)
    known("register", first, REGISTERS)
    fact = FactName(first, rest[0], rest[1] if rest[1:] else "")
    if first == "codes" and corpus.fact(fact.reference) is None:
        fail(f"There is no code {fact.name} here; `rightcode new code {fact.name}` begins one.")
    if first == "edits" or corpus.fact(fact.reference) is None:
        pairs = (f"{edit.column1}-{edit.column2}" for edit in corpus.edits.values())
        names = pairs if first == "edits" else corpus.register(first)
        known(f"entry of {first}", fact.name, names)
    if fact.slot:
        known("slot", fact.slot, vars(corpus.fact(fact.reference)))
    return fact


def _place(loaded: LoadedContent, files: Mapping[str, bytes], use: Use) -> Place:
    """The place of a reference; of words the line they stand in."""
    spot = spot_in(loaded.corpus, use.register, use.name)
    place = place_of(loaded.sources, Spot(spot.path, (*spot.keys, *use.keys)))
    lines = files[place.path].decode(errors="replace").splitlines()[place.line - 1 :]
    for number, line in enumerate(lines if use.words else ()):
        start = place.column - 1 if number == 0 else 0
        if (at := line.find(use.words, start)) >= 0:
            return replace(place, line=place.line + number, column=at + 1)
    return place


def _by_key(corpus: Corpus, fact: FactName, naming: set[str]) -> Iterator[str]:
    for name, item in corpus.items.items():
        try:
            used = facts_of(item, derive_key(corpus, item))
        except (UnderivableError, KeyError):  # a KeyError: it names what is not there, see `check`
            continue
        if name not in naming and fact.reference in used:
            yield f"items/{name} in {corpus.spot('items', name).path}"


def _title(what: str, uses: Sequence[tuple[Place, Use]]) -> str:
    """How many, and in which registers."""
    counts = Counter(use.register.replace("items", "questions") for _, use in uses)
    listed = ", ".join(f"{count} in {name}" for name, count in counts.most_common())
    return f"{len(uses)} {what} ({listed})"


def _owner(use: Use) -> str:
    return f"{use.register}/{use.name}"


def _path(use: Use) -> str:
    return ".".join(map(str, use.keys[:-1] if use.register == "lessons" else use.keys))


def _excerpt(use: Use) -> str:
    at = use.text.find(use.words)
    start, end = max(0, at - AROUND), at + len(use.words) + AROUND
    before, after = "…" if start else "", "…" if end < len(use.text) else ""
    return before + " ".join(use.text[start:end].split()) + after


def _page(corpus: Corpus, register: str, name: str) -> str:
    """The address of the page that shows an entry; empty where none does."""
    if register == "items":
        register, name = "quizzes", corpus.quiz_of[name].id
    if register == "quizzes" and name not in corpus.public.quizzes:
        return ""
    try:
        return address_of(page_of(corpus, register, name).partition("#")[0])
    except KeyError:
        return ""
