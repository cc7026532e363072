"""The desk looks ahead at a real hall: it sees the picture first, and F5 alone moves the hall."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from screens.desk.previewing import Preview
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.web.halls import an_evening, ask

pytestmark = pytest.mark.evenings


def reads(person: Facilitator, words: str) -> bool:
    return words in " ".join(" ".join(screen_text(person.desk)).split())


def shows(person: Facilitator, wall: str, block: str) -> bool:
    case = person.case
    running = case.running if case else None
    return bool(case and case.shown.wall == wall and running and running.kind == block)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_looking_moves_nothing_until_f5(tmp_path: Path, size: tuple[int, int]) -> None:
    """Leafing leaves hall and file as they are; Esc goes back; F5 shows what was looked at."""
    async with at_the_desk(tmp_path / "sak.db", size) as person:
        desk = person.desk
        control = desk.control
        assert control is not None
        case = await asyncio.to_thread(an_evening, control)
        await desk.choose_case(case, "learnt")
        await person.until(lambda: person.sees_all and desk.focused)
        seq = person.case.seq if person.case else 0

        def on_wall() -> tuple[str, int]:
            return (person.case.shown.wall, person.case.station) if person.case else ("", 0)

        before = on_wall()
        await person.press("z")
        await person.until(lambda: isinstance(desk.screen, Preview))
        await person.until(lambda: reads(person, "Det F5 viser herfra"))
        await person.until(lambda: reads(person, "Telefonene blir ved det de viser"))
        assert reads(person, "Storskjermen viser nå: Innspill")
        assert reads(person, "6 Åpen løsning")
        await person.press("right")
        await person.until(lambda: reads(person, "2 av"))
        await person.press("escape")
        await person.until(lambda: not isinstance(desk.screen, Preview))
        assert (on_wall(), person.case.seq if person.case else 0) == (before, seq)

        await person.press("z")
        await person.until(lambda: reads(person, "F5 Vis i salen"))
        await person.press("f5")
        await person.until(lambda: on_wall() == ("learnt", 6))

        status, _ = await asyncio.to_thread(ask, control.about["control_url"], "/preview", b"{}")
        assert status == 403


async def test_what_one_looks_at_is_what_f5_shows(tmp_path: Path) -> None:
    """At every place with a picture of its own, F5 in the look shows the wall that was drawn."""
    async with at_the_desk(tmp_path / "sak.db", (120, 36)) as person:
        desk = person.desk
        control = desk.control
        assert control is not None
        case = await asyncio.to_thread(an_evening, control)
        await desk.choose_case(case, "problem")
        for name in ("problem", "helpers", "arena", "clusters", "needs", "opening", "fundamentals"):
            await desk.go(name)
            await person.until(lambda: person.sees_all and desk.focused)
            await person.press("z")
            await person.until(lambda: isinstance(desk.screen, Preview) and desk.screen.drawn)
            assert isinstance(desk.screen, Preview)
            drawn = desk.screen.drawn
            assert reads(person, "Det F5 viser herfra"), name
            await person.press("f5")
            await person.until(partial(shows, person, drawn["wall"], drawn["phones"]["block"]))
            await person.until(lambda: desk.screen is desk.frame)
