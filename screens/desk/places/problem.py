"""Station 1: the question, what is fixed and open, and how much room there is."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.room import COMMON, Room, lines
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.case import Case

_SIGNS = {True: Mark.DONE, False: Mark.LACKS}


class WriteQuestion(Act):
    """Word the question anew; the earlier wording is kept."""

    key = "m"


class Frame(Act):
    """Say what is fixed, what is open, and who decides."""

    key = "l"


class Yes(Act):
    """Answer yes."""

    key, face = "j", "j"


class No(Act):
    """Answer no."""

    key = "n"


class Unknown(Act):
    """Answer that we do not know yet."""

    key = "v"


class Problem(Room):
    """The question above, the answers about room below it, the frame last."""

    NAME = "problem"
    STATION = 1
    ACTS = (WriteQuestion, Frame, Yes, No, Unknown, *COMMON)

    def body(self) -> Iterator[Widget]:
        """Question, answers, frame."""
        yield Static("", id="question", markup=False)
        yield Static("", id="versions", markup=False)
        yield Heading(self.words("room"), id="room-title")
        yield Picks(id="checks")
        yield Static("", id="frame", markup=False)

    def show(self, case: "Case") -> None:
        """Everything that station 1 knows."""
        from workshop.handlingsrom import verdict

        question = case.question or self.words("no_question")
        self.put("#question", ((question, "strong" if case.question else "muted"),))
        older = [q.text for q in case.questions[:-1]]
        self.put("#versions", ((self.words("before", text=older[-1]), "muted"),) if older else ())
        judged = verdict(case)
        heading = self.query_one("#room-title", Heading)
        state: Bits = ((self.words("not_judged"), "muted"),)
        if judged:
            good = judged in {"suitable", "suitable_framed"}
            state = (mark(_SIGNS[good]), (f" {self.words(judged)}", "strong"))
        heading.state = state
        self.query_one(Picks).update(self._checks(case))
        self.put("#frame", self._frame(case))
        versions = self.words("version", n=len(case.questions)) if case.questions else ""
        self.entitle(self.words("title"), ((versions, "muted"),))

    def _checks(self, case: "Case") -> list[Pick]:
        from workshop.handlingsrom import BEST, CHECKS

        picks = []
        for number, check in enumerate(CHECKS, start=1):
            answer = case.answers.get(check)
            sign = Mark.NOT_YET if answer is None else _SIGNS[answer == BEST[check]]
            told = self.say(f"desk.answer_{answer}") if answer else Mark.NONE
            tone = "" if answer == BEST[check] else "warn" if answer else "muted"
            lead: Bits = (mark(sign), (f" {number}  ", "muted"))
            picks.append(Pick(check, self.words(f"check_{check}"), lead, right=((told, tone),)))
        return picks

    def _frame(self, case: "Case") -> Bits:
        frame = case.frame
        rows: list[tuple[str, str]] = []
        for title, held in (("fixed", frame.fixed), ("open", frame.open)):
            rows.append((f"{self.words(title)}\n", "strong"))
            told = "".join(f"– {line}\n" for line in held)
            rows.append((told or f"{self.words('nothing_yet')}\n", "" if told else "muted"))
        decides = " · ".join(part for part in (frame.who_decides, frame.when_decided) if part)
        rows.append((f"{self.words('decides')}  ", "strong"))
        rows.append((decides or self.words("nothing_yet"), "" if decides else "muted"))
        return tuple(rows)

    def act_write_question(self) -> object:
        """A new wording."""
        return self.run_worker(self._write_question(), group="act")

    async def _write_question(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("question.write", text=values["text"])

        now = self.case.question if self.case else ""
        field = Ask("text", self.words("field_question"), now, hint=self.words("hint_question"))
        await self.form(self.words("question"), (field,), store)

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
            )

        fields = (
            Ask("fixed", self.words("field_fixed"), "\n".join(frame.fixed), "prose"),
            Ask("open", self.words("field_open"), "\n".join(frame.open), "prose"),
            Ask("who", self.words("field_who"), frame.who_decides),
            Ask("when", self.words("field_when"), frame.when_decided),
        )
        await self.form(self.words("frame"), fields, store)

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
        checks = self.query_one(Picks)
        check = checks.cursor_id
        if check is None:
            return None

        async def send() -> None:
            if (await self.desk.send("handlingsrom.answer", check=check, answer=answer)).get("ok"):
                checks.action_move(1)

        return self.run_worker(send(), group="act")
