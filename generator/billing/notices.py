"""Which lines an advance notice (ABN) covers: those of the services that it names."""

from collections.abc import Iterable

from generator.billing.coded_services import CodedService
from generator.facts.visits import Abn, Service, Visit


def abn_of(visit: Visit, service: Service) -> Abn | None:
    """The notice for one service; where the visit names services, there is none for the others."""
    return service.abn or "none" if _names_services(visit) else visit.abn


def as_noticed(
    visit: Visit, billed: Iterable[CodedService], code: str, excluded: bool
) -> Visit | None:
    """The visit as its notice concerns a line; None where it is asked which lines it covers.

    A notice for care that is no longer necessary covers all of it.
    """
    alike = [entry for entry in billed if entry.excluded == excluded]
    own = {abn_of(visit, entry.service) for entry in alike if entry.code == code}
    if len(own) > 1:
        return None
    (abn,) = own or {visit.abn}
    if _names_services(visit):
        doubted = {"necessary": False} if abn == "required" else {}
        return visit.model_copy(update={"abn": abn, **doubted})
    whole = not excluded and visit.necessary is not None
    several = len({entry.code for entry in alike}) > 1
    open_ = abn == ("voluntary" if excluded else "required") and several and not whole
    return None if open_ else visit


def _names_services(visit: Visit) -> bool:
    return any(service.abn for service in visit.services)
