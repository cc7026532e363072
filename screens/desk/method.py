"""Help with the method where one stands: what to do, what to say aloud, and what goes wrong.

These are the facilitator's own notes. No view of phones or projector knows of them.
"""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding

from screens.desk.acts import Say
from screens.desk.bits import Bit
from screens.desk.widgets.reading import CELLS, Reading

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.packs.parts import Help, Method

PARTS: Final = {
    "needs": "need",
    "clusters": "sort",
    "dots": "dots",
    "ideas": "solution",
    "card": "test",
}
"""The pages of station 5, and the part of its help that belongs to each."""
CARDS_WITH: Final = ("", "need", "solution")
"""The parts where one looks for a way of working; the others are about one thing only."""
ARENA_STATION: Final = 4
LOOP_STATION: Final = 5


class MethodScreen(Reading):
    """The facilitator's notes for a place; w closes them, too."""

    BINDINGS: ClassVar = [Binding("w", "dismiss(None)", show=False)]

    def __init__(
        self,
        say: Say,
        title: str,
        help_: "Help",
        from_pack: str,
        rules: tuple[str, ...] = (),
        methods: "tuple[Method, ...]" = (),
    ) -> None:
        super().__init__(say, title)
        self._help = help_
        self._from_pack = from_pack
        self._rules = rules
        self._methods = methods

    def told(self) -> Iterator[Bit]:
        """What to do, what to say, what goes wrong, and ways of working."""
        told = self._help
        for key, lines, lead in (
            ("do", told.do, "– "),
            ("aloud", told.say, ""),
            ("rules", self._rules, "– "),
            ("mistakes", told.mistakes, "! "),
        ):
            if lines:
                yield f"{self._say(f'desk.method_{key}')}\n", "strong"
                yield "".join(f"{_hung(lead, line)}\n" for line in lines) + "\n", ""
        yield from self._when(told)
        for method in self._methods:
            yield f"\n{self._say('desk.method_card', name=method.name)}\n", "strong"
            yield f"{_hung('', method.about)}\n", ""
            yield "".join(f"{_hung('– ', line)}\n" for line in method.do), ""
            yield "".join(f"{_hung('', line)}\n" for line in method.say), ""
            yield "".join(f"{_hung('! ', line)}\n" for line in method.mistakes), ""
            yield from self._when(method)
        yield "\n" + self._say("desk.method_only_here"), "muted"
        if self._from_pack:
            yield " " + self._say("desk.method_pack", pack=self._from_pack), "muted"

    def _when(self, told: "Help | Method") -> Iterator[Bit]:
        for key, line in (("time", told.time), ("groups", told.groups)):
            if line:
                yield f"{self._say(f'desk.method_{key}')}  ", "strong"
                yield f"{line}\n", ""


def _hung(lead: str, line: str) -> str:
    """A line that, where it breaks, goes on under its own first word."""
    return textwrap.fill(line, CELLS - 1, initial_indent=lead, subsequent_indent=" " * len(lead))


def method_for(case: "Case | None", place: str, station: int, say: Say) -> MethodScreen | None:
    """The notes for a place; those of the hall's station where the place has none of its own."""
    from storage.packs import USUAL, pack
    from workshop.packs.helping import help_at, methods_at

    strategy = (case.pack if case else None) or pack(USUAL)
    if strategy is None or not strategy.help:
        strategy = pack(USUAL)
    at = station or (case.station if case else 1)
    part = PARTS.get(place, "need") if at == LOOP_STATION else ""
    told = help_at(strategy, at, part) if strategy else None
    if strategy is None or told is None:
        return None
    title = say("desk.method_title", station=at, name=say(f"desk.method_station_{at}"))
    if part:
        title = f"{title}: {say(f'desk.method_part_{part}')}"
    usual = pack(USUAL)
    cards = strategy if strategy.methods or usual is None else usual
    of_this = methods_at(cards, at) if part in CARDS_WITH else ()
    return MethodScreen(say, title, told, strategy.municipality, _rules(case, at), of_this)


def _rules(case: "Case | None", station: int) -> tuple[str, ...]:
    """How people talk together tonight; before that, where the evening is planned."""
    from workshop.plan_checks import newest

    if case is None or (case.evening is None and station != ARENA_STATION):
        return ()
    gathering = newest(case)
    return gathering.rules if gathering else ()
