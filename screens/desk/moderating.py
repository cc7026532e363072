"""What is kept from the hall's eyes, and what comes back: the same keys for notes and clusters."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from screens.desk.acts import Act
from screens.desk.ahead import worth_a_look
from screens.desk.form import Ask
from screens.desk.loop import LoopRoom

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.said import Note
    from workshop.terms import NoteState


class ShowNote(Act):
    """Let it through to the projector."""

    key = "v"


class HideNote(Act):
    """Keep it off the projector; it is not deleted."""

    key = "s"


class ParkNote(Act):
    """Park it until its time comes."""

    key = "p"


class SetAside(Act):
    """Leave it out of what is counted and answered, with a reason."""

    key = "a"


class MutePhone(Act):
    """Take no more notes from the phone that wrote it, whose it is unknown; or take them again."""

    key, hinted = "d", False


class LetAllThrough(Act):
    """Let everything through as it comes, or have it wait for you again."""

    key, hinted = "l", False


MODERATION = (ShowNote, HideNote, ParkNote, SetAside)
HEARING = (MutePhone, LetAllThrough)


class Moderating(LoopRoom):
    """A page of station 5 whose notes or clusters are let through, hidden, parked or set aside."""

    def chosen(self) -> Sequence[tuple[str, Mapping[str, str]]]:
        """What the next act is about: command and its fields, one for each."""
        raise NotImplementedError

    def moved_on(self) -> None:
        """What was chosen goes to another place in the list; the eye stays where it was."""

    def act_show_note(self) -> object:
        """Let it through."""
        return self._moderate("shown", "")

    def act_hide_note(self) -> object:
        """Keep it off the projector."""
        return self._moderate("hidden", self.say("desk.reason_hidden"))

    def act_park_note(self) -> object:
        """Park it."""
        return self._moderate("parked", self.say("desk.reason_parked"))

    def act_set_aside(self) -> object:
        """Ask why, and set it aside."""
        return self.run_worker(self._set_aside(), group="act") if self.chosen() else None

    async def _set_aside(self) -> None:
        chosen = self.chosen()

        async def store(values: Mapping[str, str]) -> str:
            return await self._send(chosen, "aside", values["reason"])

        usual = self.say("desk.reason_aside")
        field = Ask("reason", self.say("desk.reason_label"), usual)
        await self.form(self.say("desk.set_aside"), (field,), store)

    def act_mute_phone(self) -> object:
        """Quiet the phone behind the note at the cursor, or hear it again."""
        chosen = [fields["note"] for _, fields in self.chosen() if "note" in fields]
        if not chosen or self.case is None:
            return None
        muted = chosen[0] not in self.case.quieted
        return self.run_worker(self._quiet(chosen[0], muted=muted), group="act")

    async def _quiet(self, note: str, *, muted: bool) -> None:
        wrong = await self.store("phone.mute", note=note, muted=muted)
        told = self.say("desk.phone_muted" if muted else "desk.phone_heard")
        self.desk.frame.tell(wrong or told)

    def act_let_all_through(self) -> object:
        """Turn the switch over."""
        if self.case is None:
            return None
        every = not self.case.lets_all_through
        return self.run_worker(self._let(every=every), group="act")

    async def _let(self, *, every: bool) -> None:
        wrong = await self.store("wall.let", all=every)
        told = self.say("desk.wall_lets_all" if every else "desk.wall_waits")
        self.desk.frame.tell(wrong or told)

    def is_quiet(self, note: str) -> bool:
        """Whether the phone that wrote it is not heard in the gathering that is open."""
        muted = self.case.muted if self.case else {}
        return note in muted and self.case is not None and muted[note] == self.case.gathering

    def hint_of(self, note: "Note") -> str:
        """What a facilitator should see before a note is on the wall, all on one line."""
        quiet = self.is_quiet(note.id)
        told = (
            self.say("desk.phone_is_muted") if quiet else "",
            note.reason,
            *(self.say(f"desk.hint_{kind}") for kind in worth_a_look(note.text, note.what)),
        )
        return " · ".join(t for t in told if t)

    def _moderate(self, state: "NoteState", reason: str) -> object:
        chosen = self.chosen()
        if not chosen:
            return None
        self.moved_on()
        return self.run_worker(self._send(chosen, state, reason), group="act")

    async def _send(
        self, chosen: Sequence[tuple[str, Mapping[str, str]]], state: "NoteState", reason: str
    ) -> str:
        for name, about in chosen:
            wrong = await self.store(name, **about, state=state, reason=reason)
            if wrong:
                self.desk.frame.advise(wrong)
                return wrong
        return ""


def open_needs(case: "Case", cluster: str | None) -> list[str]:
    """The needs that stand by themselves in a cluster, or loose where none is named."""
    return [
        n.id
        for n in case.notes.values()
        if n.what == "need"
        and n.cluster == cluster
        and n.lies_open
        and (cluster is not None or n.state in {"waiting", "shown"})
    ]
