"""«Sjekk rommet»: is everything ready before people come, and what to do where it is not."""

import asyncio
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, mark
from screens.desk.everywhere import OpenProjector, ShowCode
from screens.desk.form import Ask
from screens.desk.room import Room, day, said
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from screens.checking.verdicts import Found, Verdict

LOOK_EVERY = 2.0
"""Seconds between two looks while somebody looks at them."""
SIGNS = {"ok": Mark.DONE, "warn": Mark.LACKS, "wrong": Mark.LACKS, "unknown": Mark.NOT_YET}
TONES = {"ok": "", "warn": "warn", "wrong": "err", "unknown": "muted"}


class Mend(Act):
    """Set right what the line at the cursor is about."""

    key = "enter"


class LookAgain(Act):
    """Look at everything anew."""

    key = "t"


class Privacy(Act):
    """Say whom people ask about their data, and when it is erased."""

    key = "p"


class Check(Room):
    """One line for each thing, with what to do; it looks again by itself."""

    NAME = "check"
    ACTS = (Mend, LookAgain, ShowCode, OpenProjector, Privacy)

    def body(self) -> Iterator[Widget]:
        """The lines, and the other addresses below."""
        yield Picks(id="lines")
        yield Static("", id="others", markup=False)

    def on_mount(self) -> None:
        """Look now, and then every other second."""
        self._found: Found | None = None
        self.set_interval(LOOK_EVERY, self._look_if_seen)
        self.look(anew=True)

    def _look_if_seen(self) -> None:
        if self.display and self.is_on_screen:
            self.look(anew=False)

    def look(self, *, anew: bool) -> None:
        """Look in a thread of its own: a key press never waits for a disk."""
        self.run_worker(self._look(anew=anew), group="look", exclusive=True)

    async def _look(self, *, anew: bool) -> None:
        from screens.checking.looking import look

        health = None if anew or self._found is None else self._found.file
        self._found = await asyncio.to_thread(look, self.desk.file, health)
        self._show_found(self._found)

    def _show_found(self, found: "Found") -> None:
        from screens.checking.verdicts import verdicts

        lines = verdicts(found)
        self.query_one(Picks).update([self._pick(line) for line in lines])
        good = sum(line.sign == "ok" for line in lines)
        bad = sum(line.sign in {"warn", "wrong"} for line in lines)
        state: Bits = ((self.words("good", n=good), "muted"),)
        if bad:
            state += (("  ! ", "warn"), (self.words("bad", n=bad), ""))
        self.entitle(self.words("title"), state)
        others = [a for a in found.addresses if a.ip != found.chosen]
        listed = ", ".join(f"{a.ip} ({a.name})" for a in others)
        told = self.say("check.others", listed=listed) if others else ""
        self.put("#others", ((told, "muted"),))

    def _pick(self, line: "Verdict") -> Pick:
        name = self.say(f"check.{line.key}")
        lead: Bits = (mark(SIGNS[line.sign]), (f" {name:<13}", "strong"))
        sentence = self.say(f"check.{line.key}_{line.what}", **line.values)
        return Pick(line.key, sentence, lead, TONES[line.sign])

    def act_look_again(self) -> None:
        """Everything anew, the file too."""
        self.look(anew=True)

    def act_mend(self) -> object:
        """The form that belongs to the line."""
        chosen = self.query_one(Picks).cursor_id
        forms = {
            "wifi": self._wifi,
            "coming": self._coming,
            "copies": self._copies,
            "address": self._address,
        }
        if chosen in forms:
            return self.run_worker(forms[chosen](), group="act")
        if chosen == "phone":
            return self.run_worker(self.desk.frame.action_act("show_code"), group="act")
        if chosen == "wall":
            return self.run_worker(self.desk.frame.action_act("open_projector"), group="act")
        self.look(anew=True)
        return None

    async def _keep(self, **venue: Any) -> str:
        """Keep something of the venue: empty when it is stored, else what is wrong."""
        from screens.control import HallGone

        control = self.desk.control
        if control is None:
            return self.say("desk.not_sent")
        try:
            answer = await asyncio.to_thread(lambda: control.keep(**venue))
        except HallGone:
            return self.say("desk.not_sent")
        if "ok" in answer:
            return said(answer, self.say)
        self.look(anew=False)
        return ""

    async def _venue(self) -> dict[str, Any]:
        from screens.control import HallGone

        control = self.desk.control
        try:
            return await asyncio.to_thread(control.get, "/venue") if control else {}
        except HallGone:
            return {}

    async def _wifi(self) -> None:
        now = await self._venue()

        async def store(values: Mapping[str, str]) -> str:
            return await self._keep(**values)

        fields = (
            Ask(
                "wifi", self.words("field_wifi"), now.get("wifi", ""), hint=self.words("hint_wifi")
            ),
            Ask("password", self.words("field_password"), now.get("password", "")),
        )
        await self.form(self.say("check.wifi"), fields, store)

    async def _coming(self) -> None:
        now = await self._venue()

        async def store(values: Mapping[str, str]) -> str:
            typed = values["coming"].strip()
            return await self._keep(coming=typed or None)

        told = now.get("coming")
        field = Ask("coming", self.words("field_coming"), "" if told is None else str(told))
        await self.form(self.say("check.coming"), (field,), store)

    async def _copies(self) -> None:
        now = await self._venue()

        async def store(values: Mapping[str, str]) -> str:
            return await self._keep(copies=values["copies"].strip())

        field = Ask(
            "copies",
            self.words("field_copies"),
            now.get("copies", ""),
            hint=self.words("hint_copies"),
        )
        await self.form(self.say("check.copies"), (field,), store)

    async def _address(self) -> None:
        found = self._found
        if found is None or not found.addresses:
            self.look(anew=True)
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self._keep(host=values["host"])

        known = tuple((a.ip, f"{a.ip} ({a.name})") for a in found.addresses)
        ips = [ip for ip, _ in known]
        now = found.chosen if found.chosen in ips else ips[0]
        field = Ask("host", self.words("field_address"), now, "choice", known)
        await self.form(self.say("check.address"), (field,), store)

    def act_privacy(self) -> object:
        """What people are told of their data."""
        if self.case is None:
            self.desk.frame.tell(self.say("desk.choose_case_first"))
            return None
        return self.run_worker(self._privacy(), group="act")

    async def _privacy(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            until = day(values["kept_until"])
            return await self.store("notice.give", contact=values["contact"], kept_until=until)

        notice = self.case.notice if self.case else None
        until = f"{notice.kept_until:%d.%m.%Y}" if notice and notice.kept_until else ""
        contact = notice.contact if notice else ""
        fields = (
            Ask("contact", self.words("field_contact"), contact, hint=self.words("hint_contact")),
            Ask("kept_until", self.words("field_until"), until, hint=self.say("desk.hint_day")),
        )
        await self.form(self.words("privacy"), fields, store)
