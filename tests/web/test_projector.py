"""The projector's page: only what was let through, no counts before time, nothing that runs."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from screens.control import Control
from tests.web.halls import an_evening, hall, tell

HOSTILE = "<img src=x onerror=alert(1)> {{ 7 * 7 }} </script>"


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db") as running:
        yield running


def look(control: Control, path: str = "picture") -> str:
    """What the projector shows now."""
    with urlopen(control.about["projector_url"] + path, timeout=10) as answer:  # noqa: S310 - ours
        return str(answer.read().decode())


def test_without_a_case_the_wall_says_that_we_begin_soon(control: Control) -> None:
    """An empty file is no error on the wall."""
    assert "Vi begynner snart" in look(control, "")


def test_a_note_shows_only_when_it_was_let_through(control: Control) -> None:
    """Nothing reaches the hall by accident, and what is hidden again goes at once."""
    case = an_evening(control)
    note = tell(control, case, "note.write", text="Trenger en benk")
    assert "Trenger en benk" not in look(control)

    tell(control, case, "note.moderate", note=note, state="shown")
    assert "Trenger en benk" in look(control)

    tell(control, case, "note.moderate", note=note, state="hidden")
    assert "Trenger en benk" not in look(control)


def test_hostile_words_are_only_words(control: Control) -> None:
    """What people write is escaped on every wall."""
    case = an_evening(control)
    note = tell(control, case, "note.write", text=HOSTILE)
    tell(control, case, "note.moderate", note=note, state="shown")
    tell(control, case, "cluster.make", title=HOSTILE)
    seen = [look(control)]
    tell(control, case, "question.write", text=HOSTILE)
    for wall in ("question", "clusters", "join", "closing", "pause", "blank"):
        tell(control, case, "projector.show", wall=wall)
        seen.append(look(control))

    assert all("<img" not in picture for picture in seen)
    assert any("&lt;img" in picture for picture in seen)
    assert all("49" not in picture.split("lapp")[0] for picture in seen[:1])


def test_no_dots_are_told_while_a_vote_is_open(control: Control) -> None:
    """Only how many have voted; the figures come when it is closed."""
    case = an_evening(control)
    cluster = tell(control, case, "cluster.make", title="Kveldsbuss")
    vote = tell(control, case, "vote.open")
    for number in range(1, 7):
        fields = {"vote": vote, "picks": [cluster], "number": number}
        tell(control, case, "ballot.cast", origin="paper", **fields)
    during = look(control)
    tell(control, case, "vote.close")
    after = look(control)

    assert "6 har stemt" in during
    assert "bars" not in during
    assert '<p class=\\"dots\\">6</p>' in after
    assert "Prikkene gir råd. De bestemmer ikke." in after


def test_a_wrong_path_shows_nothing(control: Control) -> None:
    """The page lies under a secret path, and that path changes nothing."""
    url = control.about["control_url"]

    with pytest.raises(OSError, match="403"):
        urlopen(f"{url}/projector/guessed/", timeout=10)  # noqa: S310 - ours
