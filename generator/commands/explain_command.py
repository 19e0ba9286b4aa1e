"""`explain`: why a question has the key it has, beside what its author says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from generator.authoring.finding_registry import finding_text
from generator.authoring.loader import LoadedContent, load, place_of
from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.reasons import cited
from generator.build.content_files import read_files
from generator.checks.draw_checks import looked_at
from generator.checks.references import dead_references
from generator.cms.store_schema import with_imports
from generator.commands.completion import complete_items
from generator.commands.exits import exit_with, fail, known
from generator.commands.options import HERE, Overlay, Root, overlay_or_exit
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.facts.visits import Visit
from generator.findings import Spot, has_errors
from generator.overlays.apply import apply_overlay
from generator.overlays.overlay_folder import open_overlay
from generator.questions.fact_uses import FactName, spots_of
from generator.questions.key_digest import facts_of
from generator.questions.key_words import answer_words, compared
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key, UnderivableError, line_text, visit_of
from generator.questions.kinds.changed_claim import ChangedClaim
from generator.questions.kinds.registry import kind_of
from generator.questions.variants.expansion import pool_of
from generator.questions.variants.scenario import UnsoundVariantError

AskItem = Annotated[
    str,
    typer.Argument(
        help="The id of a question or a template, or the code of a finding, such as K304.",
        metavar="ITEM",
        autocompletion=complete_items,
    ),
]
FINDING = re.compile("[A-Za-z][0-9]{3}")


def explain(item: AskItem, root: Root = HERE, overlay: Overlay = None) -> None:
    """Why a question has its key: the claim with reasons, each option's verdict, the facts.

    Of a template the same for one question drawn from it; of a finding what it means, and what to
    do. Exit 1 where the facts do not decide a key.
    """
    if meaning := finding_text(item):
        typer.echo(meaning)
        return
    if FINDING.fullmatch(item):
        fail(f"There is no finding {item.upper()}; docs/findings.md lists them all.")
    loaded = _with_overlay(load(read_files(root)), root, overlay_or_exit(overlay))
    register = "templates" if item in loaded.corpus.templates else "items"
    if item not in loaded.corpus.register(register) and has_errors(loaded.findings):
        exit_with(loaded.findings, 1)
    known("question or template", item, [*loaded.corpus.items, *loaded.corpus.templates])
    spot = loaded.corpus.spot(register, item)
    _refuse_dead_references(loaded, spot)
    corpus, _ = with_imports(loaded.corpus, root)
    asked = _drawn(corpus, item, loaded) if register == "templates" else corpus.items[item]
    label = kind_of(asked).label
    sort = f"template: {label}, one question drawn" if register == "templates" else label
    typer.echo(f"{place_of(loaded.sources, spot)}: {asked.title} ({sort})")
    if register == "templates":
        typer.echo(f"\n{getattr(asked, 'note', '')}")
    typer.echo("\n".join(_claims(corpus, asked)))
    key = _key(corpus, asked, loaded, spot)
    typer.echo("\n".join((*_answers(corpus, asked, key), *_facts(corpus, asked, key, loaded))))


def _with_overlay(loaded: LoadedContent, root: Path, overlay: Path | None) -> LoadedContent:
    """Ours with the clinic's folder over it, and the positions of both."""
    if overlay is None or has_errors(loaded.findings):
        return loaded
    own = open_overlay(overlay, root)
    applied = apply_overlay(with_imports(loaded.corpus, root)[0], own)
    findings = (*loaded.findings, *applied.findings)
    return LoadedContent(applied.corpus, findings, {**loaded.sources, **own.found.sources})


def _refuse_dead_references(loaded: LoadedContent, spot: Spot) -> None:
    """Exit 1 where the file, or the facts it may rest on, name what is not there."""
    dead = (
        loaded.finding(where, "R201", sentence)
        for where, sentence in dead_references(loaded.corpus)
        if where.path == spot.path or where.path.startswith("content/")
    )
    found = tuple(sorted(dead))
    if found:
        broken = (finding for finding in loaded.findings if finding.severity == "error")
        exit_with((*broken, *found), 1)


