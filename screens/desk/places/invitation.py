"""Station 3, the third page: the words that invite, built from the case and edited by hand."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark
from screens.desk.form import Ask
from screens.desk.peopling import AskHall, People
from screens.desk.places.motivation import Station3

if TYPE_CHECKING:
    from workshop.case import Case


class Invite(Act):
    """Write the invitation; what is new in the case has come into it."""

    key, twins = "i", ("enter",)


class Invitation(Station3):
    """The text as people get it."""

    NAME = "invitation"
    ACTS = (Invite, AskHall, *People.PAGING)

    def body(self) -> Iterator[Widget]:
        """The text, which may be longer than the window."""
        with VerticalScroll(id="letter-scroll"):
            yield Static("", id="letter", markup=False)

    def show(self, case: "Case") -> None:
        """What is written, or what the case makes of itself."""
        from screens.inviting import built, is_behind

        self.put("#letter", ((case.invitation or built(case, self.say), ""),))
        state: Bits = ((self.words("written"), "muted"),)
        if not case.invitation:
            state = ((f"{Mark.LACKS} ", "warn"), (self.words("draft"), ""))
        elif is_behind(case, self.say):
            state = ((f"{Mark.LACKS} ", "warn"), (self.words("behind"), ""))
        self.entitle(self.words("title"), state)

    def act_invite(self) -> object:
        """The invitation."""
        return self.run_worker(self._write(), group="act")

    async def _write(self) -> None:
        from screens.inviting import built, rebuilt

        case = self.case
        if case is None:
            return
        made = built(case, self.say)

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("invitation.write", text=values["text"], built=made)

        field = Ask(
            "text", self.words("field"), rebuilt(case, self.say), "prose", hint=self.words("hint")
        )
        await self.form(self.words("title"), (field,), store)
