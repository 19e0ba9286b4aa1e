"""The components of others in the site, their licenses, and the notice that goes with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import unquote

from generator.authoring.yaml_reader import parse_yaml

NOTICE = "NOTICE.txt"
RULE = "\n" + "-" * 80 + "\n"


@dataclass(frozen=True)
class Component:
    """What is carried: `texts` are its license texts, each with the package's own file, if known.

    `within` names the component that contains it; `player`, whether packages for an LMS carry it.
    """

    purl: str
    license: str
    use: str
    texts: Mapping[str, str | None]
    within: str = ""
    player: bool = False

    @property
    def name(self) -> str:
        """The package's name, such as `@noble/hashes`."""
        return unquote(self.purl.partition("/")[2].partition("@")[0])

    @property
    def version(self) -> str:
        """The version; nothing where the theme does not say which it contains."""
        return self.purl.partition("@")[2]


@cache
def components() -> Mapping[str, tuple[Component, ...]]:
    """Everything that is carried, by group: scripts, theme, fonts."""
    path = files("generator.notices").joinpath("components.yaml")
    data = parse_yaml(path.name, path.read_bytes()).data
    assert isinstance(data, dict)
    return {group: tuple(Component(**entry) for entry in listed) for group, listed in data.items()}


def license_text(name: str) -> str:
    """The text `name` of texts/."""
    return files("generator.notices").joinpath(f"texts/{name}.txt").read_text("utf-8").strip()


def license_texts(listed: Iterable[Component]) -> dict[str, str]:
    """The license texts of `listed` by name, each once."""
    return {name: license_text(name) for one in listed for name in one.texts}


def notice(own: str, listed: Iterable[Component]) -> str:
    """The text that goes with what is given away: our own license, then those of `listed`."""
    listed = tuple(listed)
    lines = (
        f"{one.name}{f' {one.version}' if one.version else ''}: {one.license}."
        f" {one.use}. Text: {', '.join(one.texts)}."
        for one in listed
    )
    texts = (f"{name}\n\n{text}" for name, text in license_texts(listed).items())
    return RULE.join((f"RightCode\n\n{own}", "Contains:\n\n" + "\n".join(lines), *texts)) + "\n"
