"""Stores are named by address and allowed by origin, as a browser reads a policy."""

import pytest

from generator.build.record_stores import origins


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://lrs.school.example/xapi/", "https://lrs.school.example"),
        ("https://LRS.School.example:443", "https://lrs.school.example"),
        ("https://lrs.school.example:8443/", "https://lrs.school.example:8443"),
        ("http://localhost:8100/xAPI", "http://localhost:8100"),
        ("http://127.0.0.1/xAPI", "http://127.0.0.1"),
    ],
)
def test_an_origin_is_what_a_browser_makes_of_the_address(address: str, origin: str) -> None:
    assert origins([address, address]) == (origin,)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "lrs.example",
        "https://",
        "https://*.example/",
        "https://lrs.example 'unsafe-inline'",
        "http://lrs.example/",
        "javascript:alert(1)",
        "https://lrs.example/?a",
        "https://me@lrs.example/",
        "https://lrs.example:70000/",
        "https://lrs.example/\nx",
        "https://-a.example/",
    ],
)
def test_what_could_say_more_than_one_origin_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="stores: "):
        origins([address])
