"""Stations 2 and 3: the actor map, its gaps, who was there, invitations and promises."""

from typing import Any

import pytest

from tests.unit.given import Evening, an_evening, refusal
from workshop import actor_map, recipe
from workshop.actor_map import gaps, ring_of, ringed, suggestions
from workshop.facts import fold, without_words
from workshop.presence import voices, went_away
from workshop.views import phone_view, projector_view


def named(evening: Evening, who: str, category: str, role: str = "has_need", **more: Any) -> str:
    """An actor on the list."""
    return evening.made("actor.name", who=who, category=category, role=role, **more)


def gap_keys(evening: Evening) -> list[str]:
    """What the map lacks."""
    return [gap.key for gap in gaps(evening.it)]


def passed(evening: Evening, station: int) -> dict[str, bool]:
    """The checks of a station's gate."""
    return {c.key: c.holds for c in recipe.STATIONS[station - 1].checks(evening.it)}


@pytest.mark.parametrize(
    ("size", "process", "actors", "holds"),
    [
        ("small", "administrative", [("employee", "has_need")], {"need_holder"}),
        ("small", "political", [("employee", "has_need")], set()),
        ("small", "political", [("user", "has_need")], {"need_holder"}),
        ("large", "political", [("user", "has_need")], {"need_holder"}),
        (
            "large",
            "political",
            [
                ("user", "has_need"),
                ("politician", "decider"),
                ("employee", "expert"),
                ("voluntary", "co_producer"),
            ],
            {"need_holder", "groups"},
        ),
    ],
)
def test_the_gate_of_station_2_follows_size_and_process(
    size: str, process: str, actors: list[tuple[str, str]], holds: set[str]
) -> None:
    """Who must be there is data of the preset: politicians are not natural in a small task."""
    evening = an_evening()
    evening.made("case.describe", size=size, process=process)
    for category, role in actors:
        named(evening, f"{category} {role}", category, role)

    checks = passed(evening, 2)

    assert {key for key, held in checks.items() if held} == holds
    assert ("groups" in checks) == (size == "large")


def test_one_drives_and_the_one_before_does_so_no_longer() -> None:
    """There is exactly one driver, however often another is named; undo brings the first back."""
    evening = an_evening()
    first = named(evening, "Frivilligsentralen", "voluntary", "driver", driver=True)
    second = named(evening, "Helsesjukepleieren", "employee", "expert")
    evening.made("actor.change", actor=second, driver=True)
    assert [a.id for a in evening.it.actors.values() if a.driver] == [second]
    assert ringed(evening.it)["drivers"] == (evening.it.actors[second], evening.it.actors[first])
    assert ring_of(evening.it.actors[second]) == "experts"

    evening.made("undo")

    undone = fold(evening.history)
    assert undone is not None
    assert [a.id for a in undone.actors.values() if a.driver] == [first]


def test_a_team_is_counted_in_people() -> None:
    """A group of four is four, and one alone is no team."""
    evening = an_evening()
    alone = named(evening, "Prosjektleder", "employee", "team")
    assert not passed(evening, 2)["team"]
    evening.made("actor.change", actor=alone, expected=4)
    assert passed(evening, 2)["team"]


def test_each_gap_is_one_sentence_with_one_act() -> None:
    """The gaps of a large task with one must-have that nobody has asked."""
    evening = an_evening()
    assert gap_keys(evening)[:3] == ["need_holder", "driver", "team"]
    demens = named(evening, "Personer med demens", "user", must=True, expected=6)
    told = {gap.key: gap for gap in gaps(evening.it)}
    assert told["not_asked"].act == "invite"
    assert told["not_asked"].values == {"name": "Personer med demens"}
    assert "group_resident" not in told
    assert told["group_politician"].start == {"category": "politician"}

    evening.made("invitation.reply", actor=demens, reply="no_answer")
    assert {g.key: g.act for g in gaps(evening.it) if g.actor == demens} == {"no_answer": "reply"}
    evening.made("invitation.reply", actor=demens, reply="declined")
    assert {g.key for g in gaps(evening.it) if g.actor == demens} == {"declined"}
    assert actor_map.expected(evening.it) == 0
    evening.made("invitation.reply", actor=demens, reply="confirmed", expected=9)
    assert not [g for g in gaps(evening.it) if g.actor == demens]
    assert actor_map.expected(evening.it) == 9


