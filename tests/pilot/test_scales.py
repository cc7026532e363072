"""Fundamentals and checklists by keyboard alone, on a real hall."""

import pytest

from screens.desk.widgets.ask import Ask
from screens.desk.widgets.menu import Menu
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from workshop.fundamentals import product
from workshop.scored import Assessment

pytestmark = pytest.mark.evenings


async def an_open_evening(me: Facilitator) -> None:
    """A case with an open gathering."""
    await me.form("n", "Gode år hjemme", "Skauli")
    await me.until(lambda: me.case)
    assert (await me.desk.send("gathering.plan", title="Arbeidsgruppa")).get("ok")
    await me.until(lambda: me.case and me.case.gatherings)
    assert me.case is not None
    gathering = next(iter(me.case.gatherings))
    assert (await me.desk.send("gathering.open", gathering=gathering)).get("ok")
    await me.until(lambda: me.case and me.case.gathering)


def newest(me: Facilitator) -> Assessment:
    """The newest assessment."""
    assert me.case is not None
    return list(me.case.assessments.values())[-1]


def sheets(me: Facilitator) -> int:
    """How many sheets of paper lie in the open poll."""
    poll = me.case.polls.get(me.case.poll or "") if me.case else None
    return len(poll.numbers) if poll else 0


async def more_sheets(me: Facilitator, before: int) -> None:
    """Go on when there are more than before."""
    await me.until(lambda: sheets(me) > before)


async def scored(me: Facilitator, count: int) -> None:
    """Go on when so many fundamentals have a score."""
    await me.until(lambda: len(newest(me).scores) == count)


def words(me: Facilitator, selector: str) -> str:
    """What stands in one of the place's lines."""
    place = me.desk.frame.place
    assert place is not None
    return str(place.query_one(selector).render())


async def test_five_digits_make_a_product_and_a_zero_is_told(facilitator: Facilitator) -> None:
    """A digit a row; a zero raises the banner, the note answers it, undo takes it back."""
    me = facilitator
    await an_open_evening(me)
    await me.press("f7", "f")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.query("#scores"))
    for count, digit in enumerate("21430", start=1):
        await me.press(digit)
        await me.until(lambda: me.case and me.case.assessments)
        await scored(me, count)

    assert product(newest(me)) == 0
    assert "2 × 1 × 4 × 3 × 0 =" in words(me, "#product-words")
    assert "Svaret er null: Forankring." in words(me, "#banner")
    await me.form("n", "Spør kommunalsjefen")
    await me.until(lambda: newest(me).notes)
    assert "Spør kommunalsjefen" in words(me, "#banner")
    await me.press("3")
    await me.until(lambda: product(newest(me)) == 72)
    await me.press("u")
    await me.until(lambda: product(newest(me)) == 0)
    await me.press("f5")
    await me.until(lambda: me.case and me.case.shown.wall == "fundamentals")


async def test_silent_scores_from_paper_stay_hidden_until_e(facilitator: Facilitator) -> None:
    """F2 keys in five digits a sheet; nothing shows before e, and then the spread is told."""
    me = facilitator
    await an_open_evening(me)
    await me.press("f7", "f")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.query("#scores"))
    await me.press("s")
    await me.until(lambda: me.case and me.case.poll)
    for sheet in ("21430", "2,1,4,3,4"):
        before = sheets(me)
        await me.press("f2")
        await me.type(sheet)
        await me.press("enter")
        await more_sheets(me, before)
    assert "Tallene er skjult" in words(me, "#product-words")
    assert "1 av 2" not in words(me, "#remarks")
    await me.press("escape", "e")
    await me.until(lambda: me.case and not me.case.poll)

    await me.until(lambda: "1 av 2 ga 0 på Forankring." in words(me, "#remarks"))
    assert "Forankring: fra 0 til 4. Snakk om hvorfor." in words(me, "#remarks")


async def test_a_checklist_is_gone_through_and_asked(facilitator: Facilitator) -> None:
    """Enter opens it, a digit answers, a form says what is done; o asks all, F9 closes."""
    me = facilitator
    await an_open_evening(me)
    await me.press("f7", "s")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.query("#sheets"))
    await me.press("enter")
    await me.press("4")
    await me.until(lambda: me.case and me.case.reviews)
    await me.form("enter", "Vi spør alltid", "Kurs", "Kari")
    await me.until(lambda: me.case and len(next(iter(me.case.reviews.values())).replies) == 2)
    assert me.case is not None
    first, second = next(iter(me.case.reviews.values())).replies.values()
    assert (first.step, second.action, second.owner) == ("4", "Kurs", "Kari")
    await me.press("o")
    await me.until(lambda: me.case and me.case.poll)
    await me.press("f2")
    await me.type("345 34-v2")
    await me.press("enter")
    await me.until(lambda: "Skriv 9 svar" in words(me, "#entry-what"))
    await me.press("escape", "f9")
    await me.until(lambda: (me.case and not me.case.poll) or isinstance(me.desk.screen, Ask))

    assert me.case is not None
    (poll,) = me.case.polls.values()
    assert poll.turnout == {}
    # With nothing to answer, F2 leads to where slips are written, and no letter is a command.
    await me.press("f2")
    await me.until(lambda: me.desk.focused and me.desk.focused.id == "entry-field")
    await me.type("Hun venter alene")
    assert me.desk.frame.place is not None
    assert me.desk.frame.place.NAME == "needs"
    assert me.case.poll is None


async def test_the_page_follows_the_question_that_opens(facilitator: Facilitator) -> None:
    """Whichever sheet one looked at, the one that is answered now stands there."""
    me = facilitator
    await an_open_evening(me)
    await me.press("f7", "s")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.query("#sheets"))
    await me.press("n")
    await me.until(lambda: isinstance(me.desk.screen, Menu))
    await me.form("7", "Stemmer det?")
    await me.until(lambda: me.case and me.case.poll)
    await me.press("f9")
    await me.until(lambda: me.case and not me.case.poll)
    await me.go("6")
    await me.turn("opening")
    await me.turn("ending")

    await me.press("s")

    await me.until(lambda: me.case and me.case.poll)
    await me.until(lambda: "Før du går" in "\n".join(screen_text(me.desk)))
    assert me.case is not None
    assert me.case.polls[me.case.poll or ""].what == "exit"


async def test_f9_leads_to_each_thing_that_a_block_of_questions_asks(
    facilitator: Facilitator,
) -> None:
    """The block starts with its planned minutes, its sheets come in turn, and nothing is stuck."""
    me = facilitator
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.case)
    sent = await me.desk.send("gathering.plan", title="Kveld")
    gathering = str(sent["command"])
    for asks, minutes in ((["culture", "fundamentals"], 25), ([], 7)):
        await me.desk.send(
            "block.plan", gathering=gathering, kind="poll", asks=asks, minutes=minutes
        )
    await me.desk.send("gathering.open", gathering=gathering)
    await me.until(lambda: me.case and me.case.gathering)

    await me.press("f9")
    await me.until(lambda: running_minutes(me) == 25)
    await me.until(lambda: me.desk.frame.place and "kultur" in words(me, "#title"))
    await me.press("4")
    await me.until(lambda: me.case and me.case.reviews)
    await me.press("f9")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "fundamentals")
    await me.press("2")
    await me.until(lambda: me.case and me.case.assessments)
    await me.press("f9")
    await me.until(lambda: running_minutes(me) == 7)
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "checklists")


def running_minutes(me: Facilitator) -> int:
    """How long the block that runs was meant to take; 0 where none does."""
    return me.case.running.minutes if me.case and me.case.running else 0
