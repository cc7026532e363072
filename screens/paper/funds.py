"""The applications to each fund over all cases: points, places, answers, and what is left."""

from collections.abc import Iterator, Sequence
from typing import Final

from screens.paper.markdown import plain, table
from screens.paper.page import as_page
from screens.plans import answered, kroner
from screens.words import Words
from workshop.portfolio import Applied, Row, by_fund

HEADS: Final = ("place", "title", "applied", "points", "answer", "spent")


def as_markdown(rows: Sequence[Row], say: Words) -> str:
    """A table for each fund or award, those with most points first; equal points share a place."""
    return "\n\n".join(_paragraphs(rows, say)) + "\n"


def as_html(rows: Sequence[Row], say: Words) -> str:
    """The same as a page of its own."""
    return as_page(as_markdown(rows, say), say("portfolio.funds"), say)


def _paragraphs(rows: Sequence[Row], say: Words) -> Iterator[str]:
    yield f"# {say('portfolio.funds')}"
    held = by_fund(rows)
    if not held:
        yield say("portfolio.funds_none")
    for fund, applied in held.items():
        yield f"## {plain(fund)}"
        means = [one.mean for one in applied]
        cells = [_cells(one, means.index(one.mean) + 1, say) for one in applied]
        yield table([say(f"portfolio.fund_{head}") for head in HEADS], cells)
        given = sum(one.mine.given or 0 for one in applied if one.mine.granted)
        if given:
            yield say("portfolio.given", amount=kroner(given, say))
        if pot := applied[0].pot:
            yield say("portfolio.left", amount=kroner(pot - given, say), pot=kroner(pot, say))


def _cells(one: Applied, place: int, say: Words) -> list[str]:
    mine = one.mine
    answer = "–"
    if mine.granted is not None:
        answer = answered(mine, one.award, say)
        if mine.granted and mine.given is not None:
            answer = f"{answer} {kroner(mine.given, say)}"
    return [
        str(place) if one.points else "–",
        plain(one.case),
        "–" if mine.amount is None else kroner(mine.amount, say),
        ", ".join(map(str, one.points)) or "–",
        answer,
        "–" if mine.spent is None else kroner(mine.spent, say),
    ]
