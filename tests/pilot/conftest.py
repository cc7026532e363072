"""A desk to press keys on: the real frame, one made-up place, the real catalogue."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from screens.desk.acts import Act
from screens.desk.app import Desk
from screens.desk.bits import Mark
from screens.desk.everywhere import Paper, Redo, ShowHall, Undo
from screens.desk.place import Place
from screens.desk.widgets.entry import Entry, EntryWords
from screens.desk.widgets.header import HeaderState, saved
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.notes import Note, Notes, Shape
from screens.desk.widgets.rail import RailState, Stop
from screens.desk.widgets.salen import Block, Clock, Pulse, SalenState
from screens.words import Words
from tests.pilot.facilitator import Facilitator, at_the_desk

WORDS = Words()
TRIAL_WORDS = {
    "desk.act_show_note_word": "Vis",
    "desk.act_show_note_name": "Lapper: vis på storskjermen",
    "desk.act_hide_note_word": "Skjul",
    "desk.act_hide_note_name": "Lapper: skjul, ikke slett",
    "desk.act_park_note_word": "Parker",
    "desk.act_park_note_name": "Lapper: parker som løsning",
    "desk.act_copy_note_word": "Kopier",
    "desk.act_copy_note_name": "Lapper: kopier",
    "desk.place_needs_title": "Behov åpent",
    "desk.place_needs_about": "Folk skriver.\nDu slipper fram.",
    "desk.place_needs_advice": "Pust.",
    "desk.place_other_title": "Problem",
    "desk.place_more_title": "Mer",
}
ENTRY_WORDS = EntryWords(
    title="Papirlapp",
    number="lapp",
    hint=lambda following: f"Enter lagrer og går til lapp {following}",
    correcting="Retter forrige. Enter lagrer.",
    refused="Ikke lagret. Trykk Enter igjen.",
    table="bord",
)


def say(key: str, /, **values: Any) -> str:
    """The real catalogue, and a few words for what only these tests have."""
    trial = TRIAL_WORDS.get(key)
    if trial is None and key.endswith("_note_help"):
        trial = "Alle ser den."
    return WORDS(key, **values) if trial is None else trial


class ShowNote(Act):
    key = "v"


class HideNote(Act):
    key = "s"


class ParkNote(Act):
    key = "p"


class CopyNote(Act):
    """Only the palette offers it."""


class Needs(Place):
    NAME = "needs"
    ACTS = (ShowNote, HideNote, ParkNote, CopyNote, Undo, Redo, Paper, ShowHall)

    def __init__(self, speak: Any) -> None:
        super().__init__(speak)
        self.done: list[str] = []

    def body(self) -> Iterator[Widget]:
        yield Heading("Venter på deg", count="3", sign=Mark.LACKS)
        yield Notes(id="notes", shape=Shape((5, 6)), empty="Ingen lapper ennå.")
        yield Entry(ENTRY_WORDS, number=9, table=5)

    def on_mount(self) -> None:
        texts = ["Hun ramlet i høst", "Bussen går for tidlig", "Trenger et sted å møtes"]
        self.notes.update([Note(f"n{i}", text, ("b03", "tlf.")) for i, text in enumerate(texts)])

    @property
    def notes(self) -> Notes:
        return self.query_one(Notes)

    def act_show_note(self) -> None:
        self.done.append(f"vis {self.notes.cursor_id}")

    def act_hide_note(self) -> None:
        self.done.append(f"skjul {self.notes.cursor_id}")

    def act_copy_note(self) -> None:
        self.done.append("kopier")

    def act_undo(self) -> None:
        self.done.append("angre")

    def act_redo(self) -> None:
        self.done.append("gjør om igjen")

    def act_paper(self) -> None:
        self.query_one("#entry-field").focus()

    def act_show_hall(self) -> None:
        self.done.append("vis i salen")


class Other(Place):
    NAME = "other"


class TrialDesk(Desk):
    async def on_frame_stands(self) -> None:
        fill(self)
        await self.frame.go("needs")


def fill(desk: Desk) -> None:
    frame = desk.frame
    net = (("uten internett", "muted"),)
    more = ("Folkemøte 1", "Samfunnshuset Åsheim")
    stored = saved("lagret 18:47:12")
    frame.show_header(HeaderState("Medspill", "Gode år hjemme", more, stored, net))
    names = ("Problem", "Hjelpere", "Motivasjon", "Arena", "Behov-Løsning-Test", "Åpen løsning")
    ids = ("other", "helpers", "motivation", "arena", "needs", "opening")
    signs = (Mark.DONE,) * 4 + (Mark.LIVE, Mark.NOT_YET)
    stations = tuple(
        Stop(ids[i], str(i + 1), names[i], signs[i], state="Runde 1 · Behov" if i == 4 else "")
        for i in range(6)
    )
    beside = (Stop("room", "r", "Sjekk rommet"), Stop("five", "f", "Fem fundamenter"))
    home = Stop("home", "0", "Sakene")
    frame.show_rail(RailState(home, "Oppskriften", "F7", stations, "Ved siden av", beside, "needs"))
    counts = Block("counts", rows=(((("Telefoner", "muted"),), (("54", "strong"),)),))
    frame.show_salen(
        SalenState(
            "Salen",
            "F3",
            Clock(
                "Behov åpent",
                462,
                0.0,
                1500,
                words=("igjen av 25:00",),
                over_words="over tida",
                soon=(300, "snart slutt"),
                last=(75, "straks slutt"),
            ),
            (counts,),
            Pulse("Innspill per minutt", (1, 2, 3)),
            brief=(("Telefoner ", "muted"), ("54", ""), ("  ", "")),
            brief_right=(("Kode ", "muted"), ("GRAN 47", "strong")),
        )
    )


class Time:
    """A steady clock that stands until somebody moves it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def desk(time: Time) -> TrialDesk:
    makers: dict[str, Callable[[Any], Place]] = {"needs": Needs, "other": Other}
    return TrialDesk(say, makers, now=time, clock=lambda: "18:47")


@asynccontextmanager
async def standing(desk: Desk, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """The desk on a screen of that size, once its place is there."""
    async with desk.run_test(size=size) as pilot:
        while desk.frame.place is None or not desk.frame.place.query(Heading):
            await pilot.pause()
        await pilot.pause()
        yield pilot


def screen_text(desk: Desk) -> list[str]:
    """The rows of the whole screen as a person sees them."""
    width, height = desk.size
    lines = desk.screen._compositor.render_strips()
    return ["".join(segment.text for segment in line)[:width] for line in lines][:height]


def widget_text(widget: Widget) -> list[str]:
    return [widget.render_line(y).text for y in range(widget.size.height)]


# The small window runs every time; the large one, where there is only more room, waits.
@pytest.fixture(
    params=[(80, 24), pytest.param((120, 36), marks=pytest.mark.evenings)], ids=["80x24", "120x36"]
)
async def facilitator(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Facilitator]:
    async with at_the_desk(tmp_path / "desk.db", request.param) as person:
        yield person
