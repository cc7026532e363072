"""A helper's code: paper can be keyed in with it, nothing else, until the gathering ends."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.batch import Receipt, Wish
from storage.ledger import Ledger
from workshop.basics import Refused
from workshop.case import Case
from workshop.commands import PARSE
from workshop.facts import fold

CASE = "case-0001"


class Desk:
    """A desk and its helpers on a real file."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.count = 0

    @property
    def case(self) -> Case:
        return self.ledger.cases[CASE]

    def tell(self, name: str, by: str = "", /, **fields: Any) -> Receipt | Refused:
        self.count += 1
        id_ = fields.pop("id", f"command-{self.count:04}")
        wish = Wish(
            f"{by}.{id_}" if by else id_,
            CASE,
            PARSE.validate_python({"name": name, **fields}),
            None if name == "ballot.cast" else "d",
            origin="paper" if by else "desk",
            sender="helper" if by else "desk",
            helper=by or None,
        )
        return self.ledger.record(wish).result(timeout=10)

    def made(self, name: str, by: str = "", /, **fields: Any) -> str:
        answer = self.tell(name, by, **fields)
        assert isinstance(answer, Receipt), answer
        return answer.command

    def refused(self, name: str, by: str = "", /, **fields: Any) -> str:
        answer = self.tell(name, by, **fields)
        assert isinstance(answer, Refused), answer
        return answer.reason


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A gathering with needs being collected."""
    ledger = Ledger.open(tmp_path / "hall.db")
    desk = Desk(ledger)
    desk.made("case.open", id=CASE, title="Sak")
    desk.made("gathering.open", gathering=desk.made("gathering.plan", title="Samling"))
    desk.made("block.start", kind="needs")
    yield desk
    desk.ledger.close()


def test_a_code_has_six_signs_and_is_drawn_by_chance(desk: Desk) -> None:
    """No two are the same, and none follows from what anybody can see."""
    helpers = [desk.made("helper.let_in") for _ in range(3)]

    codes = {desk.case.helpers[h].code for h in helpers}
    assert {len(code) for code in codes} == {6}
    assert len(codes) == 3


def test_a_helper_keys_in_slips_and_ballots_and_nothing_else(desk: Desk) -> None:
    """Every other command is refused, and a paper without a number, too."""
    helper = desk.made("helper.let_in")
    note = desk.made("note.write", helper, text="Benk", number=14, table=5)

    written = desk.case.notes[note]
    assert (written.origin, written.number, written.state) == ("paper", 14, "waiting")
    assert desk.refused("note.write", helper, text="Uten") == "paper_needs_number"
    for name, fields in (
        ("note.edit", {"note": note, "text": "x"}),
        ("note.moderate", {"note": note, "state": "shown"}),
        ("vote.open", {}),
        ("undo", {}),
        ("gathering.end", {}),
        ("helper.let_in", {}),
        ("person.join", {}),
    ):
        assert desk.refused(name, helper, **fields) == "only_desk"


def test_a_paper_that_another_keyed_in_is_left_alone(desk: Desk) -> None:
    """Only one's own can be corrected; of others' one is told."""
    one, other = desk.made("helper.let_in"), desk.made("helper.let_in")
    note = desk.made("note.write", one, text="Benk", number=14)

    assert desk.refused("note.write", one, text="Benker", number=14) == "slip_number_taken"
    assert desk.refused("note.write", other, text="Nei", number=14) == "paper_of_others"
    again: dict[str, Any] = {"text": "Nei", "number": 14, "replace": True}
    assert desk.refused("note.write", other, **again) == "paper_of_others"
    desk.made("note.write", one, text="Benker", number=14, replace=True)

    assert desk.case.notes[note].text == "Benker"


def test_a_code_that_was_called_back_or_is_over_opens_nothing(desk: Desk) -> None:
    """Called back at once, over with the gathering, and over still when it is opened again."""
    back, late = desk.made("helper.let_in"), desk.made("helper.let_in")
    desk.made("helper.call_back", helper=back)
    assert desk.refused("note.write", back, text="x", number=1) == "helper_over"
    desk.made("note.write", late, text="x", number=1)

    gathering = desk.case.gathering
    desk.made("gathering.end")
    desk.made("gathering.open", gathering=gathering)

    assert desk.refused("note.write", late, text="y", number=2) == "helper_over"


def voting(desk: Desk) -> tuple[str, str]:
    """A vote over one cluster; the vote and the cluster."""
    cluster = desk.made("cluster.make", title="Klynge")
    return desk.made("vote.open"), cluster


def test_all_that_a_helper_keyed_in_is_taken_back_at_once(desk: Desk) -> None:
    """Slips and ballots with their corrections are gone, their numbers are free, dots too."""
    helper = desk.made("helper.let_in")
    mine = desk.made("note.write", text="Deskens", number=1, id="desk-note-1")
    desk.made("note.write", helper, text="Feil bunke", number=14)
    desk.made("note.write", helper, text="Feil bunke!", number=14, replace=True)
    vote, cluster = voting(desk)
    desk.made("ballot.cast", helper, vote=vote, picks=[cluster], number=1)
    desk.made("ballot.cast", helper, vote=vote, picks=[], number=1, replace=True)
    assert len(desk.case.helpers[helper].entries) == 2

    desk.made("helper.take_back", helper=helper)

    assert set(desk.case.notes) == {mine}
    assert desk.case.votes[vote].numbers == ()
    assert desk.ledger.ballot(vote, "paper-1") is None
    assert desk.case.helpers[helper].entries == ()
    assert fold(desk.ledger.history(CASE)) == desk.case
    desk.made("note.write", helper, text="Riktig bunke", number=14)


def test_what_others_have_worked_on_is_set_aside_and_what_was_counted_stays(desk: Desk) -> None:
    """A note in a cluster keeps its words; a closed vote keeps its dots."""
    helper = desk.made("helper.let_in")
    note = desk.made("note.write", helper, text="Feil bunke", number=14)
    vote, cluster = voting(desk)
    desk.made("ballot.cast", helper, vote=vote, picks=[cluster], number=1)
    desk.made("vote.close")
    desk.made("note.cluster", note=note, cluster=cluster)

    desk.made("helper.take_back", helper=helper)

    assert (desk.case.notes[note].text, desk.case.notes[note].state) == ("Feil bunke", "aside")
    assert desk.case.votes[vote].counts == {cluster: 1}


def test_whoever_corrects_a_paper_at_the_desk_takes_it_over(desk: Desk) -> None:
    """It is no longer the helper's: neither corrected nor taken back with the rest."""
    helper = desk.made("helper.let_in")
    vote, cluster = voting(desk)
    desk.made("ballot.cast", helper, vote=vote, picks=[], number=1)
    ballot: dict[str, Any] = {"vote": vote, "picks": [cluster], "number": 1, "replace": True}
    desk.made("ballot.cast", **ballot)

    desk.made("helper.take_back", helper=helper)

    assert desk.refused("ballot.cast", helper, **ballot) == "paper_of_others"
    desk.made("vote.close")
    assert desk.case.votes[vote].counts == {cluster: 1}


def test_a_code_with_entries_is_not_undone_but_called_back(desk: Desk) -> None:
    """Undo of the code would leave its papers without anybody to take them back from."""
    helper = desk.made("helper.let_in")
    desk.made("note.write", helper, text="Benk", number=1)

    assert desk.refused("undo", command=helper) == "others_build_on_it"
