"""Early or late: the clock against the plan, and how the rest of an evening is shortened."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from screens.desk.pacing import pace_words
from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.arenas import an_arena, from_template
from tests.unit.given import START, Evening, refusal
from workshop.arranged import RunSheetSet
from workshop.facts import fold
from workshop.pace import Pace, catch_up, following, pace


def at(evening: Evening, minutes: float) -> datetime:
    """The moment so many minutes after the start, also set for the next command."""
    evening.now = START + timedelta(minutes=minutes)
    return evening.now


def now(evening: Evening, minutes: float) -> Pace:
    """Where the open gathering stands so many minutes after the start."""
    it = evening.it
    assert it.evening
    found = pace(it.evening, it.running, at(evening, minutes))
    assert found
    return found


@pytest.fixture
def running() -> Evening:
    """The folkemøte, open; its first block begins when people were told."""
    evening = an_arena(start="17:00", day=START.date().isoformat())
    (gathering,) = evening.it.gatherings
    evening.made("gathering.open", gathering=gathering)
    at(evening, 0)
    start(evening, 0)
    return evening


@pytest.fixture
def council() -> Evening:
    """The council's seminar, open, with its first block begun."""
    evening = Evening()
    evening.made("case.open", title="Gode år hjemme")
    gathering = from_template(evening, "folkevalgtseminar", start="17:00")
    evening.made("gathering.open", gathering=gathering.id)
    start(evening, 0)
    return evening


def start(evening: Evening, number: int) -> None:
    """Begin a block of the open gathering by its place from 0."""
    assert evening.it.evening
    evening.made("block.start", block=evening.it.evening.blocks[number].id)


def test_before_anything_is_late_the_evening_is_on_time(running: Evening) -> None:
    """While the first block has time left, it ends when people were told."""
    seen = now(running, 5)

    assert (seen.behind, f"{seen.ends:%H:%M}") == (0, "19:30")


def test_a_block_that_began_late_or_early_moves_the_end(running: Evening) -> None:
    """Two minutes late is two minutes late at the end; going on early gives them back."""
    at(running, 12)
    start(running, 1)
    late = now(running, 13)
    at(running, 19)
    start(running, 2)
    early = now(running, 20)

    assert (late.behind, f"{late.ends:%H:%M}") == (2, "19:32")
    assert early.behind == -1


def test_over_time_the_end_moves_with_the_clock(running: Evening) -> None:
    """Nothing goes on by itself: at zero the evening begins to be late."""
    assert now(running, 10).behind == 0
    assert now(running, 14).behind == 4
    assert running.it.running


def test_more_time_and_a_pause_are_seen_at_once(running: Evening) -> None:
    """Five more minutes on the clock are five minutes late; a clock that stands, more and more."""
    at(running, 5)
    running.made("clock.extend", minutes=5)
    assert now(running, 6).behind == 5
    at(running, 10)
    running.made("clock.pause")

    assert now(running, 20).behind == 15


def test_what_a_block_was_given_grows_with_more_time_and_with_nothing_else(
    running: Evening,
) -> None:
    """Two more minutes count at once, also while the clock stands; a pause gives nothing."""
    given = []
    at(running, 5)
    for command in ("clock.extend", "clock.pause", "clock.resume", "clock.pause", "clock.extend"):
        running.made(command)
        assert running.it.running
        given.append(running.it.running.total)
    running.made("clock.resume")
    at(running, 40)
    running.made("clock.extend")
    assert running.it.running
    given.append(running.it.running.total)

    assert given == [720, 720, 720, 720, 840, 960]


def test_minutes_and_the_end_that_are_told_add_up(running: Evening) -> None:
    """A half minute is not told twice: 16 minutes late is 16 minutes after what was agreed."""
    seen = now(running, 25.6)
    told = pace_words(seen, Words())

    assert (seen.behind, f"{seen.meant:%H:%M}") == (16, "19:30")
    assert told == "16 min etter planen, slutt 19:46."


def test_nothing_but_facts_is_needed(running: Evening) -> None:
    """Folding the log again gives the same answer, so a restart forgets nothing."""
    at(running, 12)
    start(running, 1)
    again = fold(running.history)
    assert again
    assert again.evening

    assert again == running.it
    assert pace(again.evening, again.running, at(running, 13)) == now(running, 13)


def test_what_was_skipped_is_not_waited_for(running: Evening) -> None:
    """Only what follows the last block that began is still to come."""
    start(running, 4)
    assert running.it.evening

    assert [b.kind for b in following(running.it.evening)][:2] == ["sort", "dots"]
    assert now(running, 5).behind < 0


def test_a_vote_that_opens_by_itself_is_the_planned_one(running: Evening) -> None:
    """The vote takes the place of the block for dots, so that what follows is what follows it."""
    cluster = running.made("cluster.make", title="Noe", notes=[])
    running.made("vote.open", targets=[cluster])
    assert running.it.evening

    assert following(running.it.evening)[0].kind == "ideas"


