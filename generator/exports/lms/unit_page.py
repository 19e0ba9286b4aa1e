"""The page of one unit of a package: the questions, complete without script, and the player."""

import json
from html import escape

from generator.exports.plan import Plan
from generator.exports.player_assets import PlayerAssets

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
each answer stands behind “Answer and reasons” below its question.</p>
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


def page(plan: Plan, ids: tuple[str, ...], *, name: str, title: str, connect: str) -> bytes:
    """HTML.

    The plan's attempts are how many answers to a question may count; `connect` is what the page may
    ask of others.
    """
    stage, mark = assets_of(plan), plan.pass_mark_percent
    rules = "".join(
        f' data-{key}="{value}"'
        for key, value in (("mark", mark and mark / 100), ("tries", plan.attempts))
        if value is not None
    )
    instructions = "".join(
        f"<p>{escape(' '.join(part.split()))}</p>\n"
        for part in plan.instructions.split("\n\n")
        if part.strip()
    )
    return PAGE.format(
        id=escape(name),
        title=escape(title),
        instructions=instructions,
        rules=rules,
        assignment=escape(plan.id),
        as_of=plan.as_of,
        names=_names(stage),
        connect=connect,
        questions="\n".join(stage.html[id] for id in ids),
        notice=escape(NOTICE),
    ).encode()


def assets_of(plan: Plan) -> PlayerAssets:
    """The plan's player; raises `ValueError` where it has none."""
    if plan.player_assets is None:
        raise ValueError(
            "a package that is played needs `plan.stage`: the rendered questions and the player"
        )
    return plan.player_assets


def _names(player_assets: PlayerAssets) -> str:
    text = json.dumps({"objectives": player_assets.objectives}, ensure_ascii=False, sort_keys=True)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
