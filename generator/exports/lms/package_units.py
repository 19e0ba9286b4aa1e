"""The pages of a package: one for each unit of at most fifty questions, complete without script."""

import json
from dataclasses import dataclass
from html import escape

from generator.exports.limitations import Limitation
from generator.exports.plan import Plan
from generator.exports.player_assets import PART, PlayerAssets, parts
from generator.exports.portable_question import Questions

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
connect-src {connect}; base-uri 'none'; form-action 'none'">
<title>{title}</title>
<link rel="stylesheet" href="assets/player.css">
<script defer src="assets/player.js"></script>
</head>
<body data-md-color-scheme="default">
<main class="md-typeset rc-package">
<h1>{title}</h1>
{instructions}<h2>Questions</h2>
<rc-quiz data-quiz="{id}" data-title="{title}" data-assignment="{assignment}" \
data-as-of="{as_of}"{rules}>
<script type="application/json" class="rc-names">{names}</script>
<p class="rc-noscript-hint">Without JavaScript nothing is recorded; \
each answer is behind “Answer and reasons” below its question.</p>
{questions}
</rc-quiz>
<footer>{notice}</footer>
</main>
</body>
</html>
"""
NOTICE = (
    "CPT is a registered trademark of the American Medical Association. Codes are shown bare; every"
    " meaning is in our own words. Not endorsed by the AMA. Not legal, coding or billing advice."
)


@dataclass(frozen=True)
class PackageUnit:
    """What an LMS starts and grades; `number` is from 1, `address` within the package."""

    number: int
    address: str
    title: str
    content: bytes


def units(questions: Questions, plan: Plan, connect: str) -> tuple[PackageUnit, ...]:
    """The questions, split; `connect` is what the pages may ask of others."""
    split = tuple(parts([question.id for question in questions]))
    return tuple(
        _unit(ids, number, len(split), plan, connect) for number, ids in enumerate(split, 1)
    )


def _unit(ids: tuple[str, ...], number: int, count: int, plan: Plan, connect: str) -> PackageUnit:
    width = len(str(count))
    title = plan.title if count == 1 else f"{plan.title}, part {number} of {count}"
    address = "index.html" if count == 1 else f"part-{number:0{width}}.html"
    name = plan.id if count == 1 else f"{plan.id}-{number}"
    written = _page(plan, ids, name=name, title=title, connect=connect)
    return PackageUnit(number, address, title, written)


def _page(plan: Plan, ids: tuple[str, ...], *, name: str, title: str, connect: str) -> bytes:
    assets, mark = assets_of(plan), plan.pass_mark_percent
    rules = "".join(
        f' data-{key}="{value}"'
        for key, value in (("mark", mark and mark / 100), ("tries", plan.attempts))
        if value is not None
    )
    instructions = "".join(f"<p>{escape(part)}</p>\n" for part in plan.instruction_paragraphs)
    return PAGE.format(
        id=escape(name),
        title=escape(title),
        instructions=instructions,
        rules=rules,
        assignment=escape(plan.id),
        as_of=plan.as_of,
        names=_names(assets),
        connect=connect,
        questions="\n".join(assets.html[id] for id in ids),
        notice=escape(NOTICE),
    ).encode()


def assets_of(plan: Plan) -> PlayerAssets:
    """The plan's player; raises `ValueError` where it has none."""
    if plan.player_assets is None:
        raise ValueError("a package that is played needs `plan.player_assets`")
    return plan.player_assets


def _names(player_assets: PlayerAssets) -> str:
    text = json.dumps({"objectives": player_assets.objectives}, ensure_ascii=False, sort_keys=True)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def refusal(plan: Plan) -> str | None:
    """Why the assignment cannot be given this way: the player shows the key after each answer."""
    if plan.feedback == "at-once":
        return None
    return (
        f"the assignment gives feedback {plan.feedback}, and the player in this package shows it"
        " after each answer, with the key; set `feedback: at-once`, or give the assignment out by"
        " its link"
    )


def limitations(questions: Questions, plan: Plan) -> tuple[Limitation, ...]:
    """What the assignment asks and the player does not do; no question loses anything."""
    sentences = []
    if plan.time_limit_minutes:
        sentences.append(
            f"the time limit of {plan.time_limit_minutes} minutes is not kept by the package; set"
            " it in the LMS"
        )
    if plan.opens or plan.due:
        sentences.append("when it opens and is due is not kept by the package; set it in the LMS")
    if len(questions) > PART:
        sentences.append(
            f"the questions lie in {-(-len(questions) // PART)} units, each with a score of its own"
        )
    return tuple(Limitation("", sentence) for sentence in sentences)
