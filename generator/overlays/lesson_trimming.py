"""A lesson without links and blocks that lead to what is not shown; its sentences stay."""

import re

from generator.authoring.shortcodes import BLOCK, INSERTED, LINK, LINKED
from generator.facts.corpus import Corpus
from generator.facts.lessons import Lesson


def trim_lesson(lesson: Lesson, shown: Corpus) -> Lesson:
    """The lesson; the same object where all is shown."""
    body = LINK.sub(lambda match: _link(match, shown), lesson.body)
    body = BLOCK.sub(
        lambda match: (
            match.group()
            if _is_shown(shown, INSERTED.get(match["block"], "lessons"), match["name"])
            else ""
        ),
        body,
    )
    return lesson if body == lesson.body else lesson.model_copy(update={"body": body})


def _link(match: re.Match[str], shown: Corpus) -> str:
    return (
        match.group()
        if _is_shown(shown, LINKED.get(match["register"], "lessons"), match["name"])
        else match["label"] or match["name"].replace("-", " ")
    )


def _is_shown(shown: Corpus, register: str, name: str) -> bool:
    return name in shown.register(register) or (register == "codes" and name in shown.other_codes)
