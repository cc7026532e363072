"""Looking ahead: what a few commands would show, without anything being done."""

from typing import Any

import pytest

from screens.desk.previewing import phones_line, pictures, shows
from screens.words import LANGUAGES, Words
from tests.unit.given import Evening, an_evening
from workshop.basics import Refused
from workshop.case import Case
from workshop.commands import PARSE
from workshop.looking_ahead import ahead

SAY = Words("nb")


def looked(evening: Evening, *bodies: dict[str, Any]) -> Case | Refused:
    """The case as these commands would leave it."""
    return ahead(evening.it, [PARSE.validate_python(body) for body in bodies], evening.now)


def test_what_would_be_shown_is_what_the_commands_show() -> None:
    """The case that is looked at is the one that the same commands make; the real one stands."""
    evening = an_evening()
    before, bodies = evening.it, ({"name": "station.go", "station": 6}, shows(evening.it, "learnt"))
    then = looked(evening, *bodies)

    assert evening.it is before
    assert isinstance(then, Case)
    for body in bodies:
        evening.made(**body)
    assert (then.station, then.shown.wall) == (evening.it.station, evening.it.shown.wall)
    assert (then.station, then.shown.wall) == (6, "learnt")


def test_a_block_that_would_start_turns_the_wall() -> None:
    """The picture of the next block is the one that its start turns the wall to."""
    then = looked(an_evening(), {"name": "block.start", "kind": "pause"})

    assert isinstance(then, Case)
    assert then.shown.wall == "pause"
    assert then.running
    assert then.running.kind == "pause"


def test_what_would_be_refused_says_why() -> None:
    """Ideas before the need is in words would be asked about, and so the look says it."""
    evening = an_evening()
    evening.made("block.stop")

    assert looked(evening, {"name": "block.start", "kind": "ideas"}) == Refused("need_not_gathered")


@pytest.mark.parametrize("name", ["gathering.end", "vote.close", "undo"])
def test_only_what_moves_the_picture_is_looked_ahead_of(name: str) -> None:
    """Nothing that ends, counts or withdraws is tried, not even for a look."""
    assert looked(an_evening(), {"name": name}) == Refused("malformed")


def test_a_look_into_an_open_vote_shows_no_count() -> None:
    """Looking at the results while the vote is open is refused, as showing them is."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", what="need", text="En benk")
    evening.made("note.moderate", note=note, state="shown")
    cluster = evening.made("cluster.make", title="Benker", notes=[note])
    vote = evening.made("vote.open", targets=[cluster])
    evening.made("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[cluster])

    assert looked(evening, shows(evening.it, "results")) == Refused("vote_not_closed")


def test_first_what_f5_shows_then_the_next_block_then_the_rest() -> None:
    """The pictures begin with what is nearest; dark is no picture to look at."""
    evening = an_evening()
    gathering = evening.it.gathering
    for kind in ("needs", "pause"):
        evening.made("block.plan", gathering=gathering, kind=kind, id=f"block-{kind}")
    here = (shows(evening.it, "collecting"),)
    found = list(pictures(evening.it, here, SAY))

    assert [one.key for one in found][:3] == ["here", "next", "join"]
    assert "blank" not in {one.key for one in found}
    assert len({one.key for one in found}) == len(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("face", ["write", "wait", "vote", "poll", "join", "closed"])
def test_what_phones_would_show_is_said(face: str, language: str) -> None:
    """One line says what phones would show, and whether that is something else than now."""
    say = Words(language)
    then = {"face": face, "writes": "need", "block": None, "title": ""}
    now = {**then, "block": "needs"}
    stays = phones_line({"phones": then, "phones_now": then}, say)
    goes = phones_line({"phones": then, "phones_now": now}, say)

    assert stays[1][0] != goes[1][0]
    assert stays[0] != goes[0]
