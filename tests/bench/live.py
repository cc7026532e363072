"""T9 and T11: how a key feels at the desk with no notes, and with two thousand of real length."""

import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from typing import Final

import psutil

from screens.bench.figures import Figure, middle, percentile
from screens.bench.servers import environment, hall
from screens.control import Control
from tests.bench.crowded import CASE, LAST, a_case
from tests.bench.terminal import Terminal, terminal
from tests.house.house import ROOT

SIZES: Final = (0, 500, 2_000)
LETTERS: Final = tuple(letter.encode() for letter in "ЖФЦЩЮЯЪЫЭБДГ")
"""Letters that stand in no note: where one is painted, its key was heard."""
KEYS, NOTES, BURST = 24, 10, 500
WRITE, STATIONS, DOWN, HOME = b"\x1bOQ", b"\x1b[18~", b"\x1b[B", b"\x1b[H"
ESCAPE, EMPTY = b"\x1b", b"\x15"
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
        # Whoever has just come reads for a moment; what was heard has been worked through then.
        self.screen.rest()
        self.screen.press(STATIONS)
        self.screen.settle()
        # The newest note is at the top; with none there is the title.
        self.fill = self.screen.painted(b"5", LAST.encode() if notes else b"Behov")
        self.screen.settle()
        self.resident = self.screen.resident_mb()

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

    def in_burst(self, line: Terminal) -> list[Figure]:
        """Letters in the line for slips and in the empty app, in turn, while notes pour in."""
        here: list[float] = []
        least: list[float] = []
        command = [sys.executable, "-m", "tests.bench.crowded", str(self.file), str(BURST)]
        self.screen.press(WRITE)
        self.screen.settle()
        letters = cycle(LETTERS)
        desk = psutil.Process(self.screen.pid)
        since, computed = time.perf_counter(), sum(desk.cpu_times()[:2])
        with subprocess.Popen(command, cwd=ROOT, env=environment()) as pouring:
            while pouring.poll() is None:
                here.append(_written(self.screen, next(letters)))
                least.append(_written(line, next(letters)))
        share = (sum(desk.cpu_times()[:2]) - computed) / (time.perf_counter() - since)
        n = self.notes
        return [
            Figure(
                "T9",
                "live_burst",
                _p95(here),
                _p95(least),
                "ms",
                3.0,
                "line_burst",
                phones=n,
                enough=40,
            ),
            Figure("T9", "live_share", share, 0.25, "core", 1.0, "quarter", phones=n),
        ]


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
    """Each key beside the same on a desk without notes, in turn with it."""
    with ExitStack() as stack:
        line = stack.enter_context(terminal("screens.bench.hello", "keys"))
        line.until(b"Medspill")
        desks = [_Desk(stack, folder, notes) for notes in SIZES]
        found: list[Figure] = []
        empty = desks[0]
        for desk in desks[1:]:
            found += [
                *_listed(desk, empty),
                *_written_beside(desk.screen, empty.screen, desk.notes),
            ]
        for desk in desks:
            found += desk.in_burst(line)
    return found


def _listed(desk: _Desk, empty: _Desk) -> list[Figure]:
    """What the list does while nothing comes, and when one note comes."""
    n = desk.notes
    came, came_to_none = desk.arrivals(), empty.arrivals()
    grown = desk.resident - empty.resident
    return [
        _figure("live_fill", desk.fill * 1000, empty.fill * 1000, 2.5, n, 50),
        _figure("live_append", _p95(came), _p95(came_to_none), 1.5, n, 25),
        _figure("live_search", desk.search() * 1000, 100, 1.0, n, None, "tenth"),
        Figure("T11", "live_memory", grown, 10.0, "MB", 1.0, "grown", phones=n),
    ]


def _written_beside(screen: Terminal, empty: Terminal, n: int) -> list[Figure]:
    """A letter in the line for slips, and an arrow and an order in the list, with and without."""
    for each in (screen, empty):
        each.press(WRITE)
        each.settle()
    some = (LETTERS * 2)[:KEYS]
    pairs = [(_alone(screen, one), _alone(empty, one)) for one in some]
    for each in (screen, empty):
        each.press(EMPTY)
        each.settle()
    here, least = (_ms(waits) for waits in zip(*pairs, strict=True))
    screen.press(ESCAPE)
    screen.settle()
    arrows = _ms([_alone(screen, DOWN) for _ in some])
    return [
        _figure("live_letter", here, least, 1.5, n, 10),
        _figure("live_arrow", arrows, least, 1.5, n, 20),
    ]


def _figure(
    key: str,
    measured: float,
    limit: float,
    target: float,
    notes: int,
    enough: float | None,
    against: str = "no_notes",
) -> Figure:
    return Figure("T11", key, measured, limit, "ms", target, against, phones=notes, enough=enough)


def _ms(samples: Sequence[float]) -> float:
    return middle(samples) * 1000


def _p95(samples: Sequence[float]) -> float:
    return percentile(samples, 0.95) * 1000
