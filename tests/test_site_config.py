"""Texts of mkdocs.yml are text, and its address is one."""

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from generator.build.mkdocs_plugin import RightcodePlugin
from tests.conftest import ROOT

CONFIG = str(ROOT / "mkdocs.yml")


def test_texts_are_escaped_once() -> None:
    config = load_config(CONFIG, site_name="A & <b>", extra={"a": {"b": ["<i>"]}})
    for _ in range(2):
        RightcodePlugin().on_config(config)
    assert config.site_name == "A &amp; &lt;b&gt;"
    assert config.extra["a"] == {"b": ["&lt;i&gt;"]}


@pytest.mark.parametrize(
    "address", ["https://[::1/", "https://a b.example/", 'https://a.example/"']
)
def test_an_address_that_is_none_stops_the_build(address: str) -> None:
    config = load_config(CONFIG)
    config.site_url = address
    with pytest.raises(PluginError, match="is no address of a site"):
        RightcodePlugin().on_config(config)
