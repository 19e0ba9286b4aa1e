"""Claim adjustment reason codes (CARC).

The number payers usually send, and what it says in our own words.

X12 keeps the list and its wording; none of that wording stands here. A payer may send another
number.
"""

DENIALS = {
    "4": "a modifier that the code needs is missing, or one on the line does not fit it",
    "16": "the line lacks something it needs, or the payer does not accept what stands there",
    "18": "the same line has come twice",
    "50": "the payer does not take it as medically necessary",
    "96": "the payer does not cover it",
    "97": "its payment lies within that of something else",
    "107": "the code it adds to is not on the claim",
    "119": "the year's amount is used up",
    "151": "more units than the payer takes as supported",
    "170": "not paid to this kind of provider",
    "181": "the code did not exist on the date of service",
    "236": "the pair table does not let it stand beside another code of the day",
}


def denial_text(carc: str) -> str:
    return f"CARC {carc}: {DENIALS[carc]}."
