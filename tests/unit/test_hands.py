"""Paper, hands and heads: the same rules as phones, each once, and one sum that adds up."""

from typing import Any

from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.given import Evening, an_evening, refusal
from tests.unit.test_ballots import voting
from workshop.basics import Refused
from workshop.headcount import headcount
from workshop.raised import HandsCounted
from workshop.results import as_voted, figures_may_show, why_so_many
from workshop.views import projector_view


def test_a_slip_is_keyed_in_once_and_the_second_time_is_a_correction() -> None:
    """The number that was used before is told, and its note gets the new words."""
    evening = an_evening()
    first = evening.made("note.write", origin="paper", text="Benk", number=14)

    again = evening.when("note.write", origin="paper", text="Benker", number=14)
    evening.made("note.write", origin="paper", text="Benker", number=14, replace=True)

    assert again == Refused("slip_number_taken", {"number": 14})
    assert [n.id for n in evening.it.notes.values()] == [first]
    assert evening.it.notes[first].text == "Benker"
    assert evening.it.notes[first].originals == ("Benk",)


def test_a_slip_number_is_free_again_at_the_next_gathering() -> None:
    """The pile that is printed for the second evening begins at 1 again."""
    evening = an_evening()
    evening.made("note.write", origin="paper", text="Benk", number=1)
    evening.made("gathering.end")
    evening.made("gathering.open", gathering=evening.made("gathering.plan", title="To"))

    evening.made("note.write", origin="paper", text="Buss", number=1)

    assert [n.text for n in evening.it.notes.values()] == ["Benk", "Buss"]


def test_a_slip_that_was_set_aside_comes_back_when_it_is_corrected() -> None:
    """Its new words wait like any other's."""
    evening = an_evening()
    note = evening.made("note.write", origin="paper", text="Feil", number=3)
    evening.made("note.moderate", note=note, state="aside")

    evening.made("note.write", origin="paper", text="Riktig", number=3, replace=True)

    assert (evening.it.notes[note].text, evening.it.notes[note].state) == ("Riktig", "waiting")


def test_a_show_of_hands_counts_each_hand_and_each_head() -> None:
    """Twelve heads raise nine and five hands: fourteen dots, twelve ballots."""
    evening, vote, (a, b, *_) = voting()

    evening.made("hands.count", origin="hands", vote=vote, heads=12, hands={a: 9, b: 5})
    evening.made("vote.close")

    closed = evening.it.votes[vote]
    assert (closed.counts[a], closed.counts[b]) == (9, 5)
    assert closed.turnout == closed.voices == {"hands": 12}


def test_hands_are_blind_until_the_vote_is_closed() -> None:
    """What they were raised for is no fact and in no count before."""
    evening, vote, (a, *_) = voting()

    outcome = evening.when("hands.count", origin="hands", vote=vote, heads=12, hands={a: 9})

    assert outcome == (HandsCounted(vote=vote, voices=12, number=None),)
    assert evening.it.votes[vote].counts == {}


def test_there_are_never_more_hands_than_heads() -> None:
    """Neither on one target, nor in all, nor more heads than there are in the hall."""
    evening, vote, (a, b, c, d) = voting()
    evening.made("heads.count", heads=20)

    def count(heads: int, **hands: int) -> str | None:
        known = {"a": a, "b": b, "c": c, "d": d}
        raised = {known[k]: n for k, n in hands.items()}
        return refusal(evening.when("hands.count", vote=vote, heads=heads, hands=raised))

    assert count(21, a=1) == "more_hands_than_heads"
    assert count(9, a=10) == "too_many_hands_on_one"
    assert count(9, a=9, b=9, c=9, d=1) == "too_many_hands"
    assert count(9, a=9, b=9, c=9) is None


def test_hands_are_counted_once_and_then_corrected() -> None:
    """A second count is told to be one, and replaces the whole."""
    evening, vote, (a, b, *_) = voting()
    evening.made("hands.count", vote=vote, heads=12, hands={a: 9})

    again = evening.when("hands.count", vote=vote, heads=10, hands={b: 2})
    evening.made("hands.count", vote=vote, heads=10, hands={b: 2}, replace=True)
    evening.made("vote.close")

    assert refusal(again) == "hands_counted"
    assert (evening.it.votes[vote].counts[a], evening.it.votes[vote].counts[b]) == (0, 2)
    assert evening.it.votes[vote].voices == {"hands": 10}


def test_a_blank_ballot_is_a_ballot() -> None:
    """It was handed in, has no dots, and is told when the vote is closed."""
    evening, vote, (a, *_) = voting()
    evening.made("ballot.cast", origin="paper", vote=vote, number=1, picks=[a])
    evening.made("ballot.cast", origin="paper", vote=vote, number=2, picks=[])

    evening.made("vote.close")

    assert evening.it.votes[vote].turnout == {"paper": 2}
    assert evening.it.votes[vote].blank == 1


def sixty_heads() -> tuple[Evening, str]:
    """Four behind a table phone, one paper, three hands, in a hall of ten."""
    evening, vote, (a, *_) = voting()
    evening.made("heads.count", heads=10)
    evening.made("ballot.cast", sender="phone", phone="table", vote=vote, picks=[a])
    evening.made("ballot.cast", origin="paper", vote=vote, number=1, picks=[a])
    evening.made("hands.count", vote=vote, heads=3, hands={a: 3})
    return evening, vote


