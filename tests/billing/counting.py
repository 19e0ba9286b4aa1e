"""The two counting methods with the constants they have had so far, for tests without content."""

from datetime import date

from generator.billing.unit_methods import EightMinuteRule, MidpointRule, UnitMethod
from generator.facts.rule_figures import Counting

COUNTING = Counting(size=15, least=8, sources=("a-source",), as_of=date(2026, 1, 1))
METHODS: dict[str, UnitMethod] = {"cms": EightMinuteRule(COUNTING), "ama": MidpointRule(COUNTING)}
DE_MINIMIS = 10
units_in = COUNTING.units_in
