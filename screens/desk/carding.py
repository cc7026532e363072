"""What one does on the round's card: sketch, test, learn, answer, adjust, and end the round."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

from screens.desk.acts import Act, ActType
from screens.desk.finding_testers import CountHands, FindingTesters
from screens.desk.form import Ask
from screens.desk.room import day, number
from screens.desk.trying import (
    NOTHING,
    sketch_fields,
    test_fields,
    tester_fields,
)
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.tried import Sketch, Test


class MakeSketch(Act):
    """Sketch a small solution from an idea."""

    key = "s"


class PlanTest(Act):
    """Write the test card of the chosen sketch, or change it."""

    key = "t"


class SendOut(Act):
    """Send the chosen test out to those who test; its card is locked from then on."""

    key = "i"


class HearTester(Act):
    """Write what testers said, one after another."""

    key = "r"


class RecordTest(Act):
    """Write what came of the test, and end it."""

    key = "e"


class Learn(Act):
    """Write a learning card."""

    key = "k"


class Judge(Act):
    """Answer whether the solution meets the need well enough."""

    key = "h"


class GoOn(Act):
    """Decide: a new round, or take it in use."""

    key = "g"


class Adjust(Act):
    """Say what is changed because of what was learnt, or why nothing is."""

    key = "j"


class BackToNeed(Act):
    """Go back to the need, in this round or in a new one."""

    key = "b"


class LayAway(Act):
    """Park, or stop with what was learnt: the sketch or the round."""

    key = "l"


class Weigh(Act):
    """Weigh need, solution and test otherwise in this round."""

    key, hinted = "m", False


class PlanRound(Act):
    """Say what the round is about, and until when."""

    key, hinted = "o", False


ROUND_ACTS: tuple[ActType, ...] = (
    *(MakeSketch, PlanTest, SendOut, HearTester, RecordTest, Learn, Judge),
    *(GoOn, Adjust, BackToNeed, LayAway, CountHands, Weigh, PlanRound),
)


class Carding(FindingTesters):
    """A page about the sketches, tests and learnings of the round."""

    @property
    def chosen(self) -> "Sketch | None":
        """The sketch at the cursor."""
        chosen = self.query_one("#sketches", Picks).cursor_id
        return self.case.sketches.get(chosen or "") if self.case else None

    def chosen_test(self, case: "Case") -> "Test | None":
        """The newest test of the chosen sketch."""
        sketch = self.chosen
        tests = [t for t in case.tests.values() if sketch and t.sketch == sketch.id]
        return tests[-1] if tests else None

    def going_test(self) -> "Test | None":
        """The same, unless it was ended in an earlier round: then the next one is not written."""
        test = self.chosen_test(self.case) if self.case else None
        if test and self.case and test.recorded_at and test.round < self.case.round:
            return None
        return test

    def lacks(self, key: str) -> object:
        """Say what is needed first."""
        self.desk.frame.advise(self.words(key))
        return None

    # -- sketches and test cards ---------------------------------------------------------

    def act_make_sketch(self) -> object:
        """A new sketch."""
        return self.run_worker(self._sketch(None), group="act")

    def act_edit(self) -> object:
        """A new version of the chosen one."""
        return self.run_worker(self._sketch(self.chosen), group="act")

    async def _sketch(self, sketch: "Sketch | None") -> None:
        case = self.case
        if case is None:
            return

        async def store(values: Mapping[str, str]) -> str:
            from workshop.weights import proposal

            fields: dict[str, Any] = {**values, "hours": number(values["hours"])}
            idea, form = fields.pop("idea", "-"), fields.pop("form")
            fields |= {"form": None if form == "-" else form}
            if idea != "-":
                fields |= {"ideas": [idea] if idea in case.notes else [], "needs": []}
                fields["needs"] = [idea] if idea in case.clusters else []
            cap = proposal(case.round).signs
            if cap is not None and len(values["text"]) > cap and not values["why_long"].strip():
                return self.words("over_cap", n=len(values["text"]) - cap, cap=cap)
            if sketch is None:
                return await self.store("sketch.make", **fields)
            return await self.store("sketch.change", sketch=sketch.id, **fields)

        title = self.words("new_sketch") if sketch is None else sketch.title
        await self.form(title, sketch_fields(case, sketch, self.words, self.say), store)

    def act_plan_test(self) -> object:
        """The test card."""
        if self.chosen is None:
            return self.lacks("sketch_first")
        return self.run_worker(self._plan_test(self.chosen), group="act")

    async def _plan_test(self, sketch: "Sketch") -> None:
        case = self.case
        test = self.chosen_test(case) if case else None
        # A test that was ended, or that belongs to an earlier round, is followed by a new one.
        known = (
            test
            if test and case and test.recorded_at is None and test.round == case.round
            else None
        )

        async def store(values: Mapping[str, str]) -> str:
            fields: dict[str, Any] = {**values, "homes": number(values["homes"]) or 0}
            fields |= {"start": day(values["start"]), "until": day(values["until"])}
            if known is not None:
                return await self.store("test.change", test=known.id, **fields)
            return await self.store("test.plan", sketch=sketch.id, **fields)

        fields = test_fields(known, self.words, self.say("desk.hint_day"))
        await self.form(f"{self.words('test')}: {sketch.title}", fields, store)

    def act_send_out(self) -> object:
        """It is with those who test, from now until what came of it is written."""
        test = self.going_test()
        if test is None:
            return self.lacks("test_first")
        if test.started_at:
            return self.lacks("sent_already")
        return self.run_worker(self.desk.send("test.start", test=test.id), group="act")

    # -- testers -------------------------------------------------------------------------

    def act_hear_tester(self) -> object:
        """One tester after another; Esc ends it."""
        test = self.going_test()
        if test is None:
            return self.lacks("test_first")
        return self.run_worker(self._hear(test.id), group="act")

    async def _hear(self, test: str) -> None:
        case = self.case
        if case is None:
            return
        heard = case.tests[test].heard
        codes = {t.code for t in heard}
        last: str = (heard[-1].category or "") if heard else ""
        sketch = case.sketches[case.tests[test].sketch].title

        async def store(values: Mapping[str, str]) -> str:
            nonlocal last
            rest: dict[str, Any] = {k: v for k, v in values.items() if v != NOTHING}
            rest |= {"test": test, "has_need": values["has_need"] == "yes"}
            wrong = await self.store("tester.note", **rest)
            if not wrong:
                codes.add(values["code"])
                last = values["category"]
            return wrong

        # The number goes on, so that an empty form says that the one before is stored.
        while await self.form(
            self.words("tester", title=sketch, n=len(codes) + 1),
            tester_fields(f"p{len(codes) + 1}", last, self.words, self.say),
            store,
        ):
            pass

    def act_record_test(self) -> object:
        """What came of it."""
        test = self.going_test()
        if test is None:
            return self.lacks("test_first")
        return self.run_worker(self._record(test), group="act")

    async def _record(self, test: "Test") -> None:
        from workshop.terms import Hit

        async def store(values: Mapping[str, str]) -> str:
            testers = number(values.get("testers", "")) or 0
            rest = {"result": values["result"], "hit": values["hit"]}
            return await self.store("test.record", test=test.id, testers=testers, **rest)

        hits = self.labels("hit", get_args(Hit))
        fields = [
            Ask("result", self.words("field_result"), test.result, "prose"),
            Ask("hit", self.words("test_hit"), test.hit or "partly", "choice", hits),
        ]
        if not test.heard:
            testers = str(test.testers) if test.testers else ""
            fields.append(Ask("testers", self.words("field_testers"), testers))
        await self.form(self.words("result"), tuple(fields), store)