def _drawn(corpus: Corpus, name: str, loaded: LoadedContent) -> Item:
    """The first question that the site's seed draws from a template."""
    try:
        drawn = pool_of(corpus, corpus.templates[name], looked_at(corpus, name)[0], 1)
    except UnsoundVariantError as flaw:
        spot = corpus.spot("templates", name)
        place = Spot(spot.path, spot.keys + flaw.keys)
        exit_with((loaded.finding(place, "P342", f"Variant {flaw.number}: {flaw}."),), 1)
    if not drawn:
        fail(f"The limits of '{name}' leave no question to draw; widen its draws.")
    return drawn[0]


def _key(corpus: Corpus, asked: Item, loaded: LoadedContent, spot: Spot) -> Key:
    try:
        return derive_key(corpus, asked)
    except UnderivableError as problem:
        for step in problem.keys:
            spot /= step
        exit_with((loaded.finding(spot, "K301", f"The key cannot be derived: {problem}."),), 1)


def _claims(corpus: Corpus, item: Item) -> Iterator[str]:
    for visit in _visits(item):
        yield f"\n{corpus.payers[visit.payer].name}, date of service {visit.date}, bills"
        result = build_claim(corpus, visit)
        for name, counted in (result.by_method or {"": result}).items():
            if name:
                yield f"  where minutes are counted by {name}:"
            yield from _lines(corpus, counted)
        for title, reasons in (
            ("not billed", [entry.reason for entry in result.not_billed]),
            ("to ask first", [question.reason for question in result.questions]),
            ("warnings", result.warnings),
        ):
            if reasons:
                yield f"  {title}:"
                yield from (f"    {cited(corpus, reason)}" for reason in reasons)


def _visits(item: Item) -> Iterator[Visit]:
    """The visit of the question, and what it is compared with."""
    if getattr(item, "visit", None):
        yield visit_of(item)
        if isinstance(item, ChangedClaim):
            yield visit_of(item).model_copy(update={item.changes: item.to})


def _lines(corpus: Corpus, result: ClaimResult) -> Iterator[str]:
    if not result.lines:
        yield "  nothing"
    yield from _explained(corpus, result.lines)
    for lines in result.alternatives:
        yield f"  equally right: {'; '.join(map(line_text, lines))}"


def _explained(corpus: Corpus, lines: tuple[BilledLine, ...]) -> Iterator[str]:
    for line in lines:
        yield f"  {line_text(line)}"
        yield from (f"    {cited(corpus, reason)}" for reason in line.reasons)


def _answers(corpus: Corpus, item: Item, key: Key) -> Iterator[str]:
    """Each answer with the verdict of the facts and the author's own."""
    written = kind_of(item).own_keys(item) if item.id in corpus.items else ()
    own = {answer.id: answer.right for answer in written}
    labels = _labels(corpus, item, key)
    every = dict.fromkeys((*labels, *own, *sorted(key.right)))
    names = [name for name in every if not any(other.startswith(f"{name}.") for other in every)]
    width = max(map(len, names))
    yield f"\n{'answer':<{width}}  facts  author"
    for name in names:
        right = name in key.right
        author = _word(own[name]) if name in own else "-"
        facts = "free" if name in key.free else _word(right)
        differs = "!" if name in own and own[name] != right and facts != "free" else " "
        words = labels.get(name) or answer_words(name)
        yield f"{name:<{width}}  {facts:<6} {author:<6}{differs} {words}"
        if decided := compared(corpus, item, name):
            yield f"{'':<{width}}  {decided}"
    yield "\nbecause"
    yield from (f"  {cited(corpus, reason)}" for reason in key.reasons)


def _labels(corpus: Corpus, item: Item, key: Key) -> dict[str, str]:
    """What stands at each answer that is offered; claims are filled in, and offer none."""
    kind = kind_of(item)
    shown = kind.view(corpus, item, key).options if kind.form in ("one", "several") else ()
    offered = kind.answers(item) if kind.form != "lines" else ()
    return {answer.id: answer.text or "" for answer in offered} | {
        option.id: option.text for option in shown
    }


def _facts(corpus: Corpus, item: Item, key: Key, loaded: LoadedContent) -> Iterator[str]:
    yield "\nrests on"
    for fact in facts_of(item, key):
        places = [
            str(place_of(loaded.sources, spot))
            for spot in spots_of(corpus, FactName(*fact.split("/", 1)))
        ]
        by = "rests_on" if fact in item.rests_on else "its key"
        yield f"  {fact} ({by})  {', '.join(places)}"


def _word(right: bool) -> str:
    return "right" if right else "wrong"
