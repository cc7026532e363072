"""What the desk has done, newest first; any of it can be undone, and done again."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bits
from screens.desk.everywhere import Paper, Redo
from screens.desk.room import Room
from screens.desk.widgets.picks import Pick, Picks
from screens.words import voice

if TYPE_CHECKING:
    from screens.desk.doings import Doing
    from screens.desk.previewing import Body
    from workshop.case import Case


class TakeBack(Act):
    """Undo the act that the cursor is on."""

    key = "enter"


class Done(Room):
    """A row for each act: when, what, which; and whether it has been undone."""

    NAME = "done"
    ACTS = (TakeBack, Redo, Paper)

    def body(self) -> Iterator[Widget]:
        """The list, or that nothing has been done."""
        yield Static(self.words("empty"), id="done-empty", markup=False)
        yield Picks(id="doings")

    def show(self, case: "Case") -> None:
        """What has been done so far."""
        from screens.desk.doings import doings

        found = doings(self.state.history if self.state else (), case, self.say)
        self.query_one("#done-empty").display = not found
        rows = self.query_one("#doings", Picks)
        rows.display = bool(found)
        today = datetime.now().astimezone().date()
        rows.update([self._pick(one, today) for one in found])
        state: Bits = ((self.words("count", n=len(found)), "muted"),)
        if any(one.undone for one in found):
            key = self.desk.frame.offering.keys.shown(Redo)
            how = self.say("desk.act_redo_word")
            state = ((key, "strong"), (f" {how}   ", "muted"), *state)
        self.entitle(self.words("title"), state)

    def _pick(self, one: "Doing", today: Any) -> Pick:
        at = one.at.astimezone()
        when = f"{at:%H:%M}"
        if at.date() != today:
            when = f"{voice(self.say).date(at.date())} {when}"
        again = self.desk.memory.again
        right: Bits = ()
        if one.undone:
            right = ((self.words("again" if one.command in again else "undone"), "muted"),)
        tone = "muted" if one.undone else ""
        return Pick(one.command, one.whole, ((f"{when}  ", "muted"),), tone, right=right)

    def act_take_back(self) -> object:
        """Undo it."""
        return self.run_worker(self._take_back(), group="act")

    async def _take_back(self) -> None:
        one = self._chosen()
        if one is None:
            return
        if one.undone:
            self.desk.frame.advise(self.say("desk.again_is_undone"))
            return
        await self.desk.take_back(one.command)

    def act_undo(self) -> object:
        """Here `u` is for the act that the cursor is on."""
        return self.act_take_back()

    def act_redo(self) -> object:
        """Do it again."""
        return self.run_worker(self._do_again(), group="act")

    async def _do_again(self) -> None:
        one = self._chosen()
        if one is None:
            return
        if not one.undone:
            self.desk.frame.advise(self.say("desk.again_stands"))
            return
        await self.desk.do_again(one.command)
        self.update(self.state)

    def _chosen(self) -> "Doing | None":
        from screens.desk.doings import doings

        state, chosen = self.state, self.query_one("#doings", Picks).cursor_id
        if state is None or state.case is None:
            return None
        found = doings(state.history, state.case, self.say)
        return next((one for one in found if one.command == chosen), None)

    def would_send(self, case: "Case") -> "tuple[Body, ...]":  # noqa: ARG002 - it is never for the hall
        """Nothing."""
        return ()

    def act_show_hall(self) -> object:
        """Nothing of this is for the hall."""
        self.desk.frame.advise(self.words("no_hall"))
        return None

    def back(self) -> bool:
        """Back to where one was."""
        self.desk.turn_to(self.desk.came_from)
        return True
