"""The cases: what is worked on, and a new one in under a minute."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from screens.desk.acts import Act, ActType
from screens.desk.bits import Bits, Mark
from screens.desk.everywhere import OpenProjector, ShowCode
from screens.desk.room import New, Room
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.case import Case


ENOUGH = 8
"""Letters of a title before it is held against the titles of other cases."""


class CheckRoom(Act):
    """See whether everything is ready in the room."""

    key = "r"


class Practise(Act):
    """Look around in a finished case that was made up for practice."""

    key = "p"


class Rehearse(Act):
    """Lead a made-up evening with simulated phones, in a file of its own."""

    key = "o"


class OpenCase(Act):
    """Work on the case at the cursor."""

    key = "enter"


class Home(Room):
    """All cases, newest first."""

    NAME = "home"
    WALL = "join"
    ACTS = (OpenCase, New, Practise, Rehearse, CheckRoom, ShowCode, OpenProjector)

    def body(self) -> Iterator[Widget]:
        """One list."""
        yield Heading(self.words("cases"), id="cases-title")
        yield Picks(id="cases")

    def update(self, state: Any) -> None:
        """Show the cases, or what to do where there are none."""
        if state is None:
            return
        self.state = state
        heading = self.query_one("#cases-title", Heading)
        heading.count = str(len(state.cases)) if state.cases else ""
        # A list that is gone at once would invite to a choice.
        back = self.desk.on_its_way_back
        if state.cases and not back:
            picks = [self._pick(case) for case in state.cases]
        else:
            key = "none" if state.read and not back else "looking"
            picks = [Pick("-none", self.words(key), tone="muted", choosable=False)]
        self.query_one(Picks).update(picks)

    def _pick(self, case: Any) -> Pick:
        from workshop import recipe

        signs = {"done": "●", "begun": "◐", "untouched": "○"}
        way = "".join(signs[recipe.standing(case, station)] for station in recipe.STATIONS)
        size, process = (
            self.say(f"desk.{kind}_{getattr(case, kind)}") for kind in ("size", "process")
        )
        live: Bits = (
            ((f"{Mark.LIVE} ", "live"), (self.words("open"), "live")) if case.gathering else ()
        )
        return Pick(
            case.id,
            case.title if not case.erased else self.words("erased"),
            right=live or ((self._state(case), "muted"),),
            under=((f"{way}  ", "muted"), (f"{size} · {process}", "muted"), *self._going(case)),
            gap=True,
        )

    def _going(self, case: "Case") -> Bits:
        """What an open gathering has come to, so that several can be followed at a glance."""
        if case.gathering is None:
            return ()
        mine = [n for n in case.notes.values() if n.gathering == case.gathering and n.counts]
        kinds = Counter(n.what for n in mine)
        told = self.words(
            "going",
            station=case.station,
            phones=len(case.here),
            needs=kinds["need"],
            ideas=kinds["idea"],
        )
        last = max((n.at for n in mine), default=None)
        at = self.words("last_note", at=f"{last.astimezone():%H:%M}") if last else ""
        return ((f" · {told}", "live"), *(((f" · {at}", "muted"),) if at else ()))

    def _state(self, case: "Case") -> str:
        from screens.practice import is_made_up
        from workshop import rounds

        if is_made_up(case.id):
            return self.words("practice")
        told = self.words("round", n=case.round)
        return f"{self.say('desk.salen_out')} · {told}" if rounds.out(case) else told

    def may(self, act: ActType) -> bool:
        """A rehearsal is not rehearsed."""
        return act is not Rehearse or self.desk.rehearsal is not None

    def act_open_case(self) -> object:
        """Work on it."""
        case = self.query_one(Picks).cursor_id
        if case is None or case.startswith("-"):
            return None
        return self.run_worker(self.desk.choose_case(case), group="act")

    def act_check_room(self) -> object:
        """Go there."""
        return self.run_worker(self.desk.go("check"), group="go")

    def act_new(self) -> object:
        """A new case."""
        return self.run_worker(self._new(), group="act")

    def _done_before(self, written: str) -> Bits:
        """A case that asks much the same, so that two do not begin the same thing."""
        from screens.practice import is_made_up
        from workshop.again import find, texts

        if self.state is None or len(written.strip()) < ENOUGH:
            return ()
        real = (case for case in self.state.cases if not is_made_up(case.id))
        asked = (t for c in real for t in texts(c) if t.what in {"title", "question"})
        found = find(written, asked)
        return ((self.words("done_before", title=found[0].where), "warn"),) if found else ()

    async def _new(self) -> None:
        from screens.desk.form import Ask
        from screens.desk.packing import pack_field

        made: list[str] = []

        async def store(values: Mapping[str, str]) -> str:
            answer = await self.desk.send_to(None, "case.open", **values)
            made.append(str(answer.get("case", "")))
            from screens.desk.room import said

            return "" if answer.get("ok") else said(answer, self.say)

        fields = (
            Ask("title", self.words("field_title"), tells=self._done_before),
            Ask("municipality", self.words("field_municipality")),
            Ask(
                "size",
                self.words("field_size"),
                kind="choice",
                choices=self.labels("size", ("large", "small")),
            ),
            Ask(
                "process",
                self.words("field_process"),
                kind="choice",
                choices=self.labels("process", ("political", "administrative")),
            ),
            pack_field(self.say),
        )
        if await self.form(self.words("new"), fields, store):
            await self.desk.choose_case(made[-1])
