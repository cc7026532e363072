"""What one does at the end of a round: learn, answer, adjust, decide, and weigh the next."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from screens.desk.carding import Carding
from screens.desk.form import Ask
from screens.desk.room import day, typed_day
from screens.desk.trying import learning_fields, numbers

if TYPE_CHECKING:
    from workshop.tried import Learning


class Concluding(Carding):
    """A page that also holds what was learnt, and how the round ends."""

    # -- learning, answer, adjustment ----------------------------------------------------

    def act_learn(self) -> object:
        """A learning card."""
        return self.run_worker(self._learn(), group="act")

    async def _learn(self) -> None:
        sketch = self.chosen

        async def store(values: Mapping[str, str]) -> str:
            about = {"sketch": sketch.id} if sketch else {}
            return await self.store("learning.write", **values, **about)

        from workshop.rounds import failures_of

        failures = failures_of(self.case, self.case.round) if self.case else ()
        fields = learning_fields(self.words, self.say, failures)
        await self.form(self.words("learning"), fields, store)

    def act_judge(self) -> object:
        """Yes, partly, no."""
        return self.run_worker(self._judge(), group="act")

    async def _judge(self) -> None:
        from workshop import measures
        from workshop.terms import Hit

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("round.judge", **values)

        now = measures.last_hit(self.case) if self.case else None
        hits = self.labels("hit", get_args(Hit))
        hint = self.words("tests_said", hit=self.say(f"desk.hit_{now}")) if now else ""
        field = Ask("hit", self.words("hit"), now or "partly", "choice", hits, hint=hint)
        await self.form(self.words("judge"), (field,), store)

    def act_adjust(self) -> object:
        """The first learning that has no adjustment yet."""
        case = self.case
        if case is None:
            return None
        answered = {a.learning for a in case.adjustments.values()}
        cards = [c for c in case.learnings.values() if c.round == case.round]
        card = next((c for c in cards if c.id not in answered), cards[-1] if cards else None)
        if card is None:
            return self.lacks("learning_first")
        return self.run_worker(self._adjust(card), group="act")

    async def _adjust(self, card: "Learning") -> None:
        from workshop.terms import AdjustmentTarget

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("adjustment.make", learning=card.id, **values)

        targets = self.labels("adjust", get_args(AdjustmentTarget))
        fields = (
            Ask("target", self.words("field_target"), "solution", "choice", targets),
            Ask("text", self.words("field_adjustment"), card.therefore, "prose"),
        )
        await self.form(card.learnt, fields, store)

    # -- how it ends ---------------------------------------------------------------------

    def act_go_on(self) -> object:
        """A new round, or into use."""
        return self.run_worker(self._decide(("new_round", "adopt"), "go_on"), group="act")

    def act_back_to_need(self) -> object:
        """Within the round, or in a new one."""
        return self.run_worker(self._back(), group="act")

    async def _back(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            if values["where"] == "here":
                return await self.store("round.back", reason=values["reason"])
            return await self.store(
                "round.decide", decision="back_to_need", reason=values["reason"]
            )

        where = tuple((w, self.words(f"back_{w}")) for w in ("here", "new"))
        fields = (
            Ask("where", self.words("field_where"), "here", "choice", where),
            Ask("reason", self.words("field_reason")),
        )
        await self.form(self.words("key_back"), fields, store)

    def act_lay_away(self) -> object:
        """Parked, or stopped with what was learnt."""
        return self.run_worker(self._lay_away(), group="act")

    async def _lay_away(self) -> None:
        sketch = self.chosen
        if sketch is None:
            await self._decide(("stopped", "parked"), "lay_away")
            return

        async def store(values: Mapping[str, str]) -> str:
            decision, lesson = values["decision"], values["lesson"]
            if values["what"] == "sketch":
                return await self.store(
                    "sketch.decide", sketch=sketch.id, decision=decision, lesson=lesson
                )
            return await self.store("round.decide", decision=decision, reason=lesson[:200])

        what = (("sketch", sketch.title), ("round", self.words("whole_round")))
        decisions = self.labels("decision", ("stopped", "parked"))
        fields = (
            Ask("what", self.words("field_what"), "sketch", "choice", what),
            Ask("decision", self.words("decision"), "stopped", "choice", decisions),
            Ask("lesson", self.words("field_lesson"), kind="prose"),
        )
        await self.form(self.words("key_lay_away"), fields, store)

    async def _decide(self, among: tuple[str, ...], key: str) -> None:
        from workshop import measures, rounds

        case, sketch = self.case, self.chosen
        if case is None:
            return

        async def store(values: Mapping[str, str]) -> str:
            decision, reason = values["decision"], values["reason"]
            if sketch and values["what"] == "sketch":
                fields = {"sketch": sketch.id, "decision": decision, "lesson": reason}
                return await self.store("sketch.decide", **fields)
            return await self.store("round.decide", decision=decision, reason=reason)

        advice = [self.say(f"desk.advice_{a}") for a in measures.advice(case, "adopt")]
        leaps = [self.say(f"desk.leap_{gate}") for gate in rounds.leaps(case)]
        told = " · ".join(advice) if "adopt" in among else ""
        against = self.words("against", told=told) if told else ""
        decisions = self.labels("decision", among)
        fields = [
            Ask("decision", self.words("decision"), among[0], "choice", decisions, hint=against),
            Ask(
                "reason",
                self.words("field_why" if leaps else "field_reason"),
                hint=" ".join(leaps),
            ),
        ]
        if sketch:
            what = (("round", self.words("whole_round")), ("sketch", sketch.title))
            fields.append(Ask("what", self.words("field_decides"), "round", "choice", what))
        await self.form(self.words(f"key_{key}"), tuple(fields), store)

    # -- weights and plan ----------------------------------------------------------------

    def act_weigh(self) -> object:
        """Other weights."""
        return self.run_worker(self._weigh(), group="act")

    async def _weigh(self) -> None:
        from workshop.weights import weight_now

        if self.case is None:
            return
        now = weight_now(self.case)

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("round.weigh", **numbers(values))

        fields = tuple(
            Ask(part, self.words(f"weigh_{part}"), str(getattr(now, part)))
            for part in ("need", "solution", "test")
        )
        await self.form(self.words("weights"), fields, store)

    def act_plan_round(self) -> object:
        """Focus and date."""
        return self.run_worker(self._plan_round(), group="act")

    async def _plan_round(self) -> None:
        from workshop.clusters import standing

        case = self.case
        if case is None:
            return
        now = case.rounds[-1]

        async def store(values: Mapping[str, str]) -> str:
            focus = [] if values.get("focus", "-") == "-" else [values["focus"]]
            return await self.store("round.plan", focus=focus, until=day(values["until"]))

        titles = tuple((c, case.clusters[c].title) for c in standing(case))
        until = typed_day(now.until)
        fields = [Ask("until", self.words("field_until"), until, hint=self.say("desk.hint_day"))]
        if titles:
            every = (("-", self.words("every_cluster")), *titles)
            chosen = now.focus[0] if now.focus else "-"
            fields.insert(0, Ask("focus", self.words("field_focus"), chosen, "choice", every))
        await self.form(self.words("plan"), tuple(fields), store)
