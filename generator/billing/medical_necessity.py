"""KX, AT and the notices: what a Medicare line says of necessity, for a visit as a whole."""

from dataclasses import dataclass

from generator.billing.messages import say
from generator.billing.outcomes import Reason
from generator.billing.services import Question
from generator.facts.corpus import Corpus
from generator.facts.registers import RuleValue
from generator.facts.visits import Visit

POOLS = {"pt": "kx-pt-slp", "slp": "kx-pt-slp", "ot": "kx-ot"}
NOTICE = ("rules/advance-notice",)
CHIROPRACTIC = ("rules/chiropractic",)


@dataclass(frozen=True)
class Said:
    """Modifiers and their reasons, and what must be asked or watched first."""

    modifiers: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[Reason, ...] = ()


def of_therapy(corpus: Corpus, visit: Visit) -> Said:
    """What every therapy line of the visit says of necessity."""
    if visit.necessary is True and visit.abn == "required":
        return Said(questions=(Question(None, "necessary", Reason(say("kx-and-ga"), NOTICE)),))
    if visit.necessary is False or visit.abn == "required":
        return _denial_expected(visit)
    return _threshold(corpus, visit)


def of_manipulation(visit: Visit) -> Said:
    """What 98940 to 98942 say.

    AT for active care, a notice's modifier for care that Medicare is expected to deny.
    """
    if visit.active_care is None:
        return Said(
            questions=(Question(None, "active_care", Reason(say("at-missing"), CHIROPRACTIC)),)
        )
    if visit.active_care and visit.necessary is not False and visit.abn != "required":
        return Said(("AT",), (Reason(say("at"), CHIROPRACTIC),))
    if visit.active_care:
        return _denial_expected(visit)
    upkeep = Reason(say("maintenance"), CHIROPRACTIC)
    said = _denial_expected(visit)
    return Said(said.modifiers, (upkeep, *said.reasons), said.questions, said.warnings)


def of_excluded(visit: Visit) -> Said:
    """What a line says that goes out only to be denied."""
    modifiers = ("GX", "GY") if visit.abn == "voluntary" else ("GY",)
    text = say("gx-gy" if visit.abn == "voluntary" else "gy")
    return Said(modifiers, (Reason(text, (*CHIROPRACTIC, *NOTICE)),))


def _denial_expected(visit: Visit) -> Said:
    if visit.abn == "required":
        return Said(
            ("GA",), (Reason(say("ga"), NOTICE),), warnings=(Reason(say("ga-watch"), NOTICE),)
        )
    if visit.abn == "none":
        return Said(
            ("GZ",), (Reason(say("gz"), NOTICE),), warnings=(Reason(say("gz-watch"), NOTICE),)
        )
    return Said(questions=(Question(None, "abn", Reason(say("notice-missing"), NOTICE)),))


def _threshold(corpus: Corpus, visit: Visit) -> Said:
    pool = POOLS.get(visit.discipline)
    if pool is None or visit.allowed_so_far_usd is None:
        return Said()
    value = threshold_on(corpus, pool, visit)
    if value is None:
        text = say("kx-unknown", year=visit.date.year)
        return Said(
            questions=(Question(None, "kx-threshold", Reason(text, ("rules/kx-threshold",))),)
        )
    cents = round(value.amount * 100)
    left = cents - round(visit.allowed_so_far_usd * 100)
    told = {"year": visit.date.year, "threshold": _dollars(cents)}
    rests = (("rules/kx-threshold",), tuple(value.sources), value.confidence)
    if left > 0:
        return Said(warnings=(Reason(say("kx-left", left=_dollars(left), **told), *rests),))
    if visit.necessary is None:
        return Said(
            questions=(Question(None, "necessary", Reason(say("kx-missing", **told), *rests)),)
        )
    return Said(("KX",), (Reason(say("kx", **told), *rests),))


def threshold_on(corpus: Corpus, pool: str, visit: Visit) -> RuleValue | None:
    """The year's threshold of one pool; None where it is not known."""
    rule = corpus.rules.get("kx-threshold")
    values = rule.values if rule else ()
    return next(
        (value for value in values if value.key == pool and value.effective.covers(visit.date)),
        None,
    )


def _dollars(cents: int) -> str:
    return f"${cents // 100:,}" + (f".{cents % 100:02}" if cents % 100 else "")
