"""Leaving the desk while an answer from the hall is still on its way."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from screens.control import Control
from screens.desk.link import Link
from screens.desk.widgets.header import Header
from screens.desk.wiring import Wiring
from screens.words import Words


class SlowHall(Control):
    """A hall that answers where it is only when it is let, and then says something new."""

    def __init__(self) -> None:
        super().__init__({"control_url": "http://127.0.0.1:9/", "token": "none"})
        self.asked, self.may_answer = threading.Event(), threading.Event()

    def get(self, path: str) -> dict[str, Any]:
        self.asked.set()
        assert path == "/hall"
        assert self.may_answer.wait(20)
        return {**self.about, "host": "192.168.8.7"}


class WaitingDesk(Wiring):
    """A desk whose hall is slow, and that looks for it only when it is told to."""

    hall: SlowHall

    def on_frame_stands(self, standing: Message) -> None:  # type: ignore[override]
        # Else the desk looks for a hall of its own, too.
        standing.prevent_default()
        self.hall = SlowHall()
        self._link = Link(self.file, self._told, self._told_lost)
        self._link.control = self.hall


async def test_the_hall_may_answer_while_the_desk_is_being_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The frame is half taken down: nothing is drawn on it, and leaving does not end in a fault."""
    desk = WaitingDesk(Words(), {}, tmp_path / "a.db")
    stood: list[bool] = []

    async def answered(_header: Header) -> None:
        stood.append(bool(desk.frame.query(Header)))
        desk.hall.may_answer.set()
        await asyncio.wait([looking])

    monkeypatch.setattr(Header, "on_unmount", answered, raising=False)
    async with desk.run_test(size=(80, 24)) as pilot:
        while desk._link is None:
            await pilot.pause(0.02)
        looking = asyncio.create_task(desk.look_at_hall())
        await asyncio.to_thread(desk.hall.asked.wait, 20)

    await looking
    assert stood == [True]
    assert desk.hall.about["host"] == "192.168.8.7"
