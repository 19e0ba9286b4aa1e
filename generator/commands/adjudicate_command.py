"""`adjudicate`: what a payer answers to a claim, line by line, with the money."""

from typing import Annotated

import typer

from generator.authoring.size_limits import UnreadableFileError
from generator.billing.adjudication.adjudicate import adjudicate as answer
from generator.billing.adjudication.remittance_output import remittance_json, remittance_text
from generator.billing.submission_input import read_submission
from generator.commands.billing_commands import (
    STANDARD_INPUT,
    File,
    bytes_of,
    print_json,
)
from generator.commands.completion import complete_plans
from generator.commands.exits import exit_with, known
from generator.commands.facts_alone import FACTS, load_facts
from generator.commands.options import HERE, Root
from generator.findings import Finding, Place

PLANS = (*FACTS, "plans/", "fee_schedules/", "families")


def adjudicate(
    file: File = STANDARD_INPUT,
    plan: Annotated[
        str,
        typer.Option(
            "--plan",
            help="Instead of the usual plan of the visit's payer.",
            autocompletion=complete_plans,
        ),
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="The remittance as JSON, after the 835.")
    ] = False,
    root: Root = HERE,
) -> None:
    """What a payer answers to a claim: rejected, or for each line paid, denied or waiting, and why.

    Takes a visit as `rightcode visit` does, with a claim: block beside it, and an account: block of
    what the payer has on file. A question's list of lines gets $100 a unit. Exits 1 when the claim
    is rejected or a line is not paid, 2 when the input cannot be read.
    """
    corpus = load_facts(root, PLANS)
    if plan:
        known("plan", plan, corpus.plans)
    name = "<stdin>" if file == STANDARD_INPUT else file
    try:
        submission = read_submission(corpus, name, bytes_of(file), {"plan": plan} if plan else {})
    except OSError as problem:
        sentence = f"The file cannot be read: {problem.strerror}."
        exit_with([Finding(Place(name), "V130", sentence)], 2)
    except UnreadableFileError as problem:
        exit_with(problem.findings, 2)
    found = answer(corpus, submission)
    if as_json:
        print_json(remittance_json(corpus, found))
    else:
        typer.echo(remittance_text(corpus, found), nl=False)
    if found.rejections or any(line.status != "paid" for line in found.lines):
        raise typer.Exit(1)
