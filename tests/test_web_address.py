"""One table of addresses for both rules: tests/js/web_address.test.js reads it too."""

import json

import pytest

from generator.facts.web_address import read_address
from tests.conftest import ROOT

TABLE = json.loads((ROOT / "tests" / "js" / "addresses.json").read_text(encoding="utf-8"))
LONG = f"{'a' * 63}."


@pytest.mark.parametrize("address", [*TABLE["good"], f"https://{LONG * 3}{'a' * 61}/"])
def test_an_address_that_browsers_take_as_it_is(address: str) -> None:
    assert read_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *TABLE["bad"],
        f"https://a{LONG}example/",
        f"https://{LONG * 3}{'a' * 62}/",
        "https://a/\ud800",
    ],
)
def test_an_address_that_browsers_refuse_or_mend(address: str) -> None:
    assert read_address(address) is None


def test_an_address_has_an_end() -> None:
    assert read_address(f"https://a.example/{'a' * 1982}")
    assert read_address(f"https://a.example/{'a' * 1983}") is None
