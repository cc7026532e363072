"""«Sjekk rommet»: is everything ready before people come, and what to do where it is not."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, mark
from screens.desk.equipment import Equipment
from screens.desk.everywhere import OpenProjector, ShowCode
from screens.desk.form import Ask
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from screens.checking.found import Found, Sign, Verdict

LOOK_EVERY = 2.0
"""Seconds between two looks while somebody looks at them."""
ANEW_EVERY = 15
"""Of so many looks one is at everything: disk, file and firewall take their time."""
SIGNS = {
    "ok": Mark.DONE,
    "warn": Mark.LACKS,
    "wrong": Mark.LACKS,
    "unknown": Mark.NOT_YET,
    "aside": Mark.NONE,
}
TONES = {"ok": "", "warn": "warn", "wrong": "err", "unknown": "muted", "aside": "muted"}


class Mend(Act):
    """Set right what the line at the cursor is about."""

    key = "enter"


class LookAgain(Act):
    """Look at everything anew."""

    key = "t"


class NotNeeded(Act):
    """Say that the line at the cursor does not matter here, or that it does after all."""

    key = "i"


class Privacy(Act):
    """Say whom people ask about their data, and when it is erased."""

    key = "p"


class Check(Equipment):
    """One line for each thing, with what to do; it looks again by itself."""

    NAME = "check"
    ACTS = (Mend, LookAgain, NotNeeded, ShowCode, OpenProjector, Privacy)

    def body(self) -> Iterator[Widget]:
        """The lines, and below them what to do, or the other addresses."""
        yield Picks(id="lines")
        yield Static("", id="below", markup=False)

    def on_mount(self) -> None:
        """Look now, and then every other second."""
        self._found: Found | None = None
        self._looks = 0
        self.set_interval(LOOK_EVERY, self._look_if_seen)
        self.look(anew=True, asked=True)

    def _look_if_seen(self) -> None:
        if self.display and self.is_on_screen:
            self._looks += 1
            self.look(anew=self._looks % ANEW_EVERY == 0)

    def look(self, *, anew: bool, asked: bool = False) -> None:
        """Look in a thread of its own: a key press never waits for a disk."""
        looking = self._look_as_asked() if asked else self._look(anew=anew)
        self.run_worker(looking, group="look", exclusive=True)

    async def _look_as_asked(self) -> None:
        """Whoever waits for it is told that it goes on: a firewall may take seconds."""
        from screens.desk.working import working

        with working(self.desk.frame, self.say("cli.work_checking")):
            await self._look(anew=True)

    async def _look(self, *, anew: bool) -> None:
        from screens.checking.looking import look

        self._found = await asyncio.to_thread(look, self.desk.file, None if anew else self._found)
        self._draw()

    def on_resize(self) -> None:
        """Second lines stand in the rows where there is room for them, else below."""
        self._draw()

    def on_rows_highlighted(self) -> None:
        """The line at the cursor says below what to do."""
        self._tell_below()

    @property
    def _is_low(self) -> bool:
        return self.screen.has_class("-lav")

    def _draw(self) -> None:
        from screens.checking.verdicts import verdicts

        if self._found is None:
            return
        lines = verdicts(self._found)
        self.query_one(Picks).update([self._pick(line) for line in lines])
        count = Counter(line.sign for line in lines)
        self.entitle(self.words("title"), self._state(count))
        self._tell_below()

    def _state(self, count: Counter["Sign"]) -> Bits:
        """How many are in order, how many lack something, how many are not known yet."""
        bad = count["warn"] + count["wrong"]
        state: Bits = ((self.words("good", n=count["ok"]), "muted"),)
        if bad:
            state += ((f"  {Mark.LACKS} ", "warn"), (self.words("bad", n=bad), ""))
        if count["unknown"]:
            state += ((f"  {Mark.NOT_YET} ", "muted"), (self.words("left", n=count["unknown"]), ""))
        return state

    def _sentence(self, line: "Verdict") -> tuple[str, str]:
        """How it is, and what to do."""
        first, _, act = self.say(f"check.{line.key}_{line.what}", **line.values).partition("\n")
        return first, act

    def _pick(self, line: "Verdict") -> Pick:
        lead: Bits = (mark(SIGNS[line.sign]), (f" {self.say(f'check.{line.key}'):<13}", "strong"))
        first, act = self._sentence(line)
        told = act and line.sign != "aside" and not self._is_low
        return Pick(
            line.key, first, lead, TONES[line.sign], under=((act, "muted"),) if told else ()
        )

    def _tell_below(self) -> None:
        """On a low screen what to do about the line at the cursor; else the other addresses."""
        from screens.checking.verdicts import verdicts

        found, chosen = self._found, self.query_one(Picks).cursor_id
        if found is None:
            return
        told = ""
        if self._is_low:
            line = next((v for v in verdicts(found) if v.key == chosen), None)
            told = self._sentence(line)[1] if line else ""
        others = [a for a in found.addresses if a.ip != found.shown]
        if others and (not self._is_low or (chosen == "address" and not told)):
            listed = ", ".join(f"{a.ip} ({a.name})" for a in others)
            told = self.say("check.others", listed=listed)
        self.put("#below", ((told, "muted"),))

    def act_look_again(self) -> None:
        """Everything anew, the file too."""
        self.look(anew=True, asked=True)

    def act_mend(self) -> object:
        """The form that belongs to the line, or the code, or the big screen."""
        forms = {
            "wifi": self._wifi,
            "coming": self._coming,
            "copies": self._copies,
            "address": self._address,
        }
        acts = {"phone": "show_code", "firewall": "show_code", "wall": "open_projector"}
        chosen = self.query_one(Picks).cursor_id or ""
        if chosen in forms:
            return self.run_worker(forms[chosen](), group="act")
        if chosen in acts:
            return self.run_worker(self.desk.frame.action_act(acts[chosen]), group="act")
        self.look(anew=True)
        return None

    def act_not_needed(self) -> object:
        """The line no longer counts, or counts again."""
        chosen, found = self.query_one(Picks).cursor_id, self._found
        if chosen is None or found is None:
            return None
        return self.run_worker(self._set_aside(found.aside ^ {chosen}), group="act")

    async def _set_aside(self, aside: Iterable[str]) -> None:
        wrong = await self._keep(aside=sorted(aside))
        if wrong:
            self.desk.frame.warn(wrong)

    async def _address(self) -> None:
        found = self._found
        if found is None or not found.addresses:
            self.look(anew=True)
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self._keep(host=values["host"])

        by_itself = ("", self.words("by_itself", ip=found.addresses[0].ip))
        listed = ((a.ip, self.words(f"at_{a.kind}", ip=a.ip, name=a.name)) for a in found.addresses)
        known = (by_itself, *listed)
        now = found.chosen if found.chosen in dict(known) else ""
        field = Ask("host", self.words("field_address"), now, "choice", known)
        await self.form(self.say("check.address"), (field,), store)
