"""T9 and T11: how a key feels at the desk with no notes, and with two thousand of real length."""

import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from typing import Final

from screens.bench.figures import Figure, middle, percentile
from screens.bench.servers import environment, hall
from screens.control import Control
from tests.bench.crowded import CASE, LAST, a_case
from tests.bench.terminal import Terminal, terminal
from tests.house.house import ROOT

SIZES: Final = (0, 500, 2_000)
LETTERS: Final = tuple(letter.encode() for letter in "ЖФЦЩЮЯЪЫЭБДГ")
"""Letters that stand in no note: where one is painted, its key was heard."""
KEYS, ARROWS, NOTES, BURST = 24, 24, 10, 500
WRITE, STATIONS, DOWN, HOME = b"\x1bOQ", b"\x1b[18~", b"\x1b[B", b"\x1b[H"
ESCAPE, EMPTY, ORDER = b"\x1b", b"\x15", b"o"
BETWEEN: Final = 0.05
"""Seconds between two keys, as quick as anybody writes."""


class _Desk:
    """A desk on a case with so many notes, at the page of needs."""

    def __init__(self, stack: ExitStack, folder: Path, notes: int) -> None:
        self.notes, self.file = notes, folder / f"{notes}.db"
        a_case(self.file, notes)
        stack.enter_context(hall(self.file))
        self.screen = stack.enter_context(terminal("screens.cli", "--file", str(self.file)))
        self.screen.until(b"Medspill")
        self.screen.until(b"Gode")
        # Whoever has just come reads for a moment.
        time.sleep(1)
        self.screen.settle()
        self.screen.press(STATIONS)
        self.screen.settle()
        # The newest note is at the top; with none there is the title.
        self.fill = self.screen.painted(b"5", LAST.encode() if notes else b"Behov")
        self.screen.settle()
        self.resident = self.screen.resident_mb()

    def arrows(self) -> list[float]:
        return [_alone(self.screen, DOWN) for _ in range(ARROWS)]

    def orders(self) -> list[float]:
        return [_alone(self.screen, ORDER) for _ in range(ARROWS // 2)]

    def arrivals(self) -> list[float]:
        """From a receipt until the note is on the screen."""
        control, waits = Control.find(self.file), []
        assert control is not None
        # What comes never moves a list that one stands in, so one stands at the line below it.
        for key in (HOME, WRITE):
            self.screen.press(key)
            self.screen.settle()
        for n in range(NOTES):
            word = f"NYLAPP{self.notes}X{n}"
            control.send(CASE, "note.write", what="need", text=f"{word} noen å prate med")
            since = time.perf_counter()
            self.screen.until(word.encode())
            waits.append(time.perf_counter() - since)
            time.sleep(BETWEEN)
            self.screen.settle()
        self.screen.press(ESCAPE)
        self.screen.settle()
        return waits

    def search(self) -> float:
        """From the first of nine letters until one note is left."""
        self.screen.press(b"/")
        self.screen.settle()
        spent = self.screen.painted(LAST.lower().encode(), LAST.encode())
        for _ in range(2):
            self.screen.press(ESCAPE)
            self.screen.settle()
        return spent

    def in_burst(self, line: Terminal) -> tuple[list[float], list[float]]:
        """Letters in the line for slips and in the empty app, in turn, while notes pour in."""
        here: list[float] = []
        least: list[float] = []
        command = [sys.executable, "-m", "tests.bench.crowded", str(self.file), str(BURST)]
        letters = cycle(LETTERS)
        with subprocess.Popen(command, cwd=ROOT, env=environment()) as pouring:
            while pouring.poll() is None:
                here.append(_written(self.screen, next(letters)))
                least.append(_written(line, next(letters)))
        return here, least


def _alone(screen: Terminal, key: bytes) -> float:
    spent = screen.painted(key)
    time.sleep(BETWEEN)
    screen.settle()
    return spent


def _written(screen: Terminal, letter: bytes) -> float:
    spent = screen.painted(letter, letter)
    time.sleep(BETWEEN)
    return spent


def figures(folder: Path) -> list[Figure]:
    """Each key beside the same in a Textual app of one line, in turn with it."""
    with ExitStack() as stack:
        line = stack.enter_context(terminal("screens.bench.hello", "keys"))
        line.until(b"Medspill")
        desks = [_Desk(stack, folder, notes) for notes in SIZES]
        found: list[Figure] = []
        empty = desks[0]
        for desk in desks[1:]:
            found += _quiet(desk, empty, line)
        for desk in desks:
            found += _writing(desk, line)
    return found


def _quiet(desk: _Desk, empty: _Desk, line: Terminal) -> list[Figure]:
    """What the list does while nothing comes, and when one note comes."""
    n = desk.notes
    least = [_alone(line, letter) for _, letter in zip(range(ARROWS), cycle(LETTERS), strict=False)]
    nine = line.painted(b"sistelapp" + LETTERS[0], LETTERS[0])
    line.press(EMPTY)
    line.settle()
    held = {"arrow": desk.arrows(), **({"order": desk.orders()} if 0 else {})}
    came, came_to_none = desk.arrivals(), empty.arrivals()
    grown = desk.resident - empty.resident
    return [
        *(_figure(f"live_{k}", _ms(s), _ms(least), 1.5, "line", n, 25) for k, s in held.items()),
        _figure("live_fill", desk.fill * 1000, empty.fill * 1000, 1.5, "no_notes", n, 50),
        _figure("live_append", _p95(came), _p95(came_to_none), 1.5, "no_notes", n, 25),
        _figure("live_search", desk.search() * 1000, nine * 1000, 1.5, "line", n, 100),
        Figure("T11", "live_memory", grown, 10.0, "MB", 1.0, "grown", phones=n),
    ]


def _writing(desk: _Desk, line: Terminal) -> list[Figure]:
    """A slip is keyed in, alone and while five hundred notes come."""
    desk.screen.press(WRITE)
    desk.screen.settle()
    pairs = [(_alone(desk.screen, one), _alone(line, one)) for one in (LETTERS * 2)[:KEYS]]
    here, least = zip(*pairs, strict=True)
    desk.screen.press(EMPTY)
    line.press(EMPTY)
    in_burst, least_in_burst = desk.in_burst(line)
    line.press(EMPTY)
    n = desk.notes
    return [
        _figure("live_letter", _ms(here), _ms(least), 1.5, "line", n, 10),
        Figure(
            "T9", "live_burst", _p95(in_burst), _p95(least_in_burst), "ms", 1.5, "line_burst",
            phones=n, enough=40,
        ),
    ]  # fmt: skip


def _figure(
    key: str, measured: float, limit: float, target: float, against: str, notes: int, enough: float
) -> Figure:
    return Figure("T11", key, measured, limit, "ms", target, against, phones=notes, enough=enough)


def _ms(samples: Sequence[float]) -> float:
    return middle(samples) * 1000


def _p95(samples: Sequence[float]) -> float:
    return percentile(samples, 0.95) * 1000
