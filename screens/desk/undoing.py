"""Taking back and doing again: what `u` and `^r` do, wherever one is."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from textual import work

from screens.desk.going import PATIENCE
from screens.desk.going_back import GoingBack

if TYPE_CHECKING:
    from screens.desk.doings import Doing

REMEMBERED: Final = 500
"""Commands that can be sent again; what was sent before them is done anew by hand."""
DONE: Final = "done"
"""The place where all of it stands."""


@dataclass(slots=True)
class Sent:
    """A command as it was sent, to be sent again."""

    case: str | None
    name: str
    fields: dict[str, Any]


@dataclass(slots=True)
class Memory:
    """What this desk has sent since it was opened; it is written nowhere."""

    sent: dict[str, Sent] = field(default_factory=dict)
    undone: list[str] = field(default_factory=list)
    """What was undone last and not done again, with nothing else in between."""
    again: set[str] = field(default_factory=set)
    """What has been done again."""

    def keep(self, command: str, sent: Sent) -> None:
        """Remember one; what secret ballots hold is never kept."""
        from workshop.commands import COMMANDS
        from workshop.secret import SecretWish

        self.undone.clear()
        if not issubclass(COMMANDS[sent.name], SecretWish):
            self.sent[command] = sent
        while len(self.sent) > REMEMBERED:
            del self.sent[next(iter(self.sent))]


class Undoing(GoingBack):
    """A desk whose own acts can be withdrawn and done again, the last or any of them."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.memory = Memory()
        self.came_from = "home"
        """Where one was before one looked at what has been done."""

    async def send_to(self, case: str | None, name: str, **fields: Any) -> dict[str, Any]:
        """Send a command, and remember it for the case that it is undone by a slip."""
        answer = await super().send_to(case, name, **fields)
        if answer.get("ok") and name != "undo":
            self.memory.keep(str(answer["command"]), Sent(case, name, fields))
        return answer

    @work(exclusive=True, group="act")
    async def act_undo(self) -> None:
        """Withdraw the desk's last command."""
        await self.take_back(None)

    @work(exclusive=True, group="act")
    async def act_redo(self) -> None:
        """Send again what was undone last."""
        if not self.memory.undone:
            self.frame.advise(self.say("desk.again_nothing_again"))
            return
        await self.do_again(self.memory.undone[-1])

    async def act_history(self) -> None:
        """All that the desk has done."""
        if self.heading != DONE:
            self.came_from = self.heading
        self.run_worker(self.go(DONE), group="go")

    async def take_back(self, command: str | None) -> None:
        """Withdraw a command, or the last of all; say what that was, or what stands in the way."""
        from screens.desk.doings import in_the_way, shortened, withdrawn_by

        case, history = self.state.case, self.state.history
        which = {"command": command} if command else {}
        answer = await self.send("undo", quiet=True, **which)
        if not answer.get("ok"):
            later = in_the_way(command, history, case, self.say) if case else ()
            told = str(answer.get("message", ""))
            if answer.get("reason") == "others_build_on_it" and later:
                told = self.say("desk.again_builds", what=", ".join(later))
            self._refused = told
            self.frame.warn(told)
            return
        await self._has_heard(int(answer["seq"]))
        gone = withdrawn_by(str(answer["command"]), self.state.history)
        if gone is None:
            self.frame.tell(self.say("desk.undone"))
            return
        self.memory.undone.append(gone)
        one = self._doing(gone)
        what = shortened(one.whole) if one else ""
        self.frame.tell(self.say("desk.undone_what", what=what))

    async def do_again(self, command: str) -> None:
        """Send a command again that was undone, under a new id; the hall decides as ever."""
        from screens.desk.doings import shortened

        memory, one = self.memory, self._doing(command)
        if command in memory.again:
            self.frame.advise(self.say("desk.again_already"))
            return
        sent = memory.sent.get(command)
        if sent is None or one is None:
            self.frame.advise(self.say("desk.again_not_again"))
            return
        left = [other for other in memory.undone if other != command]
        answer = await self.send(sent.name, **sent.fields)
        if answer.get("ok"):
            memory.again.add(command)
            memory.undone = left
            self.frame.tell(self.say("desk.again_redone", what=shortened(one.whole)))

    def _doing(self, command: str) -> "Doing | None":
        from screens.desk.doings import doing

        state = self.state
        return doing(command, state.history, state.case, self.say) if state.case else None

    async def _has_heard(self, seq: int) -> None:
        """A fact comes a little later than its receipt."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._link and (self._link.newest is None or self._link.newest.seq < seq):
                    self._news.clear()
                    await self._news.wait()
