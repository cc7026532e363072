"""Handlingsrom, recipe, run sheet, clock, rounds, fates and undo."""

import pytest

from tests.unit.given import an_evening, refusal
from workshop import closing, recipe
from workshop.basics import Refused
from workshop.facts import fold
from workshop.handlingsrom import BEST, verdict
from workshop.terms import Answer, Check


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "suitable_framed"),
        ({"time": "no"}, "suitable_framed"),
        ({"prepared": "yes"}, "unsuitable"),
        ({"prepared": "yes", "known": "yes"}, "unsuitable"),
        ({"realisable": "no"}, "unsuitable"),
        ({"serious": "no"}, "unsuitable"),
        ({"known": "yes"}, "development"),
        ({"known": "yes", "anchored": "no"}, "development"),
        ({"realisable": "unknown"}, "clarify"),
        ({"anchored": "no"}, "clarify"),
    ],
)
def test_the_verdict_follows_the_precedence(changes: dict[Check, Answer], expected: str) -> None:
    """Unsuitable before development before clarify before suitable (Jevnaker 3.1)."""
    evening = an_evening()
    evening.made("frame.set", fixed=["Loven"], open=["Hvem"], who_decides="Kommunestyret")
    for check, answer in (BEST | changes).items():
        evening.made("handlingsrom.answer", check=check, answer=answer)

    assert verdict(evening.it) == expected


def test_no_answer_is_no_verdict() -> None:
    """Before anything is answered nothing is judged."""
    assert verdict(an_evening().it) is None


def test_fixed_without_anything_open_is_unsuitable() -> None:
    """Where nothing is open there is nothing to create together."""
    evening = an_evening()
    evening.made("frame.set", fixed=["Alt"])
    evening.made("handlingsrom.answer", check="known", answer="no")

    assert verdict(evening.it) == "unsuitable"


def test_every_gate_is_soft() -> None:
    """The hall moves to any station at any time, and back."""
    evening = an_evening()

    for station in (6, 2, 5, 1):
        evening.made("station.go", station=station)

    assert evening.it.station == 1
    assert [recipe.standing(evening.it, s) for s in recipe.STATIONS] == [
        "begun",
        "untouched",
        "untouched",
        "begun",
        "untouched",
        "untouched",
    ]


def test_a_block_keeps_its_place_when_it_is_changed_and_moves_when_it_is_moved() -> None:
    """The run sheet is a list that one can rearrange."""
    evening = an_evening()
    gathering = evening.it.gathering
    first = evening.made("block.plan", gathering=gathering, kind="welcome")
    second = evening.made("block.plan", gathering=gathering, kind="needs", minutes=30)
    third = evening.made("block.plan", gathering=gathering, kind="pause", at=1)
    evening.made("block.change", block=first, minutes=5)
    evening.made("block.move", block=second, to=1)

    assert evening.it.evening is not None
    blocks = evening.it.evening.blocks
    assert [b.id for b in blocks] == [second, third, first]
    assert [b.minutes for b in blocks] == [30, 15, 5]


def test_pausing_keeps_the_seconds_that_were_left() -> None:
    """A paused clock stands still, and more time can be given meanwhile."""
    evening = an_evening()
    evening.made("block.start", kind="needs", minutes=10)
    evening.made("clock.pause")
    evening.made("clock.extend", minutes=2)
    assert evening.it.running is not None
    assert evening.it.running.paused_left == 599 + 120

    evening.made("clock.resume")

    assert evening.it.running.ends_at is not None
    assert (evening.it.running.ends_at - evening.now).total_seconds() == 599 + 120


def test_the_projector_comes_back_from_blank_to_what_it_showed() -> None:
    """Blank and back again is one key twice."""
    evening = an_evening()
    evening.made("projector.show", wall="question")
    evening.made("projector.show", wall="blank")
    evening.made("projector.show", wall="back")

    assert evening.it.shown.wall == "question"


def test_a_new_round_begins_where_the_old_one_says_so() -> None:
    """Ny runde and tilbake til behovet go on; the others end."""
    evening = an_evening()
    evening.made("round.decide", decision="back_to_need", reason="Vi tok feil")
    assert evening.it.round == 2

    evening.made("round.decide", decision="stopped", reason="Ingen hadde behovet")

    assert evening.it.round == 2
    assert evening.it.rounds[-1].decision == "stopped"


def test_every_cluster_and_idea_is_owed_an_answer() -> None:
    """Unanswered shrinks with every fate, and is empty when all have one."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Mat")
    idea = evening.made("note.write", what="idea", text="Matlag")
    assert set(closing.unanswered(evening.it)) == {cluster, idea}

    evening.made("fate.give", target=cluster, fate="in_round", answer="Med videre")
    evening.made("fate.give", target=idea, fate="parked", answer="Senere")

    assert closing.unanswered(evening.it) == ()


def test_undo_takes_back_the_desks_last_command() -> None:
    """Undo twice goes two steps back."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Mat")
    evening.made("cluster.rename", cluster=cluster, title="God mat")

    first = evening.when("undo")
    second = evening.when("undo")

    assert not isinstance(first, Refused)
    assert not isinstance(second, Refused)
    assert [f.withdrawn for f in (*first, *second)] == [  # type: ignore[attr-defined]
        "cluster.rename-0009",
        cluster,
    ]


def test_undo_is_refused_where_later_facts_build_on_it() -> None:
    """A cluster that holds notes is not undone away under them."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Mat")
    note = evening.made("note.write", text="Kald mat")
    evening.made("note.cluster", note=note, cluster=cluster)

    outcome = evening.when("undo", command=cluster)

    assert outcome == Refused("others_build_on_it", {"count": 1, "kinds": "note.clustered"})


def test_what_a_phone_sent_is_never_undone() -> None:
    """Citizens' words are hidden or set aside, not undone."""
    evening = an_evening()
    note = evening.made("note.write", sender="phone", phone="anna", text="Mitt")

    assert refusal(evening.when("undo", command=note)) == "cannot_undo"


def test_a_closed_vote_is_not_undone() -> None:
    """The last command was final, and nothing before it is taken instead."""
    evening = an_evening()
    evening.made("cluster.make", title="Mat")
    evening.made("vote.open")
    evening.made("vote.close")

    assert refusal(evening.when("undo")) == "cannot_undo"


def test_the_notice_says_whom_to_ask_and_until_when() -> None:
    """A later notice takes the place of the earlier one, and undo brings that back."""
    evening = an_evening()
    evening.made("notice.give", contact="post@skauli.example", kept_until="2025-03-01")
    later = evening.made("notice.give", contact="Personvernombudet")

    assert evening.it.notice.contact == "Personvernombudet"
    assert evening.it.notice.kept_until is None

    evening.made("undo", command=later)
    case = fold(evening.history)

    assert case is not None
    assert case.notice.contact == "post@skauli.example"
