"""The forms of «Sjekk rommet»: what is typed once, and kept in the file or in the case."""

import asyncio
from collections.abc import Mapping
from typing import Any

from screens.desk.form import Ask
from screens.desk.room import Room, day, said, typed_day


class Equipment(Room):
    """A place that asks for the network, the people, the copies and whom to ask about data."""

    def look(self, *, anew: bool) -> None:
        """Show what has come of it."""

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
        await self.desk.look_at_hall()
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

    def act_privacy(self) -> object:
        """What people are told of their data."""
        if self.case is None:
            self.desk.frame.advise(self.say("desk.choose_case_first"))
            return None
        return self.run_worker(self._privacy(), group="act")

    async def _privacy(self) -> None:
        async def store(values: Mapping[str, str]) -> str:
            until = day(values["kept_until"])
            return await self.store("notice.give", contact=values["contact"], kept_until=until)

        notice = self.case.notice if self.case else None
        until = typed_day(notice.kept_until if notice else None)
        contact = notice.contact if notice else ""
        fields = (
            Ask("contact", self.words("field_contact"), contact, hint=self.words("hint_contact")),
            Ask("kept_until", self.words("field_until"), until, hint=self.say("desk.hint_day")),
        )
        await self.form(self.words("privacy"), fields, store)
