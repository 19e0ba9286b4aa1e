"""The modifiers of Medicare (data/modifiers.yaml): order, contradictions, bypass, necessity."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.billing.coded_services import MissingInformation, ServicesByCode
from generator.billing.data_tables import MODIFIER_TABLE
from generator.billing.edit_lookup import edit_reason
from generator.billing.reasons import Reason, explain, message
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.facts.visits import Visit

ORDER: Sequence[str] = MODIFIER_TABLE["order"]
PLAN: Mapping[str, str] = MODIFIER_TABLE["plan"]
PLAN_OF_OTHERS: str = MODIFIER_TABLE["plan_of_others"]
ASSISTANT: Mapping[str, str] = MODIFIER_TABLE["assistant"]
KX_THRESHOLD: Mapping[str, str] = MODIFIER_TABLE["kx_threshold"]
NCCI_BYPASS: Mapping[str, str] = MODIFIER_TABLE["bypass"]
BYPASS_MODIFIERS = ("59", *NCCI_BYPASS.values())
NOTICE_RULE = ("rules/advance-notice",)
CHIROPRACTIC_RULE = ("rules/chiropractic",)
KX_RULE = ("rules/kx-threshold",)


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


def in_order(modifiers: Iterable[str]) -> tuple[str, ...]:
    """Modifiers once each, in their order on the line; unknown ones last."""
    known = {modifier: place for place, modifier in enumerate(ORDER)}
    return tuple(sorted(dict.fromkeys(modifiers), key=lambda name: known.get(name, len(known))))


def contradictions(modifiers: Iterable[str]) -> tuple[Reason, ...]:
    """Why modifiers of one line contradict each other; empty where they do not."""
    present = frozenset(modifiers)
    return tuple(
        Reason(
            f"{' and '.join(in_order(pair))} contradict each other: {entry['why'].format(*pair)}",
            (entry["rule"],),
        )
        for entry in MODIFIER_TABLE["contradictions"]
        for pair in entry["pairs"]
        if present.issuperset(pair)
    )


def separate_by(groups: ServicesByCode, edit: Edit) -> tuple[str | None, ...]:
    """What sets the separate services of column 2 apart, or else those of column 1."""
    found = (
        tuple(entry.service.separate_by for entry in groups.get(code, ()) if entry.service.separate)
        for code in (edit.column2, edit.column1)
    )
    return next(filter(None, found), ())


def bypass_modifier(edit: Edit, separate_by: Iterable[str | None]) -> tuple[str, Reason]:
    """The modifier that bypasses an indicator-1 edit, and why.

    The exact one where the note says what sets the services apart, else 59.
    """
    apart = {reason for reason in separate_by if reason}
    modifier = NCCI_BYPASS[apart.pop()] if len(apart) == 1 else "59"
    return modifier, edit_reason("pair-parted", edit, "rules/ncci-pairs", modifier=modifier)


def therapy_modifiers(corpus: Corpus, visit: Visit) -> LineModifiers:
    """KX or a notice, for every therapy line of the visit."""
    return notice_modifiers(visit) or _threshold(corpus, visit)


def notice_modifiers(visit: Visit) -> LineModifiers | None:
    """GA or GZ where a denial for necessity is expected, on a therapy line or any other."""
    if visit.necessary is True and visit.abn == "required":
        return ask("necessary", explain("kx-and-ga", NOTICE_RULE))
    if visit.necessary is False or visit.abn == "required":
        return _denial_expected(visit)
    return None


def manipulation_modifiers(visit: Visit) -> LineModifiers:
    """AT for active care; a notice for care that Medicare is expected to deny (98940 to 98942)."""
    denial = visit.necessary is False or visit.abn == "required"
    if visit.active_care is None and not denial:
        return ask("active_care", explain("at-missing", CHIROPRACTIC_RULE))
    if visit.active_care is False:
        return _denial_expected(visit).preceded_by(explain("maintenance", CHIROPRACTIC_RULE))
    if denial:
        return _denial_expected(visit)
    return LineModifiers(("AT",), (explain("at", CHIROPRACTIC_RULE),))


def plan_manipulation(visit: Visit, payer: str, code: str, confirmed: bool) -> LineModifiers:
    """AT for active care, where a Medicare Advantage plan has said that it takes it."""
    if not confirmed:
        why = explain("at-of-plan", CHIROPRACTIC_RULE, payer=payer, code=code)
        return ask("coverage", why)
    if visit.active_care is None:
        return ask("active_care", explain("at-missing", CHIROPRACTIC_RULE))
    if not visit.active_care:
        return LineModifiers()
    return LineModifiers(("AT",), (explain("at", CHIROPRACTIC_RULE),))


def excluded_modifiers(visit: Visit) -> LineModifiers:
    """GY, and GX with a voluntary notice, for a line that goes out only to be denied."""
    modifiers = ("GX", "GY") if visit.abn == "voluntary" else ("GY",)
    chiropractic = CHIROPRACTIC_RULE if visit.discipline == "chiropractic" else ()
    why = explain("-".join(modifiers).lower(), (*chiropractic, *NOTICE_RULE))
    return LineModifiers(modifiers, (why,))


def ask(missing: str, why: Reason) -> LineModifiers:
    """No modifier, and a question instead."""
    return LineModifiers(questions=(MissingInformation(None, missing, why),))


def _denial_expected(visit: Visit) -> LineModifiers:
    if visit.abn not in ("required", "none"):
        return ask("abn", explain("notice-missing", NOTICE_RULE))
    name = "ga" if visit.abn == "required" else "gz"
    watch = explain(f"{name}-watch", NOTICE_RULE)
    return LineModifiers((name.upper(),), (explain(name, NOTICE_RULE),), warnings=(watch,))


def left_of_threshold(corpus: Corpus, visit: Visit) -> str | None:
    """What is left of the year's KX threshold before the visit; None at or above it, or unknown."""
    name = KX_THRESHOLD.get(visit.discipline)
    value = corpus.figure("kx-threshold", name, visit.date) if name else None
    if value is None or visit.allowed_so_far_usd is None:
        return None
    left = round(value.amount * 100) - round(visit.allowed_so_far_usd * 100)
    return _dollars(left) if left > 0 else None


