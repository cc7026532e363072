"""Codes on slips: one voice each in each vote, and nothing stored that leads to a ballot."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.batch import Wish
from storage.ledger import Answer, Ledger
from workshop.basics import Refused
from workshop.case import Case
from workshop.commands import PARSE
from workshop.lent import CodeSheet
from workshop.vote_codes import APART, SIGNS, code_before, codes_on, read_codes, spaced

CASE = "case-0001"
HEADS = {"anna": 1, "bo": 1, "table": 3}


class CodedHall:
    """A hall on a real file, with three phones and twenty codes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ledger = Ledger.open(path)
        self.count = 0
        opened = PARSE.validate_python({"name": "case.open", "title": "Sak"})
        self.ledger.record(Wish(CASE, CASE, opened, "d")).result(timeout=10)
        self.tell("gathering.open", gathering=self.tell("gathering.plan", title="Samling"))
        for who, heads in HEADS.items():
            self.tell("person.join", who, heads=heads)
        self.targets = [self.tell("cluster.make", title=f"Klynge {n}") for n in range(4)]
        self.tell("codes.draw", count=20)
        self.vote = self.tell("vote.open", level="code")

    @property
    def case(self) -> Case:
        return self.ledger.cases[CASE]

    @property
    def codes(self) -> tuple[str, ...]:
        return codes_on(self.case.code_sheets[0])

    def answer(self, name: str, who: str = "", by: str = "", **fields: Any) -> Answer:
        self.count += 1
        id_ = f"{by}.entry-{self.count}" if by else f"command-{self.count:04d}"
        self.last = Wish(
            id_,
            CASE,
            PARSE.validate_python({"name": name, **fields}),
            "d" if who else None,
            origin="phone" if who else "paper" if "number" in fields else "desk",
            sender="phone" if who else "helper" if by else "desk",
            mark=f"{who}:{fields.get('vote') or id_}" if who else None,
            presence=f"{who}:here" if who else None,
            helper=by or None,
        )
        return self.ledger.record(self.last).result(timeout=10)

    def tell(self, name: str, who: str = "", **fields: Any) -> str:
        answer = self.answer(name, who, **fields)
        assert not isinstance(answer, Refused), answer
        return self.last.id

    def cast(self, who: str, code: str = "", *picks: int, **fields: Any) -> str:
        """What became of a ballot: empty where it was taken, else why it was not."""
        chosen = [self.targets[p] for p in picks]
        answer = self.answer("ballot.cast", who, vote=self.vote, picks=chosen, code=code, **fields)
        return answer.reason if isinstance(answer, Refused) else ""

    def restart(self) -> None:
        self.ledger.close()
        self.ledger = Ledger.open(self.path)

    def counts(self) -> list[int]:
        """The dots by target, once it is closed."""
        self.tell("vote.close")
        counts = self.case.votes[self.vote].counts
        return [counts[target] for target in self.targets]


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[CodedHall]:
    """A vote with codes is open."""
    hall = CodedHall(tmp_path / "hall.db")
    yield hall
    hall.ledger.close()


def test_a_code_is_read_however_it_is_typed(hall: CodedHall) -> None:
    """Small letters, spaces, hyphens and signs that look alike are all the same code."""
    code = hall.codes[0]
    mistaken = code.replace("Q", "o").replace("6", "g").replace("V", "u")

    assert read_codes(spaced(code).lower()) == (code,)
    assert read_codes(f" {code[:4]}-{code[4:]} ") == (code,)
    assert read_codes(mistaken) == (code,)
    assert read_codes(f"{code}, {hall.codes[1]}") == (code, hall.codes[1])


def test_no_sign_of_a_code_can_be_taken_for_another() -> None:
    """Of each pair that looks alike there is one at most."""
    for alike in ("0OQ", "1IL", "2Z", "5S", "8B", "6G", "UV"):
        assert len(set(alike) & set(SIGNS)) <= 1


