"""`units`, `edits`, `visit`, `review`, `on`: the billing engine on files, answers as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from pydantic import BaseModel

from generator.authoring.size_limits import MAX_BYTES, UnreadableFileError
from generator.billing.as_of import facts_in_effect
from generator.billing.claim import build_claim
from generator.billing.claim_output import claim_json, pair_json, review_json, units_json
from generator.billing.claim_review import review_claim
from generator.billing.edit_lookup import certainly_in_force, edit_for_pair
from generator.billing.input_files import NOTHING, defaults_of, read, unknown_code
from generator.billing.unit_calculator import units_of_day
from generator.billing.unit_methods import METHODS
from generator.billing.written_claims import CountedDay, WrittenClaim
from generator.commands.completion import complete_codes, complete_payers
from generator.commands.exits import exit_with
from generator.commands.facts_alone import DATED, load_facts
from generator.commands.options import HERE, Root, day_of, parsed_day
from generator.disk.bounded_reads import read_regular, read_standard_input
from generator.facts.base import PART_B
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from generator.findings import Finding, Place

STANDARD_INPUT = "-"

File = Annotated[str, typer.Argument(help="A YAML or JSON file; - reads standard input.")]


def units(
    method: Annotated[
        str,
        typer.Option(
            "--method", help="How minutes become units: cms (Medicare) or ama (midpoint)."
        ),
    ],
    file: File = STANDARD_INPUT,
    root: Root = HERE,
) -> None:
    """Minutes to units: the lines of one day, with every step."""
    if method not in METHODS:
        _refuse(_flaw("V136", f"Unknown method '{method}'; known are {', '.join(METHODS)}."))
    corpus = load_facts(root)
    (day,) = _read(corpus, (CountedDay, file))
    print_json(units_json(corpus, units_of_day(corpus, day, method)))


def edits(
    code: Annotated[
        str, typer.Argument(help="One code of the pair.", autocompletion=complete_codes)
    ],
    other: Annotated[
        str,
        typer.Argument(
            help="The other one; the order does not matter.", autocompletion=complete_codes
        ),
    ],
    day: Annotated[str, typer.Option("--date", help="Date of service, as YYYY-MM-DD.")],
    setting: Annotated[
        Literal["practitioner", "hospital"], typer.Option("--setting", help="Whose table.")
    ] = "practitioner",
    root: Root = HERE,
) -> None:
    """The NCCI edit between two codes on a date of service: null for none, or not known."""
    corpus = load_facts(root)
    flaws = list(_unknown_codes(corpus, (code, other), 1))
    asked = parsed_day(day)
    if asked is None:
        flaws.append(_flaw("V137", f"'{day}' is not a date; write it as YYYY-MM-DD.", 3))
    _refuse(*flaws)
    assert asked, "no date is refused"
    found = pair_json(corpus, code, other, asked, setting)
    edit = edit_for_pair(corpus, code, other, asked, setting)
    if edit and not certainly_in_force(edit, asked):
        typer.echo(
            f"Not known for {day}: the table of {edit.as_of} gives no first day of this edit, only"
            " that it had not ended.",
            err=True,
        )
    elif found and "known" in found:
        typer.echo(f"Not known for {day}: {found['reason']}", err=True)
    print_json(found)


def visit(
    file: File = STANDARD_INPUT,
    payer: Annotated[
        str,
        typer.Option(
            "--payer", help="Instead of the visit's own payer.", autocompletion=complete_payers
        ),
    ] = "",
    day: Annotated[
        str, typer.Option("--date", help="Instead of the visit's own date, as YYYY-MM-DD.")
    ] = "",
    root: Root = HERE,
) -> None:
    """What a visit bills: lines with reasons, what is not billable and why, what to ask.

    Takes a visit, the visit: block of a question, or a whole question, as they are pasted. A block
    is for Medicare on the day as of which the facts are judged, where neither is named.
    """
    corpus = load_facts(root)
    if payer:
        _refuse(*_unknown_payer(corpus, payer))
    given = {"payer": payer, "date": day and str(day_of(day))}
    over = {name: value for name, value in given.items() if value}
    left_out: list[str] = []
    (described,) = _read(corpus, (Visit, file), over=over, left_out=left_out)
    named = " and ".join(f"--{name}" for name in left_out)
    default = f" (by default; {named} {'name' if left_out[1:] else 'names'} another)"
    shown = f"{corpus.payers[described.payer].name}, {described.date}"
    typer.echo(f"{shown}{default if left_out else ''}.", err=True)
    print_json(claim_json(corpus, build_claim(corpus, described)))


def review(
    claim: File,
    visit_file: Annotated[
        str, typer.Option("--visit", help="The visit the claim is for; - reads standard input.")
    ],
    root: Root = HERE,
) -> None:
    """What a payer would do with each line of a claim for a visit, and how to fix it.

    Exits 1 when a line would be denied, 0 when none would, 2 when the input cannot be read.
    """
    if claim == visit_file == STANDARD_INPUT:
        sentence = "Only one of claim and visit can come from standard input."
        _refuse(_flaw("V138", sentence))
    corpus = load_facts(root)
    written, described = _read(corpus, (WrittenClaim, claim), (Visit, visit_file))
    found = review_claim(corpus, described, written)
    print_json(review_json(corpus, found))
    if any(line.verdict == "denied" for line in found.lines):
        raise typer.Exit(1)


def on(
    day: Annotated[str, typer.Argument(help="Date of service, as YYYY-MM-DD.")],
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            help="Only what concerns these codes; all where none is named.",
            autocompletion=complete_codes,
        ),
    ] = None,
    payer: Annotated[
        str,
        typer.Option(
            "--payer", help="Whose rules: the id of a payer.", autocompletion=complete_payers
        ),
    ] = PART_B,
    setting: Annotated[
        Literal["practitioner", "hospital"], typer.Option("--setting", help="Whose table of pairs.")
    ] = "practitioner",
    root: Root = HERE,
) -> None:
    """What was true on a date of service.

    Codes, pairs in force, figures, dated words of rules, changes before and after.
    """
    asked = day_of(day)
    corpus = load_facts(root, DATED)
    flaws = list(_unknown_codes(corpus, codes or (), 2))
    flaws += _unknown_payer(corpus, payer)
    _refuse(*flaws)
    print_json(facts_in_effect(corpus, asked, payer, codes or (), setting))


def _read(
    corpus: Corpus,
    *asked: tuple[type[BaseModel], str],
    over: Mapping[str, object] = NOTHING,
    left_out: list[str] | None = None,
) -> list[Any]:
    """Each file as its model; the problems of all of them together.

    `left_out` gets the names of what a visit leaves to the defaults.
    """
    things, flaws = [], []
    for model, file in asked:
        name = "<stdin>" if file == STANDARD_INPUT else file
        try:
            raw = bytes_of(file)
            things.append(read(corpus, model, name, raw, over))
            if left_out is not None:
                left_out += defaults_of(raw, over)
        except OSError as problem:
            flaws.append(
                Finding(Place(name), "V130", f"The file cannot be read: {problem.strerror}.")
            )
        except UnreadableFileError as problem:
            flaws += problem.findings
    _refuse(*flaws)
    return things


def bytes_of(file: str) -> bytes:
    """What a file holds, or standard input, within bounds."""
    if file == STANDARD_INPUT:
        return read_standard_input(MAX_BYTES)
    return read_regular(Path(file), MAX_BYTES)


def _unknown_codes(corpus: Corpus, codes: Iterable[str], first: int) -> Iterator[Finding]:
    """`first` is the place of the first code among the arguments."""
    for column, code in enumerate(codes, first):
        if sentence := unknown_code(corpus, code):
            yield _flaw("V131", sentence, column)


def _unknown_payer(corpus: Corpus, payer: str) -> Iterator[Finding]:
    if payer not in corpus.payers:
        known = ", ".join(sorted(corpus.payers))
        yield _flaw("V139", f"Unknown payer '{payer}'; known are {known}.")


def _flaw(code: str, sentence: str, column: int = 0) -> Finding:
    """What is wrong with an argument, or with all of them."""
    place = Place("<arguments>", 1, column) if column else Place("<arguments>")
    return Finding(place, code, sentence)


def _refuse(*flaws: Finding) -> None:
    """Bad input: every problem at its place, and exit 2."""
    if flaws:
        exit_with(flaws, 2)


def print_json(answer: object) -> None:
    """An answer as JSON."""
    typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
