"""What one can do at station 1, wherever it is done: on its own page, or on the one of a team."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final, get_args

from screens.desk.acts import ActType
from screens.desk.form import Ask
from screens.desk.framing_acts import ChooseForm, StillHolds
from screens.desk.ground import tells_of, verdict_of
from screens.desk.room import Room, day, lines, typed_day
from screens.desk.widgets.choose import Ways
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from workshop.framed import Question
    from workshop.said import Note

FRAMED: Final = frozenset({"frame", "decides"})
"""The two of the eight questions that the frame answers."""
OTHER_FORMS: Final = frozenset({"unsuitable", "development"})
"""The verdicts after which it should be called something else."""


class Framing(Room):
    """A page that shows the question and the eight answers, and takes what is said about them."""

    CHECKS: ClassVar[str] = "#checks"
    """The list in which the eight questions stand."""

    def may(self, act: ActType) -> bool:
        """Some acts mean nothing before there is something to look at again, or to call by name."""
        from workshop import handlingsrom

        case = self.case
        if act is StillHolds:
            return case is not None and handlingsrom.is_due(case)
        if act is ChooseForm:
            advised = handlingsrom.verdict(case) if case else None
            return case is not None and (case.form != "cocreation" or advised in OTHER_FORMS)
        return super().may(act)

    def ground(self, key: str, **values: object) -> str:
        """A sentence of station 1."""
        return self.say(f"desk.place_problem_{key}", **values)

    # -- the question -----------------------------------------------------------------------

    def act_write_question(self) -> object:
        """A new wording."""
        return self.run_worker(self._write_question(), group="act")

    async def _write_question(self) -> None:
        from workshop.text import one_line

        case = self.case
        if case is None:
            return
        now = case.asked

        async def store(values: Mapping[str, str]) -> str:
            wrong = await self.store("question.write", text=values["text"])
            is_new = now is not None and one_line(values["text"]) != now.text
            if not wrong and is_new and now and values.get("why"):
                judged = {"verdict": "rejected", "why": values["why"]}
                wrong = await self.store("question.judge", question=now.id, **judged)
            return wrong

        text = Ask(
            "text",
            self.ground("field_question"),
            now.text if now else "",
            tells=lambda written: tells_of(written, self.say),
        )
        why = Ask("why", self.ground("field_why_new"), hint=self.ground("hint_why_new"))
        await self.form(self.ground("question"), (text, why) if now else (text,), store)

    async def judge(self, question: "Question") -> None:
        """Ask what becomes of a version, and why."""
        from workshop.terms import QuestionVerdict

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("question.judge", question=question.id, **values)

        verdicts = tuple((v, self.ground(f"verdict_{v}")) for v in get_args(QuestionVerdict))
        fields = (
            Ask("verdict", question.text, question.verdict, "choice", verdicts),
            Ask("why", self.ground("field_why"), question.why),
        )
        await self.form(self.ground("judge", verdict=verdict_of(question, self.say)), fields, store)

    # -- the handlingsrom -------------------------------------------------------------------

    def act_frame(self) -> object:
        """What is fixed and open."""
        return self.run_worker(self._set_frame(), group="act")

    async def _set_frame(self) -> None:
        if self.case is None:
            return
        frame = self.case.frame

        async def store(values: Mapping[str, str]) -> str:
            return await self.store(
                "frame.set",
                fixed=lines(values["fixed"]),
                open=lines(values["open"]),
                who_decides=values["who"],
                when_decided=values["when"],
                budget=values["budget"],
            )

        fields = (
            Ask("fixed", self.ground("field_fixed"), "\n".join(frame.fixed), "prose"),
            Ask("open", self.ground("field_open"), "\n".join(frame.open), "prose"),
            Ask("who", self.ground("field_who"), frame.who_decides),
            Ask("when", self.ground("field_when"), frame.when_decided),
            Ask("budget", self.ground("field_budget"), frame.budget),
        )
        checks = self.query_one(self.CHECKS, Picks)
        if await self.form(self.ground("frame"), fields, store) and checks.cursor_id in FRAMED:
            checks.move_to("time")

    def act_yes(self) -> object:
        """Yes."""
        return self._answer("yes")

    def act_no(self) -> object:
        """No."""
        return self._answer("no")

    def act_unknown(self) -> object:
        """We do not know yet."""
        return self._answer("unknown")

    def _answer(self, answer: str) -> object:
        from workshop.handlingsrom import CHECKS

        checks = self.query_one(self.CHECKS, Picks)
        check = checks.cursor_id
        if check in FRAMED:
            return self.act_frame()
        if check not in CHECKS:
            return None

        async def send() -> None:
            if (await self.desk.send("handlingsrom.answer", check=check, answer=answer)).get("ok"):
                self._go_on(checks)

        return self.run_worker(send(), group="act")

    def _go_on(self, checks: Picks) -> None:
        """The next question; the frame's two are passed by where the frame is there."""
        checks.action_move(1)
        frame = self.case.frame if self.case else None
        while frame and checks.cursor_id in FRAMED and frame.open and frame.who_decides:
            checks.action_move(1)

    def act_clarify(self) -> object:
        """Who finds out."""
        point = self.query_one(self.CHECKS, Picks).cursor_id
        return self.run_worker(self._clarify(point), group="act") if point else None

    async def _clarify(self, point: str) -> None:
        from workshop.handlingsrom import POINTS

        case = self.case
        if case is None or point not in POINTS:
            return
        noted = next((c for p, c in case.clarifications.items() if p == point), None)

        async def store(values: Mapping[str, str]) -> str:
            fields = {**values, "due": day(values["due"])}
            return await self.store("clarification.note", point=point, **fields)

        due = typed_day(noted.due if noted else None)
        fields = (
            Ask("text", self.ground("field_clarify"), noted.text if noted else ""),
            Ask("owner", self.ground("field_owner"), noted.owner if noted else ""),
            Ask("due", self.ground("field_due"), due),
        )
        await self.form(self.ground(f"check_{point}"), fields, store)

    def act_still_holds(self) -> object:
        """Nothing has changed."""
        return self.run_worker(self.desk.send("handlingsrom.confirm"), group="act")

    def act_choose_form(self) -> object:
        """What to call it instead."""
        return self.run_worker(self._choose_form(), group="act")

    async def _choose_form(self) -> None:
        from workshop.terms import CaseForm

        case = self.case
        if case is None:
            return
        forms = [form for form in get_args(CaseForm) if form != case.form]
        forms.sort(key=lambda form: form == "cocreation")
        ways = tuple((form, self.ground(f"form_{form}")) for form in forms)
        asked = Ways(self.ground("form_title"), (self.ground("form_text"),), ways)
        chosen = await self.desk.choose(asked)
        if chosen:
            await self.desk.send("form.choose", form=chosen)

    # -- who, what we believe, what works ---------------------------------------------------

    def act_seal(self) -> object:
        """What we believe we know."""
        return self.run_worker(self._seal(), group="act")

    async def _seal(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("assumption.seal", **values)

        hint = self.ground("hint_seal")
        fields = (
            Ask("text", self.ground("field_seal"), hint=hint),
            Ask("by_role", self.ground("field_seal_role")),
        )
        await self.form(self.ground("sealed"), fields, store)

    def act_name_holder(self) -> object:
        """Who has the need."""
        return self.run_worker(self._name_holder(), group="act")

    async def _name_holder(self) -> None:
        from workshop.terms import ActorCategory

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("need_holder.name", **values)

        categories = self.labels("category", get_args(ActorCategory))
        fields = (
            Ask("who", self.ground("field_holder"), hint=self.ground("hint_holder")),
            Ask("category", self.ground("field_category"), "user", "choice", categories),
        )
        await self.form(self.ground("holders"), fields, store)

    def act_ask_frame(self) -> object:
        """What must lie fast, and what must be open?"""
        return self.run_worker(self._ask_frame(), group="act")

    async def _ask_frame(self) -> None:
        from screens.desk.loop import start_kind

        await self.enter_station()
        await start_kind(self.desk, "frame")

    def take_in(self, note: "Note") -> object:
        """Put what somebody in the hall wants fixed or open into the frame."""
        return self.run_worker(self._take_in(note), group="act")

    async def _take_in(self, note: "Note") -> None:
        from workshop.framed import as_line

        if self.case is None or note.side is None:
            return
        if as_line(note.text) in self.case.frame.on(note.side):
            self.desk.frame.advise(self.ground("is_in_frame"))
            return
        await self.desk.send("frame.take_in", note=note.id)

    def act_strength(self) -> object:
        """What already works."""
        return self.run_worker(self._strength(), group="act")

    async def _strength(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("strength.write", **values)

        now = self.case.strength if self.case else ""
        field = Ask("text", self.ground("field_strength"), now, "prose")
        await self.form(self.ground("strength"), (field,), store)
