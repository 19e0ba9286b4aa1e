"""What the forms of the calculators offer, as values and their labels."""

from dataclasses import dataclass

from generator.billing.payer_policy import policy_of
from generator.facts.corpus import Corpus

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FormOptions:
    """`billed_codes` and `techniques` are one list in the form: their values begin differently."""

    codes: Options
    billed_codes: Options
    techniques: Options
    payers: Options
    purposes: Options


def form_options(corpus: Corpus) -> FormOptions:
    """Codes by number, techniques by name, Medicare's payers first."""
    codes = tuple(
        (name, f"{name} {code.plain_name}") for name, code in sorted(corpus.codes.items())
    )
    techniques = sorted(corpus.techniques.values(), key=lambda one: one.name.lower())
    payers = sorted(
        corpus.payers.values(), key=lambda one: (not policy_of(one).is_part_b, one.name)
    )
    purposes = ((purpose.id, purpose.name) for purpose in corpus.purposes.values())
    return FormOptions(
        codes=codes,
        billed_codes=tuple((f"code:{name}", label) for name, label in codes),
        techniques=tuple((f"technique:{one.id}", one.name) for one in techniques),
        payers=tuple((one.id, one.name) for one in payers),
        purposes=(("", "the note does not say"), *purposes),
    )
