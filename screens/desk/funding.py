"""Applying to a fund, the points of its panel, the answer, and the report back, at the desk."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from screens.desk.bits import Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.loop import Paged
from screens.desk.room import day, number, typed_amount
from screens.desk.widgets.picks import Pick

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.kept import Application
    from workshop.packs.parts import Fund

FUND: Final = "-fund-"
"""How the id of a fund's row begins."""


class Funding(Paged):
    """A page with a row for each fund of the strategy; Enter goes on with what comes next."""

    def funds(self, case: "Case") -> list[Pick]:
        """The funds and awards of the strategy, each with how far it has come."""
        return [self._fund(case, fund) for fund in case.pack.funds]

    def _fund(self, case: "Case", fund: "Fund") -> Pick:
        from screens.plans import how_far

        mine = _applied(case, fund.key)
        told = how_far(case, mine, self.say) if mine else self.words(f"none_{fund.kind}")
        sign = Mark.DONE if mine and mine.granted is not None else Mark.NOT_YET
        lead: Bits = (mark(Mark.PARTLY if mine and mine.granted is None else sign), (" ", ""))
        return Pick(f"{FUND}{fund.key}", fund.name, lead, under=((told, "muted"),))

    def go_on_with(self, case: "Case", row: str) -> object:
        """Apply; then points or the answer; then the report back."""
        key = row.removeprefix(FUND)
        mine = _applied(case, key)
        if mine is None:
            return self.run_worker(self._apply(key), group="act")
        if mine.granted is None:
            return self.run_worker(self._answer(mine), group="act")
        return self.run_worker(self._report(mine), group="act") if mine.granted else None

    def score(self, case: "Case", row: str) -> object:
        """The points of another seat of the panel."""
        mine = _applied(case, row.removeprefix(FUND))
        if mine is None or mine.granted is not None:
            self.desk.frame.advise(self.words("apply_first"))
            return None
        return self.run_worker(self._score(case, mine), group="act")

    async def _apply(self, key: str) -> None:
        async def store(values: Mapping[str, str]) -> str:
            amount = typed_amount(values["amount"])
            return await self.store("fund.apply", fund=key, amount=amount, text=values["text"])

        fields = (
            Ask("amount", self.words("field_amount")),
            Ask("text", self.words("field_apply"), kind="prose"),
        )
        await self.form(self.words("apply"), fields, store)

    async def _score(self, case: "Case", mine: "Application") -> None:
        from workshop.funds import looked_at

        checklist = looked_at(case, mine.fund)
        if checklist is None:
            return
        seat = max(mine.scores, default=0) + 1
        steps = tuple((s.key, s.label) for s in case.pack.scale(checklist.scale).steps)

        async def store(values: Mapping[str, str]) -> str:
            panel = number(values["panel"])
            scores = {key: value for key, value in values.items() if key != "panel"}
            return await self.store("fund.score", application=mine.id, panel=panel, scores=scores)

        fields = [Ask("panel", self.words("field_panel"), str(seat))]
        fields += [Ask(i.key, i.text, steps[0][0], "choice", steps) for i in checklist.items]
        await self.form(self.words("score"), tuple(fields), store)

    async def _answer(self, mine: "Application") -> None:
        async def store(values: Mapping[str, str]) -> str:
            fields: dict[str, Any] = dict(values)
            fields |= {"granted": values["granted"] == "yes", "day": day(values["day"])}
            fields["amount"] = typed_amount(values["amount"])
            return await self.store("fund.answer", application=mine.id, **fields)

        asked = "" if mine.amount is None else str(mine.amount)
        fields = (
            Ask("granted", self.words("field_granted"), "no", "choice", self.yes_no()),
            Ask("amount", self.words("field_amount"), asked),
            Ask("body", self.words("field_by_whom")),
            Ask("day", self.words("field_answered"), hint=self.say("desk.hint_day")),
            Ask("text", self.words("field_because"), kind="prose"),
        )
        await self.form(self.words("answer"), fields, store)

    async def _report(self, mine: "Application") -> None:
        async def store(values: Mapping[str, str]) -> str:
            spent = typed_amount(values["spent"])
            told = {"spent": spent, "text": values["text"]}
            return await self.store("fund.report", application=mine.id, **told)

        fields = (
            Ask("spent", self.words("field_spent"), "" if mine.spent is None else str(mine.spent)),
            Ask("text", self.words("field_report"), mine.report, "prose"),
        )
        await self.form(self.words("report"), fields, store)


def _applied(case: "Case", fund: str) -> "Application | None":
    return next((a for a in case.applications.values() if a.fund == fund), None)
