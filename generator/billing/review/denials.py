"""Claim adjustment reason codes (CARC), in our own words (data/payment.yaml)."""

from collections.abc import Mapping

from generator.billing.data_tables import PAYMENT_TABLE

DENIALS: Mapping[str, str] = PAYMENT_TABLE["denials"]


def denial_text(carc: str) -> str:
    """What a denial of that number says."""
    return f"CARC {carc}: {DENIALS[carc]}."
