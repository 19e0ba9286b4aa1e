"""Where readers report an error: an address of the owner's, or none."""

from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from pydantic import ValidationError

from generator.build.mkdocs_plugin import RightcodePlugin
from generator.facts.clinics import Clinic, is_contact
from tests.conftest import ROOT

GOOD = (
    "errors@clinic.example",
    "a.b+c@codes.clinic.example",
    "https://a.example/o/r/issues/new?t=x",
)
BAD = (
    "clinic",
    "http://a.example/",
    "javascript:alert(1)",
    "https://a.example/<script>",
    "a@b.example?bcc=c@d.example",
    "a@b.example\n",
    "https://a.example/ x",
    "a@b." + "e" * 200,
)


@pytest.mark.parametrize("address", GOOD)
def test_mail_and_trackers_are_addresses(address: str) -> None:
    assert is_contact(address)
    assert Clinic(name="A", contact=address).contact == address


@pytest.mark.parametrize("address", BAD)
def test_what_is_none_stops_the_build(address: str) -> None:
    assert not is_contact(address)
    with pytest.raises(ValidationError):
        Clinic(name="A", contact=address)
    plugin: Any = RightcodePlugin()
    plugin.load_config({"contact": address})
    with pytest.raises(PluginError, match="(?s)contact: .* is neither an email address"):
        plugin.on_pre_build(config=load_config(str(ROOT / "mkdocs.yml")))