def test_a_slip_of_the_finger_is_told_from_a_code_that_is_not_good(hall: CodedHall) -> None:
    """One wrong sign, or two that changed places, is never another code."""
    code = hall.codes[0]
    for at in range(len(code)):
        other = SIGNS[(SIGNS.index(code[at]) + 1) % len(SIGNS)]
        assert read_codes(code[:at] + other + code[at + 1 :]) is None
    for at in range(len(code) - 2):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert swapped == code or read_codes(swapped) is None


@pytest.mark.parametrize(
    ("typed", "code", "rest"),
    [
        ("K7H M3P XT4 2 5 5", "K7H M3P XT4", " 2 5 5"),
        ("k7hm3pxt4 12", "k7hm3pxt4", " 12"),
        ("2 5 5", "", "2 5 5"),
        ("1 2 3 4 5 6 7 8 9 10", "", "1 2 3 4 5 6 7 8 9 10"),
        ("0", "", "0"),
    ],
)
def test_the_code_stands_before_the_numbers_of_a_ballot(typed: str, code: str, rest: str) -> None:
    """What is keyed in on one line is told apart without a sign between."""
    assert code_before(typed) == (code, rest)


def test_a_code_is_good_for_one_ballot(hall: CodedHall) -> None:
    """Another phone with the same code is refused, and so is a code that was never drawn."""
    first, second, *_ = hall.codes
    never = code_of_nobody()

    assert hall.cast("anna", first, 0) == ""
    assert hall.cast("bo", first, 1) == "vote_code_used"
    assert hall.cast("bo", never, 1) == "vote_code_unknown"
    assert hall.cast("bo", first[:5], 1) == "vote_code_unread"
    assert hall.cast("bo", "", 1) == "vote_code_lacks"
    assert hall.cast("bo", second, 1) == ""
    assert hall.counts() == [1, 1, 0, 0]


def code_of_nobody() -> str:
    """A well-formed code that no sheet holds."""
    return codes_on(CodeSheet(id="x", gathering="y", key="another key", count=1))[0]


def test_whoever_has_voted_changes_the_ballot_without_a_code(hall: CodedHall) -> None:
    """The whole ballot is replaced, and the code stays used, also after a restart."""
    assert hall.cast("anna", hall.codes[0], 0) == ""
    hall.restart()

    assert hall.cast("anna", "", 2) == ""
    assert hall.cast("bo", hall.codes[0], 1) == "vote_code_used"
    assert hall.counts() == [0, 0, 1, 0]


def test_a_phone_that_is_shared_brings_a_code_for_each_head(hall: CodedHall) -> None:
    """Three heads, three codes; the same one twice is one code."""
    one, two, three, *_ = hall.codes

    assert hall.cast("table", one, 0) == "vote_code_lacks"
    assert hall.cast("table", f"{one} {two} {two}", 0) == "vote_code_lacks"
    assert hall.cast("table", f"{one} {two} {three}", 0, 0, 0) == ""
    assert hall.case.votes[hall.vote].voices == {"phone": 3}
    assert hall.counts() == [3, 0, 0, 0]


def test_paper_and_phone_with_the_same_code_count_once(hall: CodedHall) -> None:
    """Whichever comes first is counted; a correction of the paper needs no code."""
    one, two, *_ = hall.codes

    assert hall.cast("", one, 0, number=9) == ""
    assert hall.cast("anna", one, 1) == "vote_code_used"
    assert hall.cast("", one, 1, number=10) == "vote_code_used"
    assert hall.cast("", "", 1, number=10) == "vote_code_lacks"
    assert hall.cast("", "", 3, number=9, replace=True) == ""
    assert hall.cast("anna", two, 1) == ""
    assert hall.cast("", two, 1, number=10) == "vote_code_used"
    assert hall.counts() == [0, 1, 0, 1]


def test_a_paper_that_was_taken_back_comes_again_without_a_code(hall: CodedHall) -> None:
    """Its number was let in with a code, which stays used; also after a restart."""
    code = hall.codes[0]
    assert hall.cast("", code, 0, number=9) == ""
    hall.tell("undo")
    hall.restart()

    assert hall.cast("anna", code, 1) == "vote_code_used"
    assert hall.cast("", "", 2, number=9) == ""
    assert hall.counts() == [0, 0, 1, 0]


