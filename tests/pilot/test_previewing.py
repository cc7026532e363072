"""The desk looks ahead at a real hall: it sees the picture first, and F5 alone moves the hall."""

import asyncio
from pathlib import Path

import pytest

from screens.desk.previewing import Preview
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.web.halls import an_evening, ask

pytestmark = pytest.mark.evenings


def reads(person: Facilitator, words: str) -> bool:
    return words in " ".join(" ".join(screen_text(person.desk)).split())


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