def test_polls_in_a_row_leap_over_nothing(council: Evening) -> None:
    """Three tasks under one block, and one that nobody planned: what follows is still to come."""
    opened = [_asked(council) for _ in range(5)]

    assert [titles[:1] for titles in opened] == [
        ["Handlingsrom på tre oppgaver"],
        *[["Pause"]] * 4,
    ]
    pause = council.it.evening.blocks[3] if council.it.evening else None
    assert pause
    council.made("block.start", block=pause.id)
    assert _asked(council)[0] == "Fast, åpent og hvem som bestemmer"


def _asked(evening: Evening) -> list[str]:
    """Open a poll of one's own and close it; what is then still to come."""
    evening.made("poll.open", what="choice", title="Ja?")
    evening.made("poll.close")
    assert evening.it.evening
    return [block.title for block in following(evening.it.evening)]


def test_a_rehearsal_far_from_the_day_has_a_clock_of_its_own() -> None:
    """When it begins on another day, its own beginning is what it is measured by."""
    evening = an_arena(start="18:00", day=date(2026, 1, 1).isoformat())
    (gathering,) = evening.it.gatherings
    evening.made("gathering.open", gathering=gathering)
    assert evening.it.evening
    assert pace(evening.it.evening, None, evening.now) is None
    at(evening, 30)
    start(evening, 0)

    assert now(evening, 31).behind == 0
    assert now(evening, 43).behind == 3


def test_before_the_first_block_only_the_clock_can_be_late() -> None:
    """An open hall where nothing has begun is on time until its start, and late after it."""
    evening = an_arena(start="17:00")
    (gathering,) = evening.it.gatherings
    evening.made("gathering.open", gathering=gathering)

    assert now(evening, -20).behind == 0
    assert now(evening, 7).behind == 7


def test_hours_are_those_of_the_hall() -> None:
    """A start that is written as local time is compared with local time."""
    evening = an_arena(start="18:00")
    (gathering,) = evening.it.gatherings
    evening.made("gathering.open", gathering=gathering)
    at(evening, 0)
    start(evening, 0)
    assert evening.it.evening
    here = (START + timedelta(minutes=5)).astimezone(ZoneInfo("Europe/Oslo"))
    found = pace(evening.it.evening, evening.it.running, here)
    assert found

    assert (found.behind, f"{found.ends:%H:%M}") == (0, "20:30")


def test_catching_up_is_one_fact_and_one_undo(running: Evening) -> None:
    """What was proposed is done as it was shown, and u brings the old plan back."""
    at(running, 22)
    assert running.it.evening
    before = running.it.evening
    proposal_ = catch_up(following(before), now(running, 22).behind)
    outcome = running.when("run_sheet.shorten", gathering=before.id, minutes=proposal_.minutes)
    assert isinstance(outcome, tuple)

    assert [type(fact) for fact in outcome] == [RunSheetSet]
    assert (now(running, 22).behind, proposal_.missing) == (0, 0)
    running.made("undo")
    again = fold(running.history)
    assert again
    assert again.gatherings[before.id].blocks == before.blocks


def test_a_plan_is_only_shortened_and_only_ahead(running: Evening) -> None:
    """Neither a longer block, nor one that has begun, nor one of another plan."""
    assert running.it.evening
    gathering = running.it.evening
    first, second, *_ = gathering.blocks

    def shorten(**minutes: int) -> str | None:
        return refusal(running.when("run_sheet.shorten", gathering=gathering.id, minutes=minutes))

    assert shorten(**{second.id: 11}) == "only_shorter"
    assert shorten(**{first.id: 5}) == "only_shorter"
    assert shorten(nope=5) == "no_block"
    assert shorten(**{second.id: 5}) is None


def test_the_report_can_say_how_long_each_block_took(running: Evening) -> None:
    """Every block is kept with when it began and ended, also the last when the evening ends."""
    at(running, 12)
    start(running, 1)
    at(running, 20)
    running.made("block.stop")
    at(running, 21)
    start(running, 2)
    at(running, 30)
    running.made("gathering.end")
    (gathering,) = running.it.gatherings.values()
    lengths = [round((h.until - h.since).total_seconds() / 60) for h in gathering.held if h.until]

    assert lengths == [12, 8, 9]
    assert gathering.length == 150


def test_time_zones_do_not_matter_where_no_time_was_written() -> None:
    """Without a start the evening is measured from its own first block."""
    evening = an_arena(start="")
    (gathering,) = evening.it.gatherings
    evening.made("gathering.open", gathering=gathering)
    at(evening, 0)
    start(evening, 0)
    assert evening.it.evening

    found = pace(evening.it.evening, evening.it.running, at(evening, 12).astimezone(UTC))

    assert found
    assert found.behind == 2


def test_the_report_tells_planned_and_real_minutes(running: Evening) -> None:
    """The run sheet with how long each block was meant to take and took, and what was not held."""
    at(running, 12)
    running.made("block.start", kind="pause", title="Strømmen gikk")
    at(running, 20)
    running.made("gathering.end")
    told = as_markdown(running.it, Words())

    assert "| Punkt | Ledet av | Planlagt (min) | Tok (min) |" in told
    assert "| Velkommen og løftet | Ordfører eller oppgaveeier | 10 | 12 |" in told
    assert "| Behov åpent | Bordvert ved hvert bord | 25 | – |" in told
    assert "| Strømmen gikk | – | – | 8 |" in told
