"""Station 5, the round's card: sketch, test, what was learnt, and the decision."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bit, Bits
from screens.desk.form import Ask
from screens.desk.loop import LoopRoom
from screens.desk.room import newest, number

if TYPE_CHECKING:
    from workshop.case import Case


class Sketch(Act):
    """Sketch a small solution from an idea."""

    key = "s"


class PlanTest(Act):
    """Write the test card, before the test."""

    key = "t"


class RecordTest(Act):
    """Write what came of the newest test."""

    key = "r"


class Learn(Act):
    """Write a learning card."""

    key = "l"


class Decide(Act):
    """Decide how the round ends."""

    key = "d"


class Card(LoopRoom):
    """One page that fills from above as the round goes on."""

    NAME = "card"
    ACTS = (Sketch, PlanTest, RecordTest, Learn, Decide, *LoopRoom.PAGING)

    def body(self) -> Iterator[Widget]:
        """One text that scrolls."""
        with VerticalScroll(id="card-scroll"):
            yield Static("", id="card", markup=False)

    def show(self, case: "Case") -> None:
        """What the round holds so far."""
        bits: list[Bit] = []
        for title, told in self._sections(case):
            bits += [(f"{title}\n", "strong"), *told, ("\n\n", "")]
        self.put("#card", tuple(bits))
        self.entitle_part(case)

    def _sections(self, case: "Case") -> Iterator[tuple[str, Bits]]:
        now = case.round
        stated = [
            self.say("desk.statement", who=s.who, what=s.what, why=s.why)
            for c in case.clusters.values()
            if c.into is None and (s := c.statement)
        ]
        yield self.words("need"), self._told(stated)
        sketches = [s for s in case.sketches.values() if s.round == now]
        yield self.words("sketch"), self._told([f"{s.title}\n{s.text}".strip() for s in sketches])
        tests = [t for t in case.tests.values() if t.round == now]
        pairs = [
            (self.words(label), getattr(test, label))
            for test in tests
            for label in ("believe", "do", "look_for", "right_if", "result")
        ]
        hits = [(self.words("hit"), self.say(f"desk.hit_{t.hit}")) for t in tests if t.hit]
        yield self.words("test"), self._pairs([*pairs, *hits])
        cards = [c for c in case.learnings.values() if c.round == now]
        learnt = [
            (self.words(label), getattr(card, label))
            for card in cards
            for label in ("believed", "saw", "learnt", "therefore")
        ]
        yield self.words("learning"), self._pairs(learnt)
        decided = [
            " ".join(
                (
                    f"{self.words('round', n=r.no)}:",
                    self.say(f"desk.decision_{r.decision}"),
                    r.reason,
                )
            ).strip()
            for r in case.rounds
            if r.decision
        ]
        yield self.words("decision"), self._told(decided)

    def _told(self, told: list[str]) -> Bits:
        return (("\n".join(told), ""),) if told else ((self.words("nothing_yet"), "muted"),)

    def _pairs(self, pairs: list[tuple[str, str]]) -> Bits:
        bits: list[Bit] = []
        for label, text in pairs:
            if text:
                bits += [(f"{label} ", "muted"), (f"{text}\n", "")]
        return tuple(bits) or self._told([])

    def act_sketch(self) -> object:
        """A sketch."""
        return self.run_worker(self._sketch(), group="act")

    async def _sketch(self) -> None:
        case = self.case
        ideas = [n for n in case.notes.values() if n.what == "idea"] if case else []

        async def store(values: Mapping[str, str]) -> str:
            chosen = [values["idea"]] if values.get("idea", "-") != "-" else []
            return await self.store(
                "sketch.make", title=values["title"], text=values["text"], ideas=chosen
            )

        fields = [
            Ask("title", self.words("field_sketch")),
            Ask("text", self.words("field_sketch_text"), kind="prose"),
        ]
        if ideas:
            told = tuple((n.id, " ".join(n.text.split())[:60]) for n in ideas)
            none = (("-", self.words("no_idea")),)
            fields.append(Ask("idea", self.words("field_idea"), "", "choice", (*none, *told)))
        await self.form(self.words("sketch"), tuple(fields), store)

    def act_plan_test(self) -> object:
        """A test card."""
        return self.run_worker(self._plan_test(), group="act")

    async def _plan_test(self) -> None:
        sketch = newest(self.case.sketches) if self.case else None
        if sketch is None:
            self.desk.frame.tell(self.words("sketch_first"))
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("test.plan", sketch=sketch.id, **values)

        labels = ("believe", "do", "look_for", "right_if")
        fields = tuple(Ask(label, self.words(label), kind="prose") for label in labels)
        await self.form(f"{self.words('test')}: {sketch.title}", fields, store)

    def act_record_test(self) -> object:
        """What came of it."""
        return self.run_worker(self._record_test(), group="act")

    async def _record_test(self) -> None:
        from workshop.terms import Hit

        test = newest(self.case.tests) if self.case else None
        if test is None:
            self.desk.frame.tell(self.words("test_first"))
            return

        async def store(values: Mapping[str, str]) -> str:
            testers = number(values["testers"]) or 0
            rest = {"result": values["result"], "hit": values["hit"]}
            return await self.store("test.record", test=test.id, testers=testers, **rest)

        testers = str(test.testers) if test.testers else ""
        fields = (
            Ask("result", self.words("field_result"), test.result, "prose"),
            Ask(
                "hit",
                self.words("hit"),
                test.hit or "",
                "choice",
                self.labels("hit", get_args(Hit)),
            ),
            Ask("testers", self.words("field_testers"), testers),
        )
        await self.form(self.words("result"), fields, store)

    def act_learn(self) -> object:
        """A learning card."""
        return self.run_worker(self._learn(), group="act")

    async def _learn(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("learning.write", **values)

        labels = ("believed", "saw", "learnt", "therefore")
        fields = tuple(Ask(label, self.words(label), kind="prose") for label in labels)
        await self.form(self.words("learning"), fields, store)

    def act_decide(self) -> object:
        """How it ends."""
        return self.run_worker(self._decide(), group="act")

    async def _decide(self) -> None:
        from workshop.terms import Decision

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("round.decide", **values)

        decisions = self.labels("decision", get_args(Decision))
        fields = (
            Ask("decision", self.words("decision"), "", "choice", decisions),
            Ask("reason", self.words("field_reason")),
        )
        await self.form(self.words("decision"), fields, store)
