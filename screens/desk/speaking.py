"""Another language, chosen in the middle of the work: every word anew, and nothing lost."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from textual.widgets import Input

from screens.desk.place import Place
from screens.desk.widgets.entry import Entry
from screens.desk.widgets.fields import Field, Prose
from screens.desk.widgets.menu import Entry as Way
from screens.desk.widgets.menu import Menu
from screens.desk.widgets.rows import Rows
from screens.words import LANGUAGES

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk

SAME: Final = "same"
"""The wall speaks as the desk does."""
LOOKS: Final = 100
"""How often one looks whether a slip has been answered, fifty times a second."""


async def choose_language(desk: "WiredDesk") -> None:
    """Ask which language this screen shall speak, and speak it."""
    say = desk.say
    ways = tuple(Way(name, say(f"desk.language_{name}")) for name in LANGUAGES)
    chosen = await desk.push_screen_wait(
        Menu(say("desk.language_title"), ways, say("desk.language_keys"))
    )
    if chosen is not None:
        await speak(desk, chosen)


async def choose_wall_language(desk: "WiredDesk") -> None:
    """Ask which language the big screen shall speak; the hall keeps it."""
    say = desk.say
    ways = (
        Way(SAME, say("desk.language_same"), say(f"desk.language_{desk.language}")),
        *(Way(name, say(f"desk.language_{name}")) for name in LANGUAGES),
    )
    chosen = await desk.push_screen_wait(
        Menu(say("desk.wall_language_title"), ways, say("desk.language_keys"))
    )
    if chosen is not None and await _keep(desk, wall_language="" if chosen == SAME else chosen):
        desk.frame.tell(say("desk.wall_language_done"))


async def speak(desk: "WiredDesk", language: str) -> None:
    """Say everything that stands on the screen in this language, from now on."""
    # A slip that is on its way is answered in the line it was sent from.
    for _ in range(LOOKS):
        if not any(entry.waits for entry in desk.frame.query(Entry)):
            break
        await asyncio.sleep(0.02)
    desk.speak(language)
    frame = desk.frame
    for place in list(frame.query(Place)):
        await _say_anew(place, frame.state)
    if frame.place is not None and frame.focused is None:
        frame.place.arrive()
    desk.refresh_state()
    frame.tell(desk.say("desk.language_done"))
    await tell_hall(desk)


async def tell_hall(desk: "WiredDesk") -> None:
    """The hall speaks as the desk does to whoever asks for no other, and on its big screen."""
    from screens.control import HallGone

    control = desk.control
    if control is None:
        return
    control.language = desk.language
    with suppress(HallGone):
        kept = await asyncio.to_thread(control.get, "/venue")
        if kept.get("language") != desk.language:
            await asyncio.to_thread(lambda: control.keep(language=desk.language))


async def _keep(desk: "WiredDesk", **fields: str) -> bool:
    from screens.control import HallGone

    control = desk.control
    if control is not None:
        with suppress(HallGone):
            answer = await asyncio.to_thread(lambda: control.keep(**fields))
            if "ok" not in answer:
                return True
    desk.frame.warn(desk.say("desk.not_sent"))
    return False


async def _say_anew(place: Place, state: Any) -> None:
    """Compose the place again; what is written and where one stands is carried over."""
    entries = [entry.half_done for entry in place.query(Entry)]
    written = {w.id: _written(w) for w in place.query("*") if isinstance(w, Field | Prose) and w.id}
    stood = {rows.id: (rows.cursor_id, rows.has_class("-active")) for rows in place.query(Rows)}
    hidden = {w.id: (w.display, w.disabled) for w in place.query(Field) if w.id}
    focused = place.screen.focused
    focus = focused.id if focused is not None and place in focused.ancestors else None
    await place.recompose()
    place.update(state)
    with place.prevent(Input.Changed):
        for widget in place.query("*"):
            if isinstance(widget, Field | Prose) and widget.id in written:
                _write(widget, written[widget.id])
            if isinstance(widget, Field) and widget.id in hidden:
                widget.display, widget.disabled = hidden[widget.id]
        for entry, held in zip(place.query(Entry), entries, strict=True):
            entry.go_on_with(held)
    for rows in place.query(Rows):
        cursor, active = stood.get(rows.id, (None, False))
        rows.set_class(active, "-active")
        if cursor is not None:
            rows.move_to(cursor)
    if focus is not None:
        place.query_one(f"#{focus}").focus()


def _written(widget: Field | Prose) -> str:
    return widget.text if isinstance(widget, Prose) else widget.value


def _write(widget: Field | Prose, text: str) -> None:
    if isinstance(widget, Prose):
        widget.text = text
    else:
        widget.value = text
        widget.cursor_position = len(text)
