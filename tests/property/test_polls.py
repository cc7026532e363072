"""Whatever mix of phones, paper, changes, resends, undo and restarts: the sums are right."""

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from storage.batch import Receipt, Wish
from storage.ledger import Answer
from tests.property.on_a_file import OnAFile
from tests.unit.given import START
from workshop.basics import Choice
from workshop.commands import PARSE
from workshop.counting import counts_of, tally
from workshop.facts import fold
from workshop.scored import Form, Item, Poll, Step

CASE = "case-0001"
HEADS = {"anna": 1, "bo": 1, "table": 4}
ITEMS = ("need", "value", "driver")
ANSWERS = st.dictionaries(
    st.sampled_from(ITEMS), st.sampled_from(["0", "3", "5", "unknown"]), min_size=1
)


class Hall(OnAFile):
    """One poll after the other on a real file, beside a plain sum of what was said last."""

    def __init__(self) -> None:
        super().__init__()
        self.poll = ""
        self.said: dict[str, dict[str, str]] = {}
        self.papers: list[tuple[str, str]] = []
        """The commands that can be undone, newest last, with the sheet that each keyed in."""

    def tell(self, name: str, who: str = "", **fields: object) -> tuple[str, Answer]:
        self.count += 1
        id_ = f"command-{self.count:05d}"
        wish = Wish(
            id_,
            CASE,
            PARSE.validate_python({"name": name, **fields}),
            f"{fields}" if who else None,
            origin="phone" if who else "paper" if "number" in fields else "desk",
            sender="phone" if who else "desk",
            mark=f"{who}:{fields.get('poll')}" if who else None,
            presence=f"{who}:here" if who else None,
        )
        answer = self.ledger.record(wish).result(timeout=10)
        if isinstance(answer, Receipt):
            again = self.ledger.record(wish).result(timeout=10)
            assert isinstance(again, Receipt)
        return id_, answer

    @initialize()
    def open_up(self) -> None:
        wish = Wish(CASE, CASE, PARSE.validate_python({"name": "case.open", "title": "Sak"}), "d")
        self.ledger.record(wish).result(timeout=10)
        gathering, _ = self.tell("gathering.plan", title="Samling")
        self.tell("gathering.open", gathering=gathering)
        for who, heads in HEADS.items():
            self.tell("person.join", who, heads=heads)
        self.begin()

    def begin(self) -> None:
        self.poll, answer = self.tell("poll.open", what="fundamentals")
        assert isinstance(answer, Receipt)
        self.said, self.papers = {}, []

    @rule(who=st.sampled_from(sorted(HEADS)), answers=ANSWERS)
    def phone(self, who: str, answers: dict[str, str]) -> None:
        _, answer = self.tell("poll.answer", who, poll=self.poll, answers=answers)
        assert isinstance(answer, Receipt)
        self.said[who] = answers

    @rule(number=st.integers(1, 4), answers=ANSWERS, again=st.booleans())
    def paper(self, number: int, answers: dict[str, str], again: bool) -> None:
        sheet = f"paper {number}"
        known = sheet in self.said
        fields: dict[str, Any] = {
            "poll": self.poll,
            "answers": answers,
            "number": number,
            "replace": again,
        }
        id_, answer = self.tell("poll.answer", **fields)
        assert isinstance(answer, Receipt) is (again or not known)
        if not isinstance(answer, Receipt):
            return
        if not known:
            self.papers.append((id_, sheet))
        elif self.said[sheet] != answers:
            # A correction is final, and so is what it corrected.
            self.papers = [(i, s) for i, s in self.papers if s != sheet]
        self.said[sheet] = answers

    @rule()
    def undo(self) -> None:
        if self.papers:
            id_, sheet = self.papers.pop()
            _, answer = self.tell("undo", command=id_)
            assert isinstance(answer, Receipt)
            del self.said[sheet]

    @rule()
    def close(self) -> None:
        _, answer = self.tell("poll.close")
        assert isinstance(answer, Receipt)
        done = self.ledger.cases[CASE].polls[self.poll]
        sums: dict[str, Counter[str]] = {item: Counter() for item in ITEMS}
        for who, answers in self.said.items():
            for item, step in answers.items():
                sums[item][step] += HEADS.get(who, 1)
        assert {item: dict(done.counts.get(item, {})) for item in ITEMS} == sums
        assert sum(done.turnout.values()) == len(self.said)
        assert sum(done.voices.values()) == sum(HEADS.get(who, 1) for who in self.said)
        self.begin()

    @invariant()
    def nothing_is_known_before_it_closes(self) -> None:
        case = self.ledger.cases.get(CASE)
        if case and case.poll:
            assert case.polls[case.poll].counts == {}
        assert fold(self.ledger.history(CASE)) == case


TestHall = Hall.TestCase
TestHall.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)

FORM = Form(items=(Item(key="a"), Item(key="b")), steps=(Step(key="1", value=1), Step(key="2")))
ROLES = st.sampled_from(["politician", "leader", "resident", None])
PICKS = st.lists(st.sampled_from(["a=1", "a=2", "b=1", "b=2"]), max_size=2).map(tuple)


@given(st.lists(st.builds(Choice, PICKS, ROLES), max_size=24), st.integers(1, 6))
def test_no_small_group_can_be_found(cast: list[Choice], fewest: int) -> None:
    """A role that is hidden is not in the difference between any two sums that are shown."""
    poll = Poll(
        id="p",
        round=1,
        gathering=None,
        opened_at=START,
        what="handlingsrom",
        form=FORM,
        fewest=fewest,
        by_role=True,
    )
    told = tally(poll, cast)
    shown = {g.role: g for g in told["groups"] if g.answers is not None}

    for role, group in shown.items():
        assert group.answers >= fewest
        assert group.counts == counts_of(FORM, [c for c in cast if c.role == role])
    if told["answers"] is None:
        assert not told["counts"]
        assert len(cast) < fewest or not shown
    else:
        outside = told["answers"] - sum(g.answers for g in shown.values())
        assert outside == 0 or outside >= fewest
        assert told["answers"] + told["withheld"] == len(cast)
