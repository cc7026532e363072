"""Where a case stands in the municipality's plans, and kroner, as every surface says them."""

from collections.abc import Callable

from screens.words import voice
from workshop.case import Case
from workshop.kept import Application

Say = Callable[..., str]


def kroner(amount: int, say: Say) -> str:
    """«150 000 kr», with a space that does not break."""
    return say("plans.kroner", amount=voice(say).number(amount))


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


def how_far(case: Case, mine: Application, say: Say) -> str:
    """What was applied for, the points so far, the answer and the report, in one line."""
    from workshop.funds import fund_of, points

    told = []
    if mine.amount is not None:
        told.append(say("plans.applied", amount=kroner(mine.amount, say)))
    if given := points(case, mine):
        told.append(say("plans.points", points=", ".join(map(str, given)), n=len(given)))
    if mine.granted is not None:
        fund = fund_of(case, mine.fund)
        told.append(answered(mine, fund is not None and fund.kind == "award", say))
    if mine.given is not None and mine.granted:
        told.append(kroner(mine.given, say))
    told += [mine.body, mine.answer]
    if mine.spent is not None:
        told.append(say("plans.spent", amount=kroner(mine.spent, say)))
    return " · ".join(filter(None, (*told, mine.report))) or say("plans.applied_only")


def answered(mine: Application, award: bool, say: Say) -> str:
    """Whether it was granted, or chosen for an award."""
    if award:
        return say("plans.awarded" if mine.granted else "plans.not_awarded")
    return say("plans.granted" if mine.granted else "plans.not_granted")
