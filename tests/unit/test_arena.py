"""Station 4: run sheets that are begun from a template, and what is lacking in them."""

from typing import Any

import pytest

from storage import templates
from tests.unit.arenas import an_arena, from_template
from tests.unit.given import Evening
from workshop import plan_checks
from workshop.agenda import phase_of
from workshop.weights import proposal

ALIKE = [("resident", 7, 1), ("resident", 7, 1)]
"""Two residents at table 7."""


def told(evening: Evening) -> dict[str, tuple[str, bool]]:
    """What is said of the newest plan."""
    gathering = plan_checks.newest(evening.it)
    assert gathering
    checks = plan_checks.plan_checks(evening.it, gathering)
    return {c.key: (c.told, c.holds) for c in checks}


def test_a_template_becomes_the_cases_own_run_sheet() -> None:
    """Kind, minutes, role, method, target and cue are copied; the end follows from the start."""
    evening = an_arena()
    gathering = plan_checks.newest(evening.it)
    template = templates.template("folkemote")
    assert gathering
    assert template

    assert [b.model_dump(exclude={"id"}) for b in gathering.blocks] == [
        b.model_dump() for b in template.blocks
    ]
    assert len({b.id for b in gathering.blocks}) == len(gathering.blocks)
    assert (gathering.template, gathering.start, gathering.end) == ("Folkemøte", "18:00", "20:30")


@pytest.mark.parametrize("name", ["folkemote", "andre_kveld", "world_cafe"])
def test_from_round_two_the_minutes_follow_the_weights(name: str) -> None:
    """Half the loop for the need, a quarter each for solution and test; the sum stays."""
    evening = Evening()
    evening.made("case.open", title="Sak")
    evening.made("round.decide", decision="new_round", reason="Vi lærte noe")
    blocks = from_template(evening, name).blocks
    loop = sum(b.minutes for b in blocks if phase_of(b))
    template = templates.template(name)
    weight = proposal(2).weight
    assert template

    assert sum(b.minutes for b in blocks) == template.minutes
    for phase, percent in (("B", weight.need), ("L", weight.solution), ("T", weight.test)):
        minutes = sum(b.minutes for b in blocks if phase_of(b) == phase)
        assert abs(minutes - loop * percent / 100) <= len(blocks) / 2


def test_the_weights_can_be_overruled() -> None:
    """By not following them, by following them in round 1, and by any minute one changes after."""
    evening = an_arena()
    plain = templates.template("folkemote")
    assert plain
    evening.made("round.decide", decision="new_round", reason="Vi lærte noe")
    as_written = from_template(evening, "folkemote", by_weights=False)
    evening.made("block.change", block=as_written.blocks[3].id, minutes=31)
    changed = evening.it.gatherings[as_written.id]

    assert [b.minutes for b in as_written.blocks] == [b.minutes for b in plain.blocks]
    assert changed.blocks[3].minutes == 31
    evening.made("run_sheet.weigh", gathering=changed.id)
    assert plan_checks.need_share(evening.it.gatherings[changed.id].blocks) in range(48, 53)


def test_a_good_plan_has_nothing_to_remark_but_the_room() -> None:
    """The folkemøte that comes along holds every check; the room must be looked at."""
    evening = an_arena()

    assert told(evening) == {
        "minutes": ("fit", True),
        "pause": ("after", True),
        "needs": ("there", True),
        "share": ("enough", True),
        "room": ("unseen", False),
    }


