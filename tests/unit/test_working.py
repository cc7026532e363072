"""What a command says in a terminal while it works, and that it says nothing in a pipe."""

import io
import sys
import threading

import pytest

from screens.cli import working
from screens.cli.working import CLEARED, Work


class Screen(io.StringIO):
    """A terminal, or a pipe."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal
        self.written = threading.Event()

    def isatty(self) -> bool:
        """Whether somebody sits there."""
        return self._terminal

    def write(self, text: str) -> int:
        """Keep it, and say that something came."""
        count = super().write(text)
        self.written.set()
        return count


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "AT_ONCE", 0.0)
    monkeypatch.setattr(working, "AGAIN", 0.001)


def test_a_terminal_is_told_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The amount stands on one line, which is empty again before anything else is said."""
    screen = Screen(terminal=True)
    monkeypatch.setattr(sys, "stderr", screen)
    with working.working("Tar inn …") as work:
        work.far(120, 2000)
        with working.working("Leser …"):
            pass
        assert screen.written.wait(10)
    lines = screen.getvalue().split(CLEARED)

    assert lines[-1] == lines[0] == ""
    assert set(lines[1:-1]) <= {"Tar inn … 120 av 2000", "Tar inn … 0 s"}
    assert lines[1:-1]


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads by program gets the answer alone."""
    screen = Screen(terminal=False)
    monkeypatch.setattr(sys, "stderr", screen)
    with working.working("Tar inn …") as work:
        work.far(1, 2)

    assert screen.getvalue() == ""


def test_seconds_are_told_where_nobody_knows_how_far_it_is() -> None:
    """Then time itself shows that it goes on."""
    assert Work("Sletter …").told() == "Sletter … 0 s"