def test_the_hall_says_who_is_missing_and_the_desk_takes_it_up() -> None:
    """A suggestion keeps its words, category and origin, and the phone hears that it was taken."""
    evening = an_evening()
    evening.made("block.start", kind="missing")
    note = evening.made(
        "note.write",
        sender="phone",
        phone="anna",
        what="actor",
        text="De som kjører drosje",
        category="business",
    )
    held = evening.it.notes[note]
    assert (held.category, held.role, held.origin) == ("business", "resident", "phone")
    assert suggestions(evening.it) == (held,)
    assert "suggestions" in gap_keys(evening)

    evening.made("actor.name", who=held.text, category="business", role="expert", note=note)

    (actor,) = evening.it.actors.values()
    assert actor.note == note
    assert suggestions(evening.it) == ()
    here = evening.it.presences["anna"]
    (own,) = phone_view(evening.it, evening.now, here, (note,), None).notes
    assert own.taken


def test_who_is_missing_is_said_in_a_line() -> None:
    """Two hundred characters at most, also when it is corrected."""
    evening = an_evening()
    evening.made("block.start", kind="missing")
    asked = {"sender": "phone", "phone": "anna", "what": "actor"}
    assert refusal(evening.when("note.write", text="x" * 201, **asked)) == "text_long"  # type: ignore[arg-type]
    note = evening.made("note.write", text="x" * 200, **asked)
    longer = evening.when("note.edit", sender="phone", phone="anna", note=note, text="y" * 201)
    assert refusal(longer) == "text_long"


def test_the_wall_shows_kinds_and_counts_and_never_the_words() -> None:
    """While the hall is asked who is missing, no text is shown that nobody has let through."""
    evening = an_evening()
    evening.made("block.start", kind="missing")
    for text, category in (("Ola Nordmann", "youth"), ("Ungdomsrådet", "youth"), ("?", None)):
        evening.made(
            "note.write", sender="phone", phone="anna", what="actor", text=text, category=category
        )

    view = projector_view(evening.it, evening.now, ())

    assert (view.wall, view.people.asks, view.count) == ("actors", True, 3)
    assert [(c.category, c.n) for c in view.people.missing] == [("youth", 2), ("none", 1)]
    assert "Nordmann" not in view.model_dump_json()


def _three_rounds() -> Evening:
    """Youth in round 1 by phone, on paper in round 2, and nowhere in round 3."""
    evening = an_evening()
    evening.made("person.join", sender="phone", phone="u1", role="youth", heads=3)
    youth = named(evening, "Ungdomsrådet", "youth")
    for number in (2, 3):
        evening.made("gathering.end")
        evening.made("round.decide", decision="new_round", reason="Testen kommer")
        gathering = evening.made("gathering.plan", title=f"Folkemøte {number}")
        evening.made("gathering.open", gathering=gathering)
        evening.made("person.join", sender="phone", phone=f"anna{number}", role="resident")
        if number == 2:
            evening.made("actor.present", actor=youth, present=4)
            evening.made("heads.count", heads=20)
    return evening


def test_the_case_knows_who_was_there_and_is_gone() -> None:
    """«Var der i runde 2, borte i runde 3», from phones and from what the desk counted in."""
    evening = _three_rounds()

    first, second, third = voices(evening.it)

    assert (first.by_role, first.round) == ({"resident": 1, "relative": 4, "youth": 3}, 1)
    assert (second.by_role, second.uncounted) == ({"resident": 1, "youth": 4}, 15)
    assert (third.by_role, third.round) == ({"resident": 1}, 3)
    assert [(c.role, c.there, c.now) for c in went_away(evening.it)] == [
        ("relative", "1", "3"),
        ("youth", "2", "3"),
    ]
    assert [g.role for g in gaps(evening.it) if g.key == "gone"] == ["relative", "youth"]


def test_counting_in_needs_a_gathering_and_somebody_on_the_list() -> None:
    """Nobody is counted into nothing; the same count twice is one."""
    evening = an_evening()
    youth = named(evening, "Ungdomsrådet", "youth")
    assert refusal(evening.when("actor.present", actor="nobody", present=1)) == "no_actor"
    wrong = evening.when("actor.present", actor=youth, present=1, gathering="none")
    assert refusal(wrong) == "no_gathering"
    evening.made("actor.present", actor=youth, present=2)
    assert evening.when("actor.present", actor=youth, present=2) == ()
    evening.made("gathering.end")
    assert refusal(evening.when("actor.present", actor=youth, present=1)) == "no_open_gathering"