@pytest.mark.parametrize(
    ("changes", "key", "says"),
    [
        ({"end": "20:00"}, "minutes", ("over", False)),
        ({"end": "21:00"}, "minutes", ("spare", True)),
        ({"start": ""}, "minutes", ("unknown", False)),
        ({"start": "22:30", "end": "01:00"}, "minutes", ("fit", True)),
        ({"drop": "pause"}, "pause", ("lacks", False)),
        ({"drop": "needs"}, "needs", ("lacks", False)),
        ({"drop": "sort"}, "share", ("low", False)),
        ({"lacks": "Teleslynga virker ikke"}, "room", ("lacks", False)),
        ({"lacks": ""}, "room", ("ready", True)),
    ],
)
def test_what_is_lacking_is_told(changes: dict[str, str], key: str, says: tuple[str, bool]) -> None:
    """Each check has its own sentence for what is wrong."""
    evening = an_arena()
    gathering = plan_checks.newest(evening.it)
    assert gathering
    if "drop" in changes:
        for block in gathering.blocks:
            if block.kind == changes["drop"]:
                evening.made("block.remove", block=block.id)
    elif "lacks" in changes:
        evening.made("room.look", gathering=gathering.id, **changes)
    else:
        evening.made("gathering.change", gathering=gathering.id, **changes)

    assert told(evening)[key] == says


def test_a_seminar_without_a_round_is_not_asked_for_needs() -> None:
    """Before a task is set there is no need to collect, and no share of it to ask for."""
    evening = Evening()
    evening.made("case.open", title="Sak")
    from_template(evening, "folkevalgtseminar", start="10:00")

    assert set(told(evening)) == {"minutes", "pause", "room"}


@pytest.mark.parametrize(
    ("people", "says"),
    [
        ([("resident", 7, 1), ("resident", 7, 1), ("politician", 3, 1)], ("alone", False)),
        (
            [("resident", 7, 1), ("resident", 7, 1), ("youth", 3, 1), ("youth", 3, 1)],
            ("several", 0),
        ),
        ([("resident", 7, 1), ("politician", 7, 1)], ("mixed", True)),
        ([("resident", 7, 1), ("resident", 7, 5)], ("mixed", True)),
        ([("resident", 7, 1)], ("mixed", True)),
        ([("resident", None, 1), ("resident", None, 1)], None),
    ],
)
def test_a_table_of_one_kind_is_told(people: list[Any], says: tuple[str, bool] | None) -> None:
    """Tables where all are of one kind; a shared phone says too little to judge a table by."""
    evening = an_arena()
    (gathering,) = evening.it.gatherings
    evening.made("gathering.open", gathering=gathering)
    for number, (role, table, heads) in enumerate(people):
        joins = {"role": role, "table": table, "heads": heads}
        evening.made("person.join", sender="phone", phone=f"p{number}", **joins)

    assert told(evening).get("tables") == says
    evening.made("case.describe", size="small")
    assert "tables" not in told(evening)


def test_dots_and_polls_take_the_minutes_of_the_programme() -> None:
    """Where none are said, the next block of that kind on the run sheet decides."""
    evening = Evening()
    evening.made("case.open", title="Sak")
    gathering = evening.made("gathering.plan", title="Kveld")
    for kind, minutes in (("dots", 14), ("poll", 9)):
        evening.made("block.plan", gathering=gathering, kind=kind, minutes=minutes)
    evening.made("gathering.open", gathering=gathering)
    evening.made("cluster.make", title="Buss")

    evening.made("vote.open")
    assert evening.it.running is not None
    assert evening.it.running.minutes == 14
    evening.made("vote.close")
    evening.made("poll.open", what="exit")
    assert evening.it.running.minutes == 9
    evening.made("poll.close")
    evening.made("poll.open", what="exit", minutes=3)
    assert evening.it.running.minutes == 3


def test_the_rules_of_conversation_come_with_the_template() -> None:
    """They are the gathering's own from then on; without a template there are none."""
    evening = an_arena()
    (gathering,) = evening.it.gatherings.values()
    assert gathering.rules == (
        "Vi lytter til hverandre.",
        "Ingen tanke er dum.",
        "Én snakker om gangen.",
    )
    evening.template = None
    evening.made("gathering.plan", id="bare-0001", title="Uten mal")
    assert evening.it.gatherings["bare-0001"].rules == ()
