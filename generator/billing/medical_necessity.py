"""KX, AT and the notices: what a Medicare line says of necessity, for a visit as a whole."""

from dataclasses import dataclass

from generator.billing.coded_services import MissingInformation
from generator.billing.messages import message
from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus
from generator.facts.registers import RuleValue
from generator.facts.visits import Visit

KX_POOLS = {"pt": "kx-pt-slp", "slp": "kx-pt-slp", "ot": "kx-ot"}
NOTICE = ("rules/advance-notice",)
CHIROPRACTIC = ("rules/chiropractic",)


@dataclass(frozen=True)
class LineModifiers:
    """Modifiers and their reasons, and what must be asked or watched first."""

    modifiers: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    questions: tuple[MissingInformation, ...] = ()
    warnings: tuple[Reason, ...] = ()


def therapy_modifiers(corpus: Corpus, visit: Visit) -> LineModifiers:
    """What every therapy line of the visit says of necessity."""
    if visit.necessary is True and visit.abn == "required":
        return LineModifiers(
            questions=(MissingInformation(None, "necessary", Reason(message("kx-and-ga"), NOTICE)),)
        )
    if visit.necessary is False or visit.abn == "required":
        return _denial_expected(visit)
    return _threshold(corpus, visit)


def manipulation_modifiers(visit: Visit) -> LineModifiers:
    """What 98940 to 98942 say.

    AT for active care, a notice's modifier for care that Medicare is expected to deny.
    """
    if visit.active_care is None:
        return LineModifiers(
            questions=(
                MissingInformation(
                    None, "active_care", Reason(message("at-missing"), CHIROPRACTIC)
                ),
            )
        )
    if visit.active_care and visit.necessary is not False and visit.abn != "required":
        return LineModifiers(("AT",), (Reason(message("at"), CHIROPRACTIC),))
    if visit.active_care:
        return _denial_expected(visit)
    upkeep = Reason(message("maintenance"), CHIROPRACTIC)
    said = _denial_expected(visit)
    return LineModifiers(said.modifiers, (upkeep, *said.reasons), said.questions, said.warnings)


def excluded_modifiers(visit: Visit) -> LineModifiers:
    """What a line says that goes out only to be denied."""
    modifiers = ("GX", "GY") if visit.abn == "voluntary" else ("GY",)
    text = message("gx-gy" if visit.abn == "voluntary" else "gy")
    return LineModifiers(modifiers, (Reason(text, (*CHIROPRACTIC, *NOTICE)),))


def _denial_expected(visit: Visit) -> LineModifiers:
    if visit.abn == "required":
        return LineModifiers(
            ("GA",),
            (Reason(message("ga"), NOTICE),),
            warnings=(Reason(message("ga-watch"), NOTICE),),
        )
    if visit.abn == "none":
        return LineModifiers(
            ("GZ",),
            (Reason(message("gz"), NOTICE),),
            warnings=(Reason(message("gz-watch"), NOTICE),),
        )
    return LineModifiers(
        questions=(MissingInformation(None, "abn", Reason(message("notice-missing"), NOTICE)),)
    )


def _threshold(corpus: Corpus, visit: Visit) -> LineModifiers:
    pool = KX_POOLS.get(visit.discipline)
    if pool is None or visit.allowed_so_far_usd is None:
        return LineModifiers()
    value = threshold_on(corpus, pool, visit)
    if value is None:
        text = message("kx-unknown", year=visit.date.year)
        return LineModifiers(
            questions=(
                MissingInformation(None, "kx-threshold", Reason(text, ("rules/kx-threshold",))),
            )
        )
    cents = round(value.amount * 100)
    left = cents - round(visit.allowed_so_far_usd * 100)
    told = {"year": visit.date.year, "threshold": _dollars(cents)}
    rests = (("rules/kx-threshold",), tuple(value.sources), value.confidence)
    if left > 0:
        return LineModifiers(
            warnings=(Reason(message("kx-left", left=_dollars(left), **told), *rests),)
        )
    if visit.necessary is None:
        return LineModifiers(
            questions=(
                MissingInformation(
                    None, "necessary", Reason(message("kx-missing", **told), *rests)
                ),
            )
        )
    return LineModifiers(("KX",), (Reason(message("kx", **told), *rests),))


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
