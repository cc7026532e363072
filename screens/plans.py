"""Where a case stands in the municipality's plans, and kroner, as every surface says them."""

from collections.abc import Callable

from workshop.case import Case

Say = Callable[..., str]


def kroner(amount: int, say: Say) -> str:
    """«150 000 kr», with a space that does not break."""
    return say("plans.kroner", amount=f"{amount:,}".replace(",", "\u00a0"))


def in_plans(case: Case, say: Say) -> str:
    """Goal, year, cost, owner and place in one line; empty where nothing is known."""
    now = case.placed
    told = [now.goal]
    if now.year is not None:
        told.append(say("plans.year", year=now.year))
    if now.earlier:
        told.append(say("plans.carried", years=", ".join(map(str, now.earlier))))
    if now.cost is not None:
        told.append(kroner(now.cost, say))
    told += [now.owner, now.place]
    return " · ".join(filter(None, told))
