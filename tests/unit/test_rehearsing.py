"""A rehearsal that the desk gives its terminal to, and what ends it."""

import asyncio
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from screens.cli import opening
from screens.desk.practising import rehearse
from screens.desk.wired import WiredDesk
from screens.words import Words

ASKS: str = "import signal; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"


def a_desk(rehearsal: Callable[[], int], told: list[str]) -> WiredDesk:
    """As much of a desk as gives its terminal away, and says how that went."""
    frame = SimpleNamespace(warn=told.append, guide=told.append)
    desk = SimpleNamespace(
        say=Words(),
        rehearsal=rehearsal,
        state=SimpleNamespace(cases=()),
        suspend=nullcontext,
        refresh_state=lambda: None,
        frame=frame,
    )
    return cast("WiredDesk", desk)


def test_ctrl_c_in_a_rehearsal_ends_it_and_never_the_desk() -> None:
    """The desk goes on and says that it stopped; what it starts meanwhile can be ended as ever."""
    told: list[str] = []
    heard: list[str] = []

    def rehearsal() -> int:
        signal.raise_signal(signal.SIGINT)
        asked = subprocess.run([sys.executable, "-c", ASKS], check=True, capture_output=True)
        heard.append(asked.stdout.decode().strip())
        return 2

    before = signal.getsignal(signal.SIGINT)
    try:
        asyncio.run(rehearse(a_desk(rehearsal, told)))
    except KeyboardInterrupt:
        pytest.fail("the desk was closed as well")

    assert heard == ["True"]
    assert told == [Words()("desk.rehearse_stopped")]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("lacks", ["folder", "program"])
def test_a_rehearsal_that_cannot_begin_is_one_that_stopped(
    lacks: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without room for its file, or without the program, the desk goes on with a sentence."""
    if lacks == "folder":
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    else:
        monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    told: list[str] = []

    asyncio.run(rehearse(a_desk(opening.rehearsal, told)))

    assert told == [Words()("desk.rehearse_stopped")]
