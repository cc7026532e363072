"""Station 3: what is promised, and the words that invite."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.form import Ask
from screens.desk.room import COMMON, Edit, New, Remove, Room, day
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.asked import Promise
    from workshop.case import Case


class Invite(Act):
    """Write the invitation."""

    key = "i"


class Motivation(Room):
    """The promises, and the invitation under them."""

    NAME = "motivation"
    STATION = 3
    WALL = "closing"
    ACTS = (Edit, New, Remove, Invite, *COMMON)

    def body(self) -> Iterator[Widget]:
        """Promises, then the invitation."""
        yield Heading(self.words("promises"), id="promises-title")
        yield Picks(id="promises")
        yield Heading(self.words("invitation"), id="invitation-title")
        yield Static("", id="invitation", markup=False)

    def show(self, case: "Case") -> None:
        """What is promised and written."""
        picks = [self._pick(promise) for promise in case.promises.values()]
        none = Pick("-none", self.words("none_yet"), tone="muted", choosable=False)
        self.query_one(Picks).update(picks or [none])
        text = case.invitation or self.words("no_invitation")
        self.put("#invitation", ((text, "" if case.invitation else "muted"),))

    def _pick(self, promise: "Promise") -> Pick:
        due = f"{promise.due:%d.%m.%Y}" if promise.due else self.words("no_day")
        owner = promise.owner or self.words("no_owner")
        tone = "muted" if promise.due and promise.owner else "warn"
        return Pick(promise.id, promise.text, right=((due, tone),), under=((owner, tone),))

    def act_new(self) -> object:
        """Another promise."""
        return self.run_worker(self._edit(None), group="act")

    def act_edit(self) -> object:
        """Change it; on an empty list, the first."""
        chosen = self.query_one(Picks).cursor_id or ""
        promise = self.case.promises.get(chosen) if self.case else None
        return self.run_worker(self._edit(promise), group="act")

    def act_remove(self) -> object:
        """Take it off the list; u brings it back."""
        chosen = self.query_one(Picks).cursor_id
        if self.case is None or chosen not in self.case.promises:
            return None
        return self.run_worker(self.desk.send("promise.remove", promise=chosen), group="act")

    def act_invite(self) -> object:
        """The invitation."""
        return self.run_worker(self._invite(), group="act")

    async def _edit(self, promise: "Promise | None") -> None:
        async def store(values: Mapping[str, str]) -> str:
            fields = {"text": values["text"], "owner": values["owner"], "due": day(values["due"])}
            if promise is None:
                return await self.store("promise.make", **fields)
            return await self.store("promise.change", promise=promise.id, **fields)

        due = f"{promise.due:%d.%m.%Y}" if promise and promise.due else ""
        fields = (
            Ask("text", self.words("field_text"), promise.text if promise else ""),
            Ask("owner", self.words("field_owner"), promise.owner if promise else ""),
            Ask("due", self.words("field_due"), due, hint=self.say("desk.hint_day")),
        )
        await self.form(self.words("new" if promise is None else "edit"), fields, store)

    async def _invite(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("invitation.write", text=values["text"])

        now = self.case.invitation if self.case else ""
        await self.form(
            self.words("invitation"),
            (Ask("text", self.words("field_invitation"), now, "prose"),),
            store,
        )
