"""What a terminal is told of the wall: the view and nothing else, and who follows."""

import json
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from screens.control import Control
from screens.projector.seen import seen_from
from tests.web.halls import an_evening, hall, tell
from workshop.views import ProjectorView

NETWORK = {"wifi": "GRAN47", "password": "GRAN4747"}
Event = tuple[str, dict[str, Any]]


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db") as running:
        yield running


def asked(control: Control, name: str) -> dict[str, Any]:
    """What the hall answers below the projector's path."""
    with urlopen(control.about["projector_url"] + name, timeout=10) as answer:  # noqa: S310 - ours
        said = json.load(answer)
    assert isinstance(said, dict)
    return said


def events(control: Control, name: str) -> Generator[Event, None, None]:
    """A stream below the projector's path, event by event."""
    with urlopen(control.about["projector_url"] + name, timeout=20) as answer:  # noqa: S310 - ours
        kind = ""
        for line in answer:
            word, _, value = line.decode().strip().partition(": ")
            kind = value if word == "event" else kind
            if word == "data":
                yield kind, json.loads(value)


def test_the_view_has_what_the_hall_may_see_and_no_more(control: Control) -> None:
    """Its fields are those of the view; what was not let through is not there, nor who wrote it."""
    case = an_evening(control)
    shown, hidden = (tell(control, case, "note.write", text=t) for t in ("Sluppet", "Ikke sluppet"))
    tell(control, case, "note.moderate", note=shown, state="shown")
    told = asked(control, "view")

    assert told["view"].keys() == ProjectorView.model_fields.keys()
    assert told.keys() == {*("view", "phone_url", "language", "wifi", "password", "left", "paused")}
    assert [note["text"] for note in told["view"]["notes"]] == ["Sluppet"]
    assert hidden not in json.dumps(told)
    assert told["view"]["count"] == 2


def test_no_dots_are_told_while_a_vote_is_open(control: Control) -> None:
    """A program that reads the view learns no more than the hall sees."""
    case = an_evening(control)
    cluster = tell(control, case, "cluster.make", title="Kveldsbuss")
    vote = tell(control, case, "vote.open")
    for number in range(1, 7):
        fields = {"vote": vote, "picks": [cluster], "number": number}
        tell(control, case, "ballot.cast", origin="paper", **fields)
    during = asked(control, "view")["view"]
    tell(control, case, "vote.close")
    after = asked(control, "view")["view"]

    assert (during["bars"], during["turnout"], during["voted"]) == ([], {}, 6)
    assert [bar["dots"] for bar in after["bars"]] == [6]


def test_the_network_is_told_only_on_the_way_in(control: Control) -> None:
    """Its password stands on the wall that shows how to join, and nowhere else."""
    control.keep(**NETWORK)
    before = asked(control, "view")
    case = an_evening(control)
    inside = asked(control, "view")
    tell(control, case, "projector.show", wall="join")
    joining = asked(control, "view")

    assert before["view"] is None
    assert [before["wifi"], inside["wifi"], joining["wifi"]] == ["GRAN47", "", "GRAN47"]
    assert [inside["password"], joining["password"]] == ["", "GRAN4747"]


def test_what_is_told_can_be_read_back(control: Control) -> None:
    """A terminal makes of the JSON the very view that the hall has."""
    case = an_evening(control)
    tell(control, case, "promise.make", text="Alle får svar")
    tell(control, case, "answer_date.set", day="2025-05-28")
    told = asked(control, "view")
    view = seen_from(told).view

    assert view is not None
    assert view.model_dump(mode="json") == told["view"]
    with pytest.raises(ValueError, match="wall"):
        seen_from({"view": {"wall": "guessed"}})


def test_a_terminal_is_told_of_changes_and_of_life(control: Control) -> None:
    """A view when it has changed, a beat with the clock when nothing does."""
    case = an_evening(control)
    with closing(events(control, "views?pages=1")) as stream:
        first = next(stream)
        tell(control, case, "actor.name", who="Naboen", category="neighbourhood")
        tell(control, case, "projector.show", wall="closing")
        second, beat = next(stream), next(stream)

    assert [kind for kind, _ in (first, second, beat)] == ["view", "view", "beat"]
    assert [told["view"]["wall"] for _, told in (first, second)] == ["collecting", "closing"]
    assert beat[1].keys() == {"left", "paused"}


def test_the_hall_knows_its_followers_and_their_pages(control: Control) -> None:
    """The most pages that anybody makes count; without followers the page's own."""
    case = an_evening(control)
    for number in range(1, 9):
        tell(control, case, "cluster.make", title=f"Klynge {number}")
    tell(control, case, "projector.show", wall="clusters", page=9)
    alone = asked(control, "pages")
    with (
        closing(events(control, "views?pages=3")) as terminal,
        closing(events(control, "live")) as page,
    ):
        next(terminal)
        next(page)
        together = asked(control, "pages")
    with closing(events(control, "views?pages=many")) as odd:
        next(odd)
        assert asked(control, "view")

    assert alone == {"page": 2, "pages": 2, "followers": 0}
    assert together == {"page": 3, "pages": 3, "followers": 2}
