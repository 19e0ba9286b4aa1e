"""KX, AT and the notices: what a Medicare line says of necessity, for a visit as a whole."""

from dataclasses import dataclass

from generator.billing.outcomes import Reason
from generator.billing.works import Question
from generator.corpus import Corpus
from generator.model.registers import RuleValue
from generator.model.visit import Visit

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
        text = (
            "The care is called necessary and a denial for necessity expected: KX and GA contradict each other. Ask which holds."
        )
        return Said(questions=(Question(None, "necessary", Reason(text, NOTICE)),))
    if visit.necessary is False or visit.abn == "required":
        return _denial_expected(visit)
    return _threshold(corpus, visit)


def of_manipulation(visit: Visit) -> Said:
    """What 98940 to 98942 say: AT for active care, a notice's modifier for care that Medicare is expected to deny."""
    if visit.active_care is None:
        text = "The note does not say whether the care is active or maintenance; AT belongs on active care only."
        return Said(questions=(Question(None, "active_care", Reason(text, CHIROPRACTIC)),))
    if visit.active_care and visit.necessary is not False and visit.abn != "required":
        return Said(("AT",), (Reason("AT: the treatment is active.", CHIROPRACTIC),))
    if visit.active_care:
        return _denial_expected(visit)
    upkeep = Reason("Maintenance care carries no AT, and Medicare does not cover it.", CHIROPRACTIC)
    said = _denial_expected(visit)
    return Said(said.modifiers, (upkeep, *said.reasons), said.questions, said.warnings)


def of_excluded(visit: Visit) -> Said:
    """What a line says that goes out only to be denied."""
    modifiers = ("GX", "GY") if visit.abn == "voluntary" else ("GY",)
    given = " GX: a notice was given of free will." if visit.abn == "voluntary" else ""
    return Said(modifiers, (Reason(f"GY: excluded, and billed for the denial alone.{given}", (*CHIROPRACTIC, *NOTICE)),))


def _denial_expected(visit: Visit) -> Said:
    if visit.abn == "required":
        text = "GA: a denial for necessity is expected and an advance notice is on file."
        return Said(
            ("GA",),
            (Reason(text, NOTICE),),
            warnings=(Reason("Medicare is expected to deny the lines with GA; the patient agreed to pay.", NOTICE),),
        )
    if visit.abn == "none":
        text = "GZ: a denial for necessity is expected and there is no advance notice."
        return Said(
            ("GZ",),
            (Reason(text, NOTICE),),
            warnings=(Reason("Medicare denies the lines with GZ, and the provider bears it.", NOTICE),),
        )
    text = "A denial for necessity is expected: ask whether an advance notice is on file (GA) or not (GZ)."
    return Said(questions=(Question(None, "abn", Reason(text, NOTICE)),))


def _threshold(corpus: Corpus, visit: Visit) -> Said:
    pool = POOLS.get(visit.discipline)
    if pool is None or visit.allowed_so_far_usd is None:
        return Said()
    value = threshold_on(corpus, pool, visit)
    if value is None:
        text = f"The KX threshold is not known for {visit.date.year}; look it up before the claim goes out."
        return Said(questions=(Question(None, "kx-threshold", Reason(text, ("rules/kx-threshold",))),))
    left = round(value.amount * 100) - round(visit.allowed_so_far_usd * 100)
    threshold = f"the {visit.date.year} threshold of {_dollars(round(value.amount * 100))}"
    rests = (("rules/kx-threshold",), tuple(value.sources), value.confidence)
    if left > 0:
        text = f"{_dollars(left)} of {threshold} are left; what goes above it today needs KX."
        return Said(warnings=(Reason(text, *rests),))
    if visit.necessary is None:
        text = f"{threshold[0].upper()}{threshold[1:]} is reached: ask whether the care is still necessary (KX) or not."
        return Said(questions=(Question(None, "necessary", Reason(text, *rests)),))
    text = f"KX: {threshold} is reached, and the care is still necessary."
    return Said(("KX",), (Reason(text, *rests),))


def threshold_on(corpus: Corpus, pool: str, visit: Visit) -> RuleValue | None:
    """The year's threshold of one pool; None where it is not known."""
    rule = corpus.rules.get("kx-threshold")
    values = rule.values if rule else ()
    return next((value for value in values if value.key == pool and value.effective.covers(visit.date)), None)


def _dollars(cents: int) -> str:
    return f"${cents // 100:,}" + (f".{cents % 100:02}" if cents % 100 else "")
