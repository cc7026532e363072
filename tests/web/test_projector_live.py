"""The stream that keeps the projector's page up to date."""

import json
import re
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from screens.control import Control
from tests.web.halls import an_evening, hall, tell

Event = tuple[str, dict[str, Any]]


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db") as running:
        yield running


@pytest.fixture
def stream(control: Control) -> Iterator[Iterator[Event]]:
    """The stream of a hall where needs are collected."""
    an_evening(control)
    with closing(events(control)) as running:
        yield running


def events(control: Control) -> Generator[Event, None, None]:
    """The stream, event by event."""
    url = control.about["projector_url"] + "live"
    with urlopen(url, timeout=20) as answer:  # noqa: S310 - ours
        assert answer.headers["content-type"].startswith("text/event-stream")
        kind = ""
        for line in answer:
            name, _, value = line.decode().strip().partition(": ")
            kind = value if name == "event" else kind
            if name == "data":
                yield kind, json.loads(value)


def the_case(control: Control) -> str:
    """The case that the projector follows."""
    return str(control.get("/hall")["case"])


def test_the_stream_tells_what_has_changed_and_no_more(
    control: Control, stream: Iterator[Event]
) -> None:
    """A new picture comes by itself; what does not show on the wall sends none."""
    case = the_case(control)
    kind, first = next(stream)
    tell(control, case, "actor.name", who="Naboen", category="neighbourhood")
    tell(control, case, "projector.show", wall="blank")
    _, second = next(stream)

    assert kind == "picture"
    assert "innspill" in first["html"]
    assert 0 < first["left"] <= 25 * 60
    assert "blank" in second["html"]


def test_more_time_is_told_although_the_picture_is_the_same(
    control: Control, stream: Iterator[Event]
) -> None:
    """Seconds left are counted by the page, so it hears of the clock when the clock is moved."""
    case = the_case(control)
    _, before = next(stream)
    tell(control, case, "clock.extend", minutes=2)
    _, after = next(stream)
    tell(control, case, "clock.pause")
    _, still = next(stream)

    assert still["html"] == after["html"]
    assert _but_signals(after["html"]) == _but_signals(before["html"])
    assert after["left"] - before["left"] >= 60
    assert [before["paused"], still["paused"]] == [False, True]


def _but_signals(html: str) -> str:
    """The picture without when it signals that time runs out, which follows the time given."""
    return re.sub(r' data-(?:soon|last)="\d+"', "", html)


def test_a_quiet_stream_shows_that_it_lives(stream: Iterator[Event]) -> None:
    """Where nothing happens, a beat with the clock comes after a few seconds."""
    next(stream)
    kind, beat = next(stream)

    assert kind == "beat"
    assert set(beat) == {"left", "paused"}


def test_much_at_once_is_few_pictures(control: Control, stream: Iterator[Event]) -> None:
    """Notes that come in a heap are drawn together, and the last picture has them all."""
    case = the_case(control)
    next(stream)
    for number in range(40):
        tell(control, case, "note.write", text=f"behov {number}")
    counts: list[int] = []
    while not counts or counts[-1] < 40:
        _, picture = next(stream)
        counts += [int(n) for n in re.findall(r">(\d+)</p>", picture["html"])]

    assert all(a < b for a, b in pairwise(counts))
    assert len(counts) < 40


def test_a_hall_that_stops_ends_its_streams(control: Control, stream: Iterator[Event]) -> None:
    """A projector that follows does not hold the hall back when it closes."""
    next(stream)
    control.stop()

    assert all(kind in {"picture", "beat"} for kind, _ in stream)