def _threshold(corpus: Corpus, visit: Visit) -> LineModifiers:
    """KX from the year's threshold on, or where this visit crosses it; else how much is left."""
    name = KX_THRESHOLD.get(visit.discipline)
    if name is None or visit.allowed_so_far_usd is None:
        return LineModifiers()
    value, rule = corpus.figure("kx-threshold", name, visit.date), KX_RULE
    if value is None:
        return ask("kx-threshold", explain("kx-unknown", rule, year=visit.date.year))
    cents = round(value.amount * 100)
    left = cents - round(visit.allowed_so_far_usd * 100)
    state = _state(_crosses(corpus, visit, left), left, visit.necessary)
    text = message(
        state, year=visit.date.year, threshold=_dollars(cents), left=_dollars(max(left, 0))
    )
    reason = Reason(text, rule, tuple(value.sources), value.confidence)
    match state:
        case "kx-left":
            return LineModifiers(warnings=(reason,))
        case "kx-today":
            return ask("allowed_today_usd", reason)
        case "kx-missing" | "kx-crossing-missing":
            return ask("necessary", reason)
        case _:
            return LineModifiers(("KX",), (reason,))


def _crosses(corpus: Corpus, visit: Visit, left: int) -> bool | None:
    """Whether this visit goes above what is left of the threshold; None where it must be asked."""
    if left <= 0:
        return True
    if visit.allowed_today_usd is not None:
        return round(visit.allowed_today_usd * 100) > left
    least, most = (
        corpus.figure("kx-threshold", key, visit.date) for key in ("visit-least", "visit-most")
    )
    if least and left < round(least.amount * 100):
        return True
    return False if most and left >= round(most.amount * 100) else None


def _state(crosses: bool | None, left: int, necessary: bool | None) -> str:
    if not crosses:
        return "kx-left" if crosses is False else "kx-today"
    name = "kx-crossing" if left > 0 else "kx"
    return f"{name}-missing" if necessary is None else name


def _dollars(cents: int) -> str:
    return f"${cents // 100:,}" + (f".{cents % 100:02}" if cents % 100 else "")