@pytest.mark.parametrize(
    ("size", "coming", "holds"),
    [("small", 0, False), ("small", 1, True), ("large", 7, False), ("large", 8, True)],
)
def test_enough_with_the_need_come(size: str, coming: int, holds: bool) -> None:
    """The number is the preset's: one in a small task, eight in a large one."""
    evening = an_evening()
    evening.made("case.describe", size=size)
    actor = named(evening, "Pårørende", "relative", must=True)
    if coming:
        evening.made("invitation.reply", actor=actor, reply="confirmed", expected=coming)

    assert passed(evening, 3)["confirmed"] is holds


def test_each_barrier_wants_a_remedy() -> None:
    """The gate of station 3 opens when what hinders has an answer and a promise owner and date."""
    evening = an_evening()
    actor = named(evening, "Personer med demens", "user", must=True)
    assert not passed(evening, 3)["must_invited"]
    evening.made(
        "invitation.plan",
        actor=actor,
        gain="Bli hørt",
        barriers=[{"barrier": "transport"}, {"barrier": "hearing", "remedy": "Teleslynge"}],
    )
    evening.made("invitation.reply", actor=actor, reply="invited")
    assert passed(evening, 3)["must_invited"]
    assert not passed(evening, 3)["remedies"]
    assert "remedy" in gap_keys(evening)

    evening.made(
        "invitation.plan",
        actor=actor,
        barriers=[
            {"barrier": "transport", "remedy": "Vi henter"},
            {"barrier": "hearing", "remedy": "Teleslynge"},
        ],
    )

    planned = evening.it.invitations[actor]
    assert (planned.gain, planned.reply) == ("Bli hørt", "invited")
    assert [h.remedy for h in planned.barriers] == ["Vi henter", "Teleslynge"]
    assert passed(evening, 3)["remedies"]


def test_words_that_are_forgotten_leave_the_barriers_standing() -> None:
    """Remedies are people's words and can go; that something hindered stays, without them."""
    evening = an_evening()
    actor = named(evening, "Personer med demens", "user")
    barriers = [{"barrier": "transport", "remedy": "Kari henter"}, {"barrier": "time"}]
    evening.made("invitation.plan", actor=actor, gain="Bli hørt", barriers=barriers)

    case = fold(without_words(record) for record in evening.history)

    assert case is not None
    assert "Kari" not in case.model_dump_json()
    planned = case.invitations[actor]
    assert [(h.barrier, h.remedy) for h in planned.barriers] == [("transport", ""), ("time", "")]


def test_a_promise_is_kept_or_not_and_stays_so_when_it_is_reworded() -> None:
    """Kept yes or no is said later, and undo takes it back."""
    evening = an_evening()
    promise = evening.made("promise.make", text="Svar til alle", owner="Rådmannen")
    assert refusal(evening.when("promise.keep", promise="none", kept=True)) == "no_promise"
    evening.made("promise.keep", promise=promise, kept=False)
    evening.made("promise.change", promise=promise, text="Svar til alle som skrev")

    held = evening.it.promises[promise]
    assert (held.text, held.kept) == ("Svar til alle som skrev", False)


def test_the_opening_says_why_and_when() -> None:
    """The day for answers, or the first that is promised; no other wall carries it."""
    evening = an_evening()
    evening.made("promise.make", text="Referat", owner="Kari", due="2025-02-01")
    evening.made("promise.make", text="Svar", owner="Kari", due="2025-01-28")
    evening.made("why_asked.say", text="Dere kjenner hverdagen.")
    assert projector_view(evening.it, evening.now, ()).people.why_asked == ""
    evening.made("projector.show", wall="opening")
    people = projector_view(evening.it, evening.now, ()).people
    assert (people.why_asked, str(people.hear_by)) == ("Dere kjenner hverdagen.", "2025-01-28")
    evening.made("answer_date.set", day="2025-03-01")
    assert str(projector_view(evening.it, evening.now, ()).people.hear_by) == "2025-03-01"