def test_the_heads_in_the_hall_are_phones_paper_hands_and_without() -> None:
    """Ten heads, eight votes: two lack, until they are counted as without."""
    evening, vote = sixty_heads()

    before = headcount(evening.it, evening.it.votes[vote])
    evening.made("without.count", vote=vote, heads=2)
    after = headcount(evening.it, evening.it.votes[vote])

    assert (before.phones, before.paper, before.hands, before.lacking) == (4, 1, 3, 2)
    assert after.adds_up


def test_a_sum_keeps_the_heads_that_were_there_when_the_vote_was_closed() -> None:
    """Who goes home afterwards does not upset it."""
    evening, vote = sixty_heads()
    evening.made("vote.close")

    evening.made("heads.count", heads=5)

    assert headcount(evening.it, evening.it.votes[vote]).heads == 10


def test_more_votes_than_heads_are_told() -> None:
    """Eight votes in a hall of six: two too many."""
    evening, vote = sixty_heads()

    evening.made("heads.count", heads=6)

    assert headcount(evening.it, evening.it.votes[vote]).lacking == -2


def test_why_there_are_so_many_dots_is_known() -> None:
    """A third, at least three, at most seven, or chosen."""
    many = [(12, None, "third"), (4, None, "fewest"), (30, None, "most"), (12, 6, "chosen")]

    for clusters, dots, reason in many:
        evening, vote, _ = voting(clusters, **({"dots": dots} if dots else {}))
        assert why_so_many(evening.it.votes[vote]) == reason


def test_a_phone_does_not_give_an_idea_that_is_voted_on_another_meaning() -> None:
    """Its words stand while people give it dots, and nobody hides it under their hands."""
    evening = an_evening()
    evening.made("block.start", kind="ideas", reason="Det haster")
    fields: dict[str, Any] = {"sender": "phone", "phone": "anna"}
    idea = evening.made("note.write", what="idea", text="Benk ved bussen", **fields)
    evening.made("note.moderate", note=idea, state="shown")
    vote = evening.made("vote.open", over="idea", reason="Det haster")
    evening.case = evening.it.model_copy(
        update={"notes": {idea: evening.it.notes[idea].model_copy(update={"mark": "anna's"})}}
    )

    assert refusal(evening.when("note.edit", note=idea, text="Riv skolen", **fields)) == "vote_open"
    assert refusal(evening.when("note.moderate", note=idea, state="hidden")) == "vote_open"
    evening.made("vote.close")
    evening.made("note.edit", note=idea, text="Riv skolen", **fields)

    assert as_voted(evening.it, evening.it.votes[vote], idea) == "Benk ved bussen"


def test_a_cluster_keeps_the_title_that_it_was_voted_on_under() -> None:
    """Also when it is renamed in the middle of the vote."""
    evening, vote, (a, *_) = voting()

    evening.made("cluster.rename", cluster=a, title="Noe annet")

    assert as_voted(evening.it, evening.it.votes[vote], a) == "Klynge 0"
    assert evening.it.clusters[a].titles == ("Klynge 0",)


def test_in_a_show_of_hands_phones_do_not_vote() -> None:
    """Nobody votes twice, with a hand and with a phone."""
    evening, vote, (a, *_) = voting(level="hands")

    outcome = evening.when("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[a])

    assert refusal(outcome) == "vote_by_hands"


def test_the_report_says_whether_the_heads_add_up_and_what_was_voted_on() -> None:
    """Ten heads and eight votes: two nobody accounted for; a new title stands beside the old."""
    evening, vote = sixty_heads()
    cluster = evening.it.votes[vote].targets[0]
    evening.made("ballot.cast", origin="paper", vote=vote, number=2, picks=[])
    evening.made("vote.close")
    evening.made("cluster.rename", cluster=cluster, title="Nytt navn")

    report = as_markdown(evening.it, Words())

    assert "Hoder i salen: 10 ≠ 4 på telefon + 2 på papir + 3 med hånda." in report
    assert "1 hode er ikke gjort rede for." in report
    assert "1 av dem uten prikker" in report
    assert "Stemmingen var veiledende, og åpen for alle som var med." in report
    assert "Ingen får færre." in report
    assert "Klynge 0 (heter nå «Nytt navn»)" in report


def test_the_wall_asks_for_hands_where_no_phone_votes() -> None:
    """It says how often each raises a hand, instead of how many dots a phone has."""
    for level, by_hands in (("open", False), ("hands", True)):
        evening, _, _ = voting(level=level)

        view = projector_view(evening.it, evening.now, ())

        assert (view.by_hands, view.dots) == (by_hands, 3)


def test_few_ballots_beside_hands_that_all_have_seen_show_no_figures() -> None:
    """Whoever counted the hands could take them from the sum; five ballots are enough again."""
    evening, vote, (a, b, *_) = voting()
    evening.made("hands.count", origin="hands", vote=vote, heads=12, hands={a: 9})
    for number in range(1, 5):
        evening.made("ballot.cast", origin="paper", vote=vote, number=number, picks=[b])
    assert not figures_may_show(evening.it.votes[vote])

    evening.made("ballot.cast", origin="paper", vote=vote, number=5, picks=[b])

    assert figures_may_show(evening.it.votes[vote])