def test_what_a_helper_keyed_in_and_took_back_leaves_the_code_used(hall: CodedHall) -> None:
    """The same rules hold for papers that come in under a helper's code."""
    helper = hall.tell("helper.let_in")
    first, second, *_ = hall.codes

    assert hall.cast("", first, 0, number=4, by=helper) == ""
    assert hall.cast("", first, 0, number=5, by=helper) == "vote_code_used"
    hall.tell("helper.take_back", helper=helper)
    assert hall.cast("", "", 1, number=4) == ""
    assert hall.cast("", second, 1, number=5, by=helper) == ""
    assert hall.counts() == [0, 2, 0, 0]


def test_a_ballot_that_was_sent_again_is_one(hall: CodedHall) -> None:
    """The receipt that did not come through is given once more."""
    assert hall.cast("anna", hall.codes[0], 0) == ""
    again = hall.ledger.record(hall.last).result(timeout=10)

    assert not isinstance(again, Refused)
    assert again.repeated
    assert hall.counts() == [1, 0, 0, 0]


def test_a_code_is_good_again_in_the_next_vote(hall: CodedHall) -> None:
    """One slip serves the whole gathering, once in each vote."""
    code = hall.codes[0]
    assert hall.cast("anna", code, 0) == ""
    hall.tell("vote.close")
    hall.vote = hall.tell("vote.open", level="code")

    assert hall.cast("bo", code, 1) == ""
    assert hall.cast("anna", code, 1) == "vote_code_used"


def test_codes_of_another_gathering_are_not_good(hall: CodedHall) -> None:
    """What was left on the tables last time opens nothing."""
    old = hall.codes[0]
    hall.tell("vote.close")
    hall.tell("gathering.end")
    hall.tell("gathering.open", gathering=hall.tell("gathering.plan", title="To"))
    hall.tell("person.join", "anna", heads=1)
    refused = hall.answer("vote.open", level="code")
    assert isinstance(refused, Refused)
    assert refused.reason == "no_codes"
    hall.tell("codes.draw", count=5)
    hall.vote = hall.tell("vote.open", level="code")

    assert hall.cast("anna", old, 0) == "vote_code_unknown"


def test_hands_are_not_raised_where_codes_are_asked_for(hall: CodedHall) -> None:
    """Whoever raised one could have used a code, and nobody could tell."""
    answer = hall.answer("hands.count", vote=hall.vote, heads=2, hands={hall.targets[0]: 2})

    assert isinstance(answer, Refused)
    assert answer.reason == "vote_by_code"


def test_codes_cannot_be_undone_under_a_vote_that_asks_for_them(hall: CodedHall) -> None:
    """Slips that people hold stay good."""
    drawn = hall.case.code_sheets[0].id

    answer = hall.answer("undo", command=drawn)

    assert isinstance(answer, Refused)
    assert len(hall.case.code_sheets) == 1


def test_no_stored_byte_leads_from_a_code_to_its_ballot(hall: CodedHall) -> None:
    """No code is stored; what is used lies apart while the vote is open, and goes with it."""
    for who, code in zip(("anna", "bo"), hall.codes, strict=False):
        assert hall.cast(who, code, 0) == ""
    assert hall.cast("", hall.codes[2], 0, number=3) == ""
    rows = hall.ledger.between(
        lambda c: c.execute("SELECT vote, mark, picks FROM choices").fetchall()
    ).result()
    used = [mark for box, mark, picks in rows if box == APART + hall.vote]
    facts = [r.fact.model_dump_json() for r in hall.ledger.history(CASE)]

    assert len(used) == 4
    assert used == sorted(used)
    assert not {mark for box, mark, _ in rows if box == hall.vote} & set(used) - {"paper-3"}
    hall.tell("vote.close")
    hall.ledger.close()
    stored = b"".join(p.read_bytes() for p in hall.path.parent.iterdir())

    for code in hall.codes[:3]:
        assert code.encode() not in stored
        assert not any(code in fact for fact in facts)
    for mark in set(used) - {"paper-3"}:
        assert mark.encode() not in stored
    hall.ledger = Ledger.open(hall.path)
