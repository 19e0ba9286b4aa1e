"""KX, AT and the notices: what Medicare's lines of a visit say of medical necessity."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.billing.coded_services import MissingInformation
from generator.billing.data_tables import MODIFIER_TABLE
from generator.billing.messages import explain, message
from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus
from generator.facts.registers import RuleValue
from generator.facts.visits import Visit

KX_THRESHOLD: Mapping[str, str] = MODIFIER_TABLE["kx_threshold"]
NOTICE = ("rules/advance-notice",)
CHIROPRACTIC = ("rules/chiropractic",)


@dataclass(frozen=True)
class LineModifiers:
    """Modifiers and their reasons, and what must be asked or watched first."""

    modifiers: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    questions: tuple[MissingInformation, ...] = ()
    warnings: tuple[Reason, ...] = ()

    def preceded_by(self, reason: Reason, *modifiers: str) -> "LineModifiers":
        """These, after one more reason and its modifiers."""
        return LineModifiers(
            (*modifiers, *self.modifiers), (reason, *self.reasons), self.questions, self.warnings
        )


def therapy_modifiers(corpus: Corpus, visit: Visit) -> LineModifiers:
    """KX or a notice, for every therapy line of the visit."""
    if visit.necessary is True and visit.abn == "required":
        return _ask("necessary", "kx-and-ga", NOTICE)
    if visit.necessary is False or visit.abn == "required":
        return _denial_expected(visit)
    return _threshold(corpus, visit)


def manipulation_modifiers(visit: Visit) -> LineModifiers:
    """AT for active care; a notice for care that Medicare is expected to deny (98940 to 98942)."""
    if visit.active_care is None:
        return _ask("active_care", "at-missing", CHIROPRACTIC)
    if not visit.active_care:
        maintenance = explain("maintenance", CHIROPRACTIC)
        return _denial_expected(visit).preceded_by(maintenance)
    if visit.necessary is False or visit.abn == "required":
        return _denial_expected(visit)
    return LineModifiers(("AT",), (explain("at", CHIROPRACTIC),))


def excluded_modifiers(visit: Visit) -> LineModifiers:
    """GY, and GX with a voluntary notice, for a line that goes out only to be denied."""
    voluntary = visit.abn == "voluntary"
    why = explain("gx-gy" if voluntary else "gy", (*CHIROPRACTIC, *NOTICE))
    modifiers = ("GX", "GY") if voluntary else ("GY",)
    return LineModifiers(modifiers, (why,))


def threshold_on(corpus: Corpus, name: str, visit: Visit) -> RuleValue | None:
    """The year's threshold of that name; None where it is not known."""
    rule = corpus.rules.get("kx-threshold")
    values = rule.values if rule else ()
    return next(
        (value for value in values if value.key == name and value.effective.covers(visit.date)),
        None,
    )


def _ask(missing: str, name: str, rests_on: tuple[str, ...]) -> LineModifiers:
    reason = explain(name, rests_on)
    return LineModifiers(questions=(MissingInformation(None, missing, reason),))


def _denial_expected(visit: Visit) -> LineModifiers:
    if visit.abn not in ("required", "none"):
        return _ask("abn", "notice-missing", NOTICE)
    name = "ga" if visit.abn == "required" else "gz"
    return LineModifiers(
        (name.upper(),),
        (explain(name, NOTICE),),
        warnings=(explain(f"{name}-watch", NOTICE),),
    )


def _threshold(corpus: Corpus, visit: Visit) -> LineModifiers:
    """KX from the year's threshold on; below it, how much is left."""
    name = KX_THRESHOLD.get(visit.discipline)
    if name is None or visit.allowed_so_far_usd is None:
        return LineModifiers()
    value = threshold_on(corpus, name, visit)
    rule = ("rules/kx-threshold",)
    if value is None:
        unknown = explain("kx-unknown", rule, year=visit.date.year)
        return LineModifiers(questions=(MissingInformation(None, "kx-threshold", unknown),))
    cents = round(value.amount * 100)
    left = cents - round(visit.allowed_so_far_usd * 100)
    state = "kx-left" if left > 0 else "kx-missing" if visit.necessary is None else "kx"
    text = message(
        state, year=visit.date.year, threshold=_dollars(cents), left=_dollars(max(left, 0))
    )
    reason = Reason(text, rule, tuple(value.sources), value.confidence)
    match state:
        case "kx-left":
            return LineModifiers(warnings=(reason,))
        case "kx-missing":
            return LineModifiers(questions=(MissingInformation(None, "necessary", reason),))
        case _:
            return LineModifiers(("KX",), (reason,))


def _dollars(cents: int) -> str:
    return f"${cents // 100:,}" + (f".{cents % 100:02}" if cents % 100 else "")
