"""The run sheet at the desk, by keyboard alone: from a template to catching up."""

import re
from datetime import datetime, timedelta

import pytest

from screens.desk.form import Form
from screens.desk.widgets.ask import Ask
from storage import templates
from storage.reader import read_cases
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from workshop.pace import following
from workshop.planned import Block, Gathering

pytestmark = pytest.mark.evenings


def gathering(me: Facilitator) -> Gathering:
    """The only gathering of the case."""
    assert me.case
    (only,) = me.case.gatherings.values()
    return only


def blocks(me: Facilitator) -> tuple[Block, ...]:
    """Its run sheet, empty before there is one."""
    return gathering(me).blocks if me.case and me.case.gatherings else ()


async def sees(me: Facilitator, words: str) -> None:
    """Wait until these words stand on the screen, over lines too."""

    def seen() -> bool:
        return words in re.sub(r"\s+", " ", " ".join(screen_text(me.desk)))

    await me.until(seen)


async def planned(me: Facilitator, *fields: str) -> None:
    """A case with a gathering from the first template that suits it."""
    await me.form("n", "Kveldsbuss", "Skauli")
    await me.until(lambda: me.case)
    await me.go("4")
    await me.form("g", *fields)
    await me.until(lambda: blocks(me))


async def test_a_template_is_chosen_and_changed_by_keyboard(facilitator: Facilitator) -> None:
    """New, change, move, longer, shorter, off, and each of them undone with u."""
    me = facilitator
    await planned(me)
    template = templates.template("folkemote")
    assert template
    assert [b.title for b in blocks(me)] == [b.title for b in template.blocks]
    assert (gathering(me).start, gathering(me).end) == ("18:00", "20:30")
    first = blocks(me)[0].id

    await me.press("plus", "plus", "plus", "minus")
    await me.until(lambda: blocks(me)[0].minutes == 12)
    await me.press("J")
    await me.until(lambda: blocks(me)[1].id == first)
    await me.press("K")
    await me.until(lambda: blocks(me)[0].id == first)
    await me.press("x")
    await me.until(lambda: first not in [b.id for b in blocks(me)])
    await me.press("u")
    await me.until(lambda: blocks(me)[0].id == first)
    await me.form("n", "", "Sang", "4", "Koret")
    await me.until(lambda: len(blocks(me)) == 11)
    assert ("Sang", 4, "Koret") in [(b.title, b.minutes, b.role) for b in blocks(me)]
    await me.press("home")
    await me.form("enter", "", " til dere alle")
    await me.until(lambda: blocks(me)[0].title == "Velkommen og løftet til dere alle")
    await sees(me, "Planen er 6 min for lang")

    assert read_cases(me.desk.file)[me.case.id if me.case else ""] == me.case


async def test_the_plan_says_what_it_lacks_and_the_room_is_looked_at(
    facilitator: Facilitator,
) -> None:
    """Every check is a sentence; nothing of it stops the evening from being opened."""
    me = facilitator
    await planned(me)
    await sees(me, "Rommet er ikke sjekket")
    await me.form("s", "Teleslynga virker ikke")
    await sees(me, "I rommet mangler: Teleslynga virker ikke")
    for _ in range(4):
        await me.press("down")
    await me.press("x")
    await sees(me, "135 min uten pause")
    await me.press("o")

    await me.until(lambda: me.case and me.case.gathering)


def another_time() -> str:
    """A start that is far from now, so that the evening is measured by its own first block."""
    return f"{datetime.now().astimezone() + timedelta(hours=12):%H:%M}"


async def test_f9_leads_through_the_sheet_and_nothing_goes_by_itself(
    facilitator: Facilitator,
) -> None:
    """F9 begins the next block; the hall is told what comes, and early or late is told."""
    me = facilitator
    await planned(me, "", "", "", "", another_time())
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    for number in range(3):
        await me.press("f9")
        await me.until(
            lambda number=number: (
                me.case  # type: ignore[misc]
                and me.case.running
                and me.case.running.block == blocks(me)[number].id
            )
        )
    # Phones and wall name the step, so the hall stands where the block belongs.
    assert me.case is not None
    assert (blocks(me)[2].kind, me.case.station) == ("missing", 2)
    if me.desk.size.width < 100:
        await me.press("f3")
    await sees(me, "Så: Behov åpent 25 min")
    await me.press("escape")
    # The desk goes where the block is worked at: what the hall lacks is on a page of its own.
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "gaps")
    await me.go("4")
    await me.press("p")
    await me.until(lambda: me.case and me.case.shown.wall == "programme")

    assert [b.kind for b in following(gathering(me))][:2] == ["needs", "pause"]


def more_time(me: Facilitator) -> int:
    """How many minutes the block that runs has been given beside its own."""
    running = me.case.running if me.case else None
    assert running
    assert running.ends_at
    return round((running.ends_at - running.since).total_seconds() / 60) - running.minutes


async def test_catching_up_is_shown_then_done_then_undone(facilitator: Facilitator) -> None:
    """T shows which blocks by how much; only a yes does it, in one command."""
    me = facilitator
    await planned(me, "", "", "", "", another_time())
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.press("f9")
    await me.until(lambda: me.case and me.case.running)
    # Told by the hall's own clock: much more time on the first block makes the evening late.
    for more in range(1, 6):
        await me.press("f4")
        await me.until(lambda more=more: more_time(me) == 2 * more)  # type: ignore[misc]
    await sees(me, "10 min etter planen")
    before = blocks(me)

    await me.press("t")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await sees(me, "Ta igjen 10 min?")
    await me.press("enter")
    await me.until(lambda: not isinstance(me.desk.screen, Ask | Form))
    assert blocks(me) == before
    await me.press("t")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.press("right", "enter")
    await me.until(lambda: sum(b.minutes for b in blocks(me)) == 140)
    await sees(me, "I rute")
    await me.press("u")

    await me.until(lambda: blocks(me) == before)


async def test_f9_leads_from_an_empty_case_to_an_open_gathering(facilitator: Facilitator) -> None:
    """It goes where a gathering is planned and opened, and names the key for what lacks."""
    me = facilitator
    await me.form("n", "Kveldsbuss", "Skauli")
    await me.until(lambda: me.case)
    await me.press("f9")
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME == "arena")
    await sees(me, "G planlegger ett")
    await me.form("G")
    await me.until(lambda: blocks(me))
    await me.press("f9")
    await sees(me, "Når folk er på plass, åpner o møtet")
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.press("f9")
    await me.until(lambda: me.case and me.case.running)
