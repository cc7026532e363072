"""Fair dots: same rules and limits for phone and paper, blind until closed."""

import pytest

from tests.unit.given import Evening, an_evening, refusal
from workshop.basics import Refused
from workshop.results import dots_for, near_ties, why_so_many
from workshop.said import Vote
from workshop.views import phone_view, projector_view


def voting(clusters: int = 4, **options: object) -> tuple[Evening, str, list[str]]:
    """An evening with a vote open over so many clusters."""
    evening = an_evening()
    ids = [evening.made("cluster.make", title=f"Klynge {i}") for i in range(clusters)]
    vote = evening.made("vote.open", **options)
    return evening, vote, ids


@pytest.mark.parametrize(
    ("targets", "dots"),
    [(1, 3), (9, 3), (10, 3), (11, 4), (13, 4), (15, 5), (21, 7), (40, 7)],
)
def test_the_number_of_dots_is_a_third_of_the_targets_within_three_and_seven(
    targets: int, dots: int
) -> None:
    """round(n/3), kept within 3-7."""
    assert dots_for(targets) == dots


def test_a_phone_gives_its_dots_and_may_change_its_mind() -> None:
    """A changed ballot replaces the whole, and counts as one."""
    evening, vote, (a, b, c, _) = voting()

    evening.made("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[a, b])
    evening.made("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[c])
    evening.made("vote.close")

    closed = evening.it.votes[vote]
    assert dict(closed.counts)[c] == 1
    assert sum(closed.counts.values()) == 1
    assert closed.turnout == {"phone": 1}


def test_nobody_gives_more_dots_than_they_have() -> None:
    """Three dots each: the fourth is refused with how many are allowed."""
    evening, vote, ids = voting()

    outcome = evening.when("ballot.cast", sender="phone", phone="anna", vote=vote, picks=ids)

    assert outcome == Refused("too_many_dots", {"most": 3})


@pytest.mark.parametrize(
    ("clusters", "stacking", "dots", "why"),
    [(1, False, 1, "all"), (2, False, 2, "all"), (2, True, 3, "fewest"), (3, False, 3, "fewest")],
)
def test_nobody_is_told_of_a_dot_that_cannot_be_given(
    clusters: int, stacking: bool, dots: int, why: str
) -> None:
    """The rule's number stays in the fact; phones, wall and report know what can be given."""
    evening, vote, _ = voting(clusters, stacking=stacking)
    evening.made("projector.show", wall="voting")
    phone = phone_view(evening.it, evening.now, evening.it.presences["anna"], (), None)
    opened = [r.fact for r in evening.history if r.fact.kind == "vote.opened"]

    assert (evening.it.votes[vote].dots, why_so_many(evening.it.votes[vote])) == (dots, why)
    assert projector_view(evening.it, evening.now, ()).dots == dots
    assert phone.vote is not None
    assert (phone.vote.dots, phone.vote.why) == (dots, why)
    assert [fact.model_dump()["dots"] for fact in opened] == [3]


def test_without_stacking_a_voice_gives_a_target_one_dot() -> None:
    """Two dots on one cluster are one too many for one person."""
    evening, vote, (a, *_) = voting()

    outcome = evening.when("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[a, a])

    assert refusal(outcome) == "too_many_on_one"


def test_a_shared_phone_has_the_dots_of_all_its_heads() -> None:
    """Four heads: twelve dots, at most four on one cluster."""
    evening, vote, (a, b, c, _) = voting()

    evening.made("ballot.cast", sender="phone", phone="table", vote=vote, picks=[a, b, c] * 4)
    evening.made("vote.close")

    assert sum(evening.it.votes[vote].counts.values()) == 12
    assert evening.it.votes[vote].voices == {"phone": 4}


def test_a_paper_is_keyed_in_once() -> None:
    """The same number again is refused, unless it is a correction."""
    evening, vote, (a, b, *_) = voting()
    evening.made("ballot.cast", origin="paper", vote=vote, picks=[a], number=9)

    again = evening.when("ballot.cast", origin="paper", vote=vote, picks=[b], number=9)
    evening.made("ballot.cast", origin="paper", vote=vote, picks=[b], number=9, replace=True)
    evening.made("vote.close")

    assert refusal(again) == "paper_number_taken"
    assert evening.it.votes[vote].counts[b] == 1
    assert evening.it.votes[vote].turnout == {"paper": 1}


def test_targets_are_frozen_while_a_vote_is_open() -> None:
    """Only titles change; sorting and new votes wait."""
    evening, _, (a, *_) = voting()
    note = evening.made("note.write", text="Sen lapp")

    assert refusal(evening.when("note.cluster", note=note, cluster=a)) == "vote_open"
    assert refusal(evening.when("cluster.make", title="Ny")) == "vote_open"
    assert refusal(evening.when("vote.open")) == "vote_open"
    evening.made("cluster.rename", cluster=a, title="Bedre tittel")


def test_heads_do_not_change_while_a_vote_is_open() -> None:
    """Nobody grows more dots in the middle of a vote."""
    evening, _, _ = voting()

    outcome = evening.when("person.join", sender="phone", phone="anna", role="resident", heads=9)

    assert refusal(outcome) == "vote_open_heads"


def test_no_count_is_known_before_the_vote_is_closed() -> None:
    """Neither the case nor any view holds a choice while the vote is open."""
    evening, vote, (a, *_) = voting()
    evening.made("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[a])

    assert evening.it.votes[vote].counts == {}
    assert projector_view(evening.it, evening.now, ()).bars == ()
    assert a not in repr([r.fact for r in evening.history if r.kind.startswith("ballot")])


def test_under_five_ballots_only_the_order_is_shown() -> None:
    """Few votes could be traced to people, so there are no figures."""
    evening, vote, (a, *_) = voting()
    evening.made("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[a])
    evening.made("vote.close")

    bars = projector_view(evening.it, evening.now, ()).bars

    assert [bar.dots for bar in bars] == [None] * 4
    assert bars[0].id == a


@pytest.mark.parametrize(
    ("counts", "ties"),
    [
        ((27, 24), 1),
        ((9, 8), 1),
        ((14, 11), 0),
        ((8, 7), 0),
        ((0, 0), 0),
        ((24, 22, 20), 1),
    ],
)
def test_near_ties_are_within_an_eighth_and_do_not_chain(
    counts: tuple[int, ...], ties: int
) -> None:
    """27/24 and 9/8 are about equal, 14/11 is not; 24/22/20 binds only the first two."""
    ids = tuple(f"t{i}" for i in range(len(counts)))
    evening = an_evening()
    vote = Vote(
        id="v",
        targets=ids,
        dots=3,
        stacking=False,
        round=1,
        gathering=None,
        opened_at=evening.now,
        counts=dict(zip(ids, counts, strict=True)),
    )

    groups = near_ties(vote)

    assert len(groups) == ties
    assert all(len(group) == 2 for group in groups)


def test_a_phone_sees_only_its_own_ballot() -> None:
    """Picks come from the phone's own secret and nowhere else."""
    evening, vote, (a, *_) = voting()
    evening.made("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[a])
    other = evening.it.presences["table"]

    view = phone_view(evening.it, evening.now, other, (), None)

    assert view.vote is not None
    assert (view.vote.picks, view.vote.voted, view.vote.dots) == ((), False, 12)


def test_a_vote_that_was_closed_without_a_ballot_stays_opened() -> None:
    """Its counts build on it, so that no file is left with a result of nothing."""
    evening = an_evening()
    evening.made("cluster.make", title="Skyss")
    vote = evening.made("vote.open")
    evening.made("vote.close")

    assert refusal(evening.when("undo", command=vote)) == "others_build_on_it"
    assert evening.it.votes[vote].closed_at is not None
