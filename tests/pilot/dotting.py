"""Method 6.1, 60-72: a vote on the clusters, from phones, shared phones and paper."""

from screens.desk.widgets.ask import Ask
from tests.pilot.elder_care import CLUSTERS, Hall
from tests.pilot.residents import PHONES, all_of
from workshop.clusters import standing

ON_PAPER = 1
"""The phone whose owner votes on paper."""


async def dots(hall: Hall) -> None:
    """Three dots each, three for every head at a table phone, and no figure before it is closed."""
    me = hall.me
    await me.form("f9", "3")
    await me.until(lambda: hall.case.vote)
    vote = hall.case.votes[hall.case.vote or ""]
    assert (vote.dots, len(vote.targets)) == (3, len(CLUSTERS))
    assert vote.targets == tuple(standing(hall.case))
    mine = [(await phone.me())["vote"] for phone in hall.phones]
    assert [v["dots"] for v in mine] == [3 * phone.heads for phone in hall.phones]
    alone, table = hall.phones[0], hall.phones[-1]
    order = vote.targets
    over = await alone.try_to("/ballot", vote=vote.id, picks=order[:4])
    assert over["reason"] == "too_many_dots"
    over = await table.try_to("/ballot", vote=vote.id, picks=order[: 3 * table.heads + 1])
    assert over["reason"] == "too_many_dots"
    await alone.send("/ballot", vote=vote.id, picks=order[:3])
    # Undo: the ballot without one of its dots, and then another in its place.
    await alone.send("/ballot", vote=vote.id, picks=order[:2])
    assert set((await alone.me())["vote"]["picks"]) == set(order[:2])
    await all_of(
        phone.send("/ballot", vote=vote.id, picks=_picks(order, number, phone.heads))
        for number, phone in enumerate(hall.phones)
        if number != ON_PAPER
    )
    await me.until(lambda: hall.case.votes[vote.id].turnout.get("phone") == PHONES - 1)
    await hall.sees("51 av 52 som er med", "Ingen ser tallene før du lukker")
    await one_on_paper(hall)
    view = await hall.wall("voting")
    assert [c["title"] for c in view["clusters"]] == [hall.case.clusters[c].title for c in order]
    assert (view["bars"], hall.case.votes[vote.id].counts) == ([], {})
    await me.press("f9")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.press("right", "enter")
    await me.until(lambda: not hall.case.vote)
    bars = (await hall.wall("results"))["bars"]
    assert sum(bar["dots"] for bar in bars) == 80 * 3
    counts = hall.case.votes[vote.id].counts
    assert (sum(counts.values()), counts[order[0]]) == (80 * 3, 80)
    assert hall.case.votes[vote.id].turnout == {"phone": PHONES - 1, "paper": 1}
    await hall.sees("1 på papir")


async def one_on_paper(hall: Hall) -> None:
    """Whoever put the phone away gets a ballot; it is keyed in by number, under the same rules."""
    me = hall.me
    vote = hall.case.vote or ""
    await me.press("f2")
    await me.type("1 2 3 4")
    await me.press("enter")
    await hall.sees("For mange prikker, høyst 3.")
    assert "paper" not in hall.case.votes[vote].turnout
    await me.press("backspace", "backspace", "enter")
    await me.until(lambda: hall.case.votes[vote].turnout.get("paper") == 1)
    await me.press("escape")


def _picks(order: tuple[str, ...], number: int, heads: int) -> list[str]:
    """Three each; the first cluster is everybody's."""
    others = order[1:]
    mine = [others[(number + k) % len(others)] for k in range(2 * heads)]
    return [order[0]] * heads + mine
