"""The questions as the site renders them, and the scripts that play them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.pages.question_view import question_views
from generator.pages.renderer import render_question

PART = 50
"""Questions in one unit of a package: SCORM 1.2 keeps 4,096 characters of a unit's answers."""

T = TypeVar("T")

HERE = "practice/mixed.md"
OWN_LINK = re.compile(r'<div class="rc-item__link">.*?</div>', re.DOTALL)
SITE_LINK = re.compile(r'<a\b(?![^>]*\shref="https?:)[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class PlayerAssets:
    """`html` by item; `objectives` their wording by id; `player` its files by path."""

    html: Mapping[str, str]
    objectives: Mapping[str, str]
    player: Mapping[str, bytes]


def render_player_assets(
    corpus: Corpus, items: Sequence[Item], player: Mapping[str, bytes]
) -> PlayerAssets:
    """The items rendered, numbered within their parts.

    A package has no other page, so links into the site become plain text.
    """
    html = {
        view.item.id: SITE_LINK.sub(r"\1", OWN_LINK.sub("", render_question(corpus, view, HERE)))
        for part in parts(items)
        for view in question_views(corpus, part)
    }
    used = dict.fromkeys(str(name) for item in items for name in item.objectives)
    return PlayerAssets(html, {name: corpus.objectives[name].text for name in used}, player)


def parts(things: Sequence[T]) -> Iterator[tuple[T, ...]]:
    """At most fifty at a time, in order."""
    return (tuple(things[at : at + PART]) for at in range(0, len(things), PART))
