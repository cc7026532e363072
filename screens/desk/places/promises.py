"""Station 3, the second page: why you are asked, what is promised, what the hall offers."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.moderating import SetAside, ShowNote
from screens.desk.peopling import AskHall, People
from screens.desk.places.motivation import Station3
from screens.desk.room import Edit, New, Remove, day, typed_day
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.asked import Promise
    from workshop.case import Case
    from workshop.said import Note

KEPT = {None: Mark.NOT_YET, True: Mark.DONE, False: Mark.WRONG}


class WhyAsked(Act):
    """Say why just these people are asked."""

    key = "d"


class Keep(Act):
    """Say that the promise was kept; once more, that it was not."""

    key = "k"


class Offer(Act):
    """Key in what somebody says that they can contribute."""

    key = "o"


class Promises(Station3):
    """What the opening says, and under it what the hall offers."""

    NAME = "promises"
    ACTS = (Edit, New, WhyAsked, Keep, Offer, ShowNote, SetAside, AskHall, Remove, *People.PAGING)

    def body(self) -> Iterator[Widget]:
        """Why, promises, offers."""
        yield Static("", id="why", markup=False)
        yield Heading(self.words("promises"), id="promises-title")
        yield Picks(id="promises")
        yield Heading(self.words("offers"), id="offers-title")
        yield Picks(id="offers")

    def show(self, case: "Case") -> None:
        """What is promised and offered."""
        why: Bits = (
            ((case.why_asked, ""),) if case.why_asked else ((self.words("no_why"), "muted"),)
        )
        self.put("#why", ((f"{self.words('why')}\n", "strong"), *why))
        from workshop.closed import KEPT_LAST

        held = sorted(case.promises.values(), key=lambda p: KEPT_LAST[p.kept])
        picks = [self._promise(promise) for promise in held]
        none = Pick("-none", self.words("none_yet"), tone="muted", choosable=False)
        self.query_one("#promises", Picks).update(picks or [none])
        offers = self._offers(case)
        none = Pick("-none", self.words("no_offers"), tone="muted", choosable=False)
        self.query_one("#offers", Picks).update([self._offer(n) for n in offers] or [none])
        self.query_one("#offers-title", Heading).count = str(len(offers) or "")
        self.entitle(self.words("title"), self._hear(case))

    def _offers(self, case: "Case") -> "list[Note]":
        return [n for n in case.notes.values() if n.what == "offer" and n.lies_open]

    def _hear(self, case: "Case") -> Bits:
        from workshop.motivation import hear_by

        due = hear_by(case)
        if due is None:
            return ((f"{Mark.LACKS} ", "warn"), (self.words("no_hear"), ""))
        return ((self.words("hear", day=self.date(due)), "muted"),)

    def _promise(self, promise: "Promise") -> Pick:
        due = self.date(promise.due) if promise.due else self.words("no_day")
        owner = promise.owner or self.words("no_owner")
        tone = "muted" if promise.due and promise.owner else "warn"
        lead: Bits = (mark(KEPT[promise.kept]), (" ", ""))
        right: Bits = ((due, tone),)
        return Pick(promise.id, promise.text, lead, right=right, under=((owner, tone),))

    def _offer(self, note: "Note") -> Pick:
        lead: Bits = (mark(Mark.SHOWN if note.state == "shown" else Mark.NOT_YET), (" ", ""))
        stand = f"{self.say(f'desk.place_ending_stand_{note.stand}')} · " if note.stand else ""
        right: Bits = ((f"{stand}{self.say(f'desk.origin_{note.origin}')}", "muted"),)
        return Pick(note.id, note.text, lead, right=right)

    def _chosen(self) -> "Promise | None":
        chosen = self.query_one("#promises", Picks).cursor_id
        return self.case.promises.get(chosen or "") if self.case else None

    def _note(self) -> "Note | None":
        chosen = self.query_one("#offers", Picks).cursor_id
        return self.case.notes.get(chosen or "") if self.case else None

    def act_new(self) -> object:
        """Another promise."""
        return self.run_worker(self._edit(None), group="act")

    def act_edit(self) -> object:
        """Change the promise, or mend the offer; on an empty list, the first promise."""
        if self.query_one("#offers", Picks).has_focus and (note := self._note()):
            return self.run_worker(self._mend(note), group="act")
        return self.run_worker(self._edit(self._chosen()), group="act")

    def act_remove(self) -> object:
        """Take the promise off the list; u brings it back."""
        promise = self._chosen()
        if promise is None:
            return None
        return self.run_worker(self.desk.send("promise.remove", promise=promise.id), group="act")

    def act_keep(self) -> object:
        """Kept; once more, not kept."""
        promise = self._chosen()
        if promise is None:
            return None
        sent = self.desk.send("promise.keep", promise=promise.id, kept=promise.kept is not True)
        return self.run_worker(sent, group="act")

    def act_show_note(self) -> object:
        """Let the offer through to the projector."""
        return self._moderate("shown", "")

    def act_set_aside(self) -> object:
        """Set the offer aside."""
        return self._moderate("aside", self.say("desk.reason_aside"))

    def _moderate(self, state: str, reason: str) -> object:
        note = self._note()
        if note is None:
            return None
        sent = self.desk.send("note.moderate", note=note.id, state=state, reason=reason)
        return self.run_worker(sent, group="act")

    def act_why_asked(self) -> object:
        """Why they are asked."""
        return self.run_worker(self._why(), group="act")

    def act_offer(self) -> object:
        """Key one in."""
        return self.run_worker(self._mend(None), group="act")

    async def _edit(self, promise: "Promise | None") -> None:
        async def store(values: Mapping[str, str]) -> str:
            fields = {"text": values["text"], "owner": values["owner"], "due": day(values["due"])}
            if promise is None:
                return await self.store("promise.make", **fields)
            return await self.store("promise.change", promise=promise.id, **fields)

        due = typed_day(promise.due if promise else None)
        fields = (
            Ask("text", self.words("field_text"), promise.text if promise else ""),
            Ask("owner", self.words("field_owner"), promise.owner if promise else ""),
            Ask("due", self.words("field_due"), due, hint=self.say("desk.hint_day")),
        )
        await self.form(self.words("new" if promise is None else "edit"), fields, store)

    async def _why(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("why_asked.say", text=values["text"])

        now = self.case.why_asked if self.case else ""
        field = Ask("text", self.words("field_why"), now, hint=self.words("hint_why"))
        await self.form(self.words("why"), (field,), store)

    async def _mend(self, note: "Note | None") -> None:
        async def store(values: Mapping[str, str]) -> str:
            if note is None:
                told = {"what": "offer", "text": values["text"], "origin": "spoken"}
                return await self.store("note.write", **told)
            return await self.store("note.edit", note=note.id, text=values["text"])

        field = Ask("text", self.words("field_offer"), note.text if note else "", "prose")
        await self.form(self.words("offer"), (field,), store)
