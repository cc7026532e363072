"""What comes next in an evening, and what is asked before it."""

from tests.unit.given import Evening, an_evening
from workshop.onward import doubt, doubt_of, onward, to_state


def planned(*kinds: str, **fields: object) -> Evening:
    """An evening with these blocks on its run sheet."""
    evening = an_evening()
    for kind in kinds:
        evening.made("block.plan", gathering=evening.it.gathering, kind=kind, **fields)
    return evening


def take(evening: Evening) -> None:
    """Take the step onwards, as every surface does."""
    for name, fields in onward(evening.it).commands:
        evening.made(name, **fields)


def test_the_run_sheet_is_gone_through_in_its_order_and_the_hall_follows() -> None:
    """Each step begins the next block, moves the hall to its station, and the last one ends it."""
    evening = planned("sort", "closing")

    assert onward(evening.it).kind == "begin"
    take(evening)
    assert evening.it.running
    assert (evening.it.running.kind, evening.it.station) == ("sort", 5)
    take(evening)
    assert (evening.it.running.kind, evening.it.station) == ("closing", 6)
    assert onward(evening.it).kind == "stop"
    take(evening)
    assert onward(evening.it).kind == "over"


def test_what_is_open_for_answers_is_closed_before_anything_else() -> None:
    """A vote comes before the next block, and is opened with the minutes of the run sheet."""
    evening = planned("dots", minutes=7)
    evening.made("cluster.make", title="Buss")
    take(evening)

    assert evening.it.vote
    assert evening.it.running
    assert evening.it.running.minutes == 7
    assert onward(evening.it).kind == "close_vote"
    take(evening)
    assert evening.it.vote is None


def test_a_block_of_questions_asks_them_all_before_the_next_block() -> None:
    """What the run sheet says shall be asked is opened one after the other."""
    evening = planned("poll", asks=["exit", "fundamentals"])
    steps = []
    while (step := onward(evening.it)).kind not in {"stop", "over"}:
        steps.append(step.asked or step.kind)
        take(evening)

    assert steps == ["begin", "exit", "close_poll", "fundamentals", "close_poll"]


def test_before_a_gathering_there_is_no_next() -> None:
    """Nothing can be begun that nobody sees."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="Buss")

    assert onward(evening.it).kind == "none"


def test_what_is_no_cocreation_goes_on_only_with_a_reason() -> None:
    """The same doubt as at the desk: it must be answered once in a round, and then no more."""
    evening = planned("sort")
    for check in ("prepared", "known", "realisable", "serious", "anchored", "time"):
        evening.made("handlingsrom.answer", check=check, answer="no")

    found = doubt_of(evening.it, onward(evening.it))
    assert found is not None
    assert (found.gate, found.about, found.must) == ("handlingsrom", "unsuitable", True)
    assert doubt(evening.it, 1) is None
    evening.made("gate.pass", gate=found.gate, reason="Rådet ba om det")
    assert doubt_of(evening.it, onward(evening.it)) is None


def test_that_nobody_here_has_the_need_is_asked_about_softly() -> None:
    """Before needs are gathered among others than those who have them; an empty answer will do."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="Buss")
    gathering = evening.made("gathering.plan", title="Folkemøte")
    evening.made("gathering.open", gathering=gathering)
    evening.made("person.join", sender="phone", phone="leder", role="leader")

    found = doubt(evening.it, 5, needs=True)
    assert found is not None
    assert (found.about, found.must) == ("holders", False)
    assert doubt(evening.it, 5) is None


def test_a_closed_vote_points_at_the_need_that_is_put_in_words_next() -> None:
    """Not while it is open, and no more when it is worded, or when the round has gone on."""
    evening = an_evening()
    few, most = (evening.made("cluster.make", title=title) for title in ("Buss", "Lys"))
    vote = evening.made("vote.open")
    evening.made("ballot.cast", vote=vote, picks=[most], number=1, origin="paper")
    told = [to_state(evening.it)]
    evening.made("vote.close")
    told.append(to_state(evening.it))
    gone = Evening()
    gone.case, gone.history = evening.it, list(evening.history)
    gone.made("cluster.merge", cluster=most, into=few)
    gone.made("gate.pass", gate="statement", reason="Vi er enige")
    gone.made("block.start", kind="ideas")
    told.append(to_state(gone.it))
    evening.made("statement.write", cluster=few, who="De eldre", what="Lys", why="Det er mørkt")
    told.append(to_state(evening.it))

    assert told == [None, most, None, None]


def test_a_vote_of_an_earlier_round_points_at_nothing_in_this_one() -> None:
    """A new round begins with the need again, whatever the last one chose."""
    evening = an_evening()
    lamp = evening.made("cluster.make", title="Lys")
    vote = evening.made("vote.open")
    evening.made("ballot.cast", vote=vote, picks=[lamp], number=1, origin="paper")
    evening.made("vote.close")
    assert to_state(evening.it) == lamp

    evening.made("round.decide", decision="new_round", reason="Vi vet for lite")

    assert evening.it.round == 2
    assert to_state(evening.it) is None
