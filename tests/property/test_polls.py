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
KINDS = (
    (("need", "value", "driver"), ("0", "3", "5"), {"what": "fundamentals"}),
    (
        ("i1", "i2", "i3"),
        ("agree", "disagree", "pass"),
        {"what": "choice", "title": "Enig?", "form": "agreement", "items": ["A", "B", "C"]},
    ),
)
"""What is asked in turn: with its things, its answers, and how it is opened."""
ANSWERS = st.dictionaries(st.integers(0, 2), st.integers(0, 2), min_size=1)
HANDS = st.lists(st.integers(0, 4), min_size=3, max_size=3)


class Hall(OnAFile):
    """One poll after the other on a real file, beside a plain sum of what was said last."""

    def __init__(self) -> None:
        super().__init__()
        self.poll = ""
        self.said: dict[str, dict[str, str]] = {}
        self.papers: list[tuple[str, str]] = []
        self.hands: dict[str, tuple[int, dict[str, int]]] = {}
        self.opened = 0
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
        self.items, self.steps, fields = KINDS[self.opened % 2]
        self.opened += 1
        self.poll, answer = self.tell("poll.open", **fields)
        assert isinstance(answer, Receipt)
        self.said, self.papers, self.hands = {}, [], {}

    def named(self, answers: dict[int, int]) -> dict[str, str]:
        return {self.items[item]: self.steps[step] for item, step in answers.items()}

    @rule(who=st.sampled_from(sorted(HEADS)), chosen=ANSWERS)
    def phone(self, who: str, chosen: dict[int, int]) -> None:
        answers = self.named(chosen)
        _, answer = self.tell("poll.answer", who, poll=self.poll, answers=answers)
        assert isinstance(answer, Receipt)
        self.said[who] = answers

    @rule(number=st.integers(1, 4), chosen=ANSWERS, again=st.booleans())
    def paper(self, number: int, chosen: dict[int, int], again: bool) -> None:
        answers = self.named(chosen)
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
            (self.said if sheet in self.said else self.hands).pop(sheet)

    @rule(item=st.integers(0, 2), heads=st.integers(1, 9), counts=HANDS, again=st.booleans())
    def raise_hands(self, item: int, heads: int, counts: list[int], again: bool) -> None:
        thing = self.items[item]
        known, hands = thing in self.hands, dict(zip(self.steps, counts, strict=True))
        fields: dict[str, Any] = {"poll": self.poll, "item": thing, "heads": heads, "hands": hands}
        id_, answer = self.tell("answer_hands.count", replace=again, **fields)
        may = self.opened % 2 == 0 and sum(counts) <= heads and (again or not known)
        assert isinstance(answer, Receipt) is may
        if not may:
            return
        if not known:
            self.papers.append((id_, thing))
        elif self.hands[thing] != (heads, hands):
            self.papers = [(i, s) for i, s in self.papers if s != thing]
        self.hands[thing] = heads, hands

    @rule()
    def close(self) -> None:
        _, answer = self.tell("poll.close")
        assert isinstance(answer, Receipt)
        done = self.ledger.cases[CASE].polls[self.poll]
        sums: dict[str, Counter[str]] = {item: Counter() for item in self.items}
        raised = max((heads for heads, _ in self.hands.values()), default=0)
        # A few secret answers beside hands that all have seen could be told by subtraction.
        secret = 0 if raised and 0 < len(self.said) < done.fewest else len(self.said)
        if secret + raised >= done.fewest:
            for who, answers in self.said.items() if secret else ():
                for item, step in answers.items():
                    sums[item][step] += HEADS.get(who, 1)
            for item, (_, hands) in self.hands.items():
                sums[item] += Counter(hands)
        assert {item: dict(done.counts.get(item, {})) for item in self.items} == sums
        assert sum(done.turnout.values()) == len(self.said) + raised
        assert sum(done.voices.values()) == raised + sum(HEADS.get(who, 1) for who in self.said)
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
