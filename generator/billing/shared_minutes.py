"""Minutes that two services share count once: under the service that the other one names."""

from dataclasses import replace

from generator.billing.coded_services import CodedService, NotBilled, SelectedCodes
from generator.billing.reasons import explain

RULE = ("rules/one-on-one-time",)


def share_minutes(selected: SelectedCodes) -> SelectedCodes:
    """The coded services with the minutes that are their own; without any, a service is not billed.

    Of an untimed code minutes make no units, so it shares none.
    """
    by_id = {entry.service.id: entry for entry in selected.coded if _counts_minutes(entry)}
    coded: list[CodedService] = []
    not_billed: list[NotBilled] = []
    for entry in selected.coded:
        other = by_id.get(entry.service.same_minutes_as or "")
        if other is None or not _counts_minutes(entry):
            coded.append(entry)
            continue
        own = max(0, entry.minutes - other.minutes)
        values = {"code": entry.code, "other": other.code, "minutes": entry.minutes - own}
        if own:
            shared = explain("minutes-shared", RULE, **values)
            service = entry.service.model_copy(update={"minutes": own})
            coded.append(replace(entry, service=service, reasons=(*entry.reasons, shared)))
        else:
            shared = explain("minutes-all-shared", RULE, **values)
            not_billed.append(NotBilled(entry.code, entry.minutes, shared))
    return replace(selected, coded=tuple(coded), not_billed=(*selected.not_billed, *not_billed))


def _counts_minutes(entry: CodedService) -> bool:
    return entry.timed or bool(entry.measure and entry.measure.of == "minutes")
