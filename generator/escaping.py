"""Text that neither Markdown nor HTML takes for more than text."""

from markupsafe import Markup

SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "<>&\"\\`*_{}[]#|~^"}


def plain(value: object) -> Markup:
    """Text as both show it: what either would read as a sign becomes an entity."""
    return Markup(str(value).translate(SIGNS))
