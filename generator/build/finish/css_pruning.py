"""One style sheet of what the site uses.

The theme's has rules for much that no page here has, and every sheet delays the first paint.
"""

import re
from collections.abc import Iterable, Mapping

from generator.build.finish.css_rules import pruned

OUT = "assets/look.css"
OWN = "assets/site.css"
THEME = re.compile(r"assets/stylesheets/(?:main|palette)\.\w+\.min\.css$")
# A pattern that begins with plain letters is looked for at once, five times as fast as one that
# begins with a boundary.
CLASSES = re.compile(rb'class="([^"]*)"')
THEME_NAMES = re.compile(rb"md-[a-z]+(?:__\w+)?(?:--\w+)?")
SET_ON_THE_PAGE = frozenset({"js", "focus-visible"})
SET = re.compile(
    r"(?<![\w-])(--[\w-]+):((?:[^;{}()\"']|\"[^\"]*\"|'[^']*'|\((?:[^()\"]|\"[^\"]*\"|\([^()]*\))*\))*);?"
)
READ = re.compile(r"(--[\w-]+)\s*[,)]")
BLOCK = re.compile(r"__|--")
NAME = re.compile(r"\.((?:[\w-]|\\.)+)")
COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=\"?([\w-]+)")
NESTED = re.compile(r"\([^()]*\)")
SPACE = re.compile(r"\s*([{};,>])\s*|\s+")


def look(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """`assets/look.css`.

    The theme's rules that a page or the theme's script can meet, then our own.
    """
    theme = [content.decode() for path, content in sorted(files.items()) if THEME.search(path)]
    if not theme or OWN not in files:
        return {}
    used = names_used(files)
    kept = [pruned(css, lambda selector: _meets(selector, used)) for css in theme]
    return {
        OUT: (
            _without_idle_properties(
                "\n".join((*kept, _tight(files[OWN].decode()))), _read_elsewhere(files)
            ).encode()
        )
    }


def names_used(files: Mapping[str, bytes]) -> frozenset[str]:
    """Every class of a page, and every name that the theme's script could set on a block that a page has."""
    groups: set[bytes] = set()
    set_later: set[bytes] = set()
    for path, content in files.items():
        if path.endswith(".html"):
            groups.update(CLASSES.findall(content))
        elif _is_script(path):
            set_later.update(THEME_NAMES.findall(content))
    found = frozenset(_words(groups))
    return (
        found
        | SET_ON_THE_PAGE
        | {name for name in _words(set_later) if BLOCK.split(name)[0] in found}
    )


def _is_script(path: str) -> bool:
    """A script that acts on pages; the bank's are data, and the search's dictionaries too."""
    return path.endswith(".js") and path.startswith("assets/") and "lunr" not in path


def _words(groups: Iterable[bytes]) -> Iterable[str]:
    return (word for group in groups for word in group.decode().split())


def _meets(selector: str, used: frozenset[str]) -> bool:
    """Whether all the classes that the selector asks for are used.

    What stands in brackets is given the benefit of the doubt.
    """
    colours = COLOUR.findall(selector)
    bare = NESTED.sub("", NESTED.sub("", selector))
    return all(name.replace("\\", "") in used for name in NAME.findall(bare)) and all(
        colour == "custom" for colour in colours
    )


def _read_elsewhere(files: Mapping[str, bytes]) -> frozenset[str]:
    """Custom properties that another sheet or a script names."""
    others = (
        content.decode()
        for path, content in files.items()
        if (path.endswith(".css") or _is_script(path)) and not THEME.search(path)
    )
    return frozenset(name for text in others for name in re.findall(r"--[\w-]+", text))


def _without_idle_properties(css: str, elsewhere: frozenset[str]) -> str:
    """The sheet without custom properties that nobody reads: most of them are pictures."""
    read = frozenset(READ.findall(css)) | elsewhere
    return SET.sub(lambda match: match.group() if match[1] in read else "", css)


def _tight(css: str) -> str:
    """Our own sheet without comments and idle space."""
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return SPACE.sub(lambda match: match.group(1) or " ", plain).strip()
