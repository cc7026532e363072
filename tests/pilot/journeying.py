"""What the journeys at the desk have in common: to see, to fill in a form, to stand at a row."""

from collections.abc import Callable
from pathlib import Path

from screens.desk.form import Form
from screens.desk.widgets.picks import Picks
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from tests.pilot.residents import words_of
from workshop import fundamentals


def seen(me: Facilitator) -> str:
    """The whole screen as a person reads it."""
    return "\n".join(screen_text(me.desk))


async def sees(me: Facilitator, *words: str) -> None:
    """Wait until all of this stands on the screen."""
    try:
        await me.until(lambda: all(w in seen(me) for w in words))
    except TimeoutError:
        raise AssertionError(f"{words} lacks in\n{seen(me)}") from None


async def at(me: Facilitator, place: str) -> None:
    """Wait until this place stands there."""
    await me.until(lambda: me.desk.frame.place and place == me.desk.frame.place.NAME)


async def opened(me: Facilitator, *keys: str) -> Form:
    """Open a form, and wait until one can write in it."""
    await me.press(*keys)
    await me.until(lambda: isinstance(me.desk.screen, Form) and me.desk.focused)
    form = me.desk.screen
    assert isinstance(form, Form)
    return form


async def stored(me: Facilitator) -> None:
    """Store the form that stands there."""
    await me.press("f2")
    await me.until(lambda: not isinstance(me.desk.screen, Form))


async def stand_at(me: Facilitator, rows: Picks, chosen: str) -> None:
    """Put the cursor on a row, once the page has drawn it."""
    await me.until(lambda: chosen in [row.id for row in rows.items])
    rows.move_to(chosen)
    await me.until(lambda: rows.cursor_id == chosen)


async def reached(me: Facilitator, count: Callable[[Facilitator], int], least: int) -> None:
    """Wait until there are so many."""
    await me.until(lambda: count(me) >= least)


async def keyed(me: Facilitator, *texts: str) -> None:
    """Write each on the line for paper, with Enter; then leave the line."""
    await me.press("f2")
    for text in texts:
        before = me.notes
        await me.type(text)
        await me.press("enter")
        await me.more("notes", before)
    await me.press("escape")


async def answer(me: Facilitator, *answers: str) -> None:
    """Answer one question after another of the handlingsrom."""
    for one in answers:
        before = me.answers
        await me.press(one)
        await me.more("answers", before)


def scores(me: Facilitator) -> int:
    """The fundamentals that have a score."""
    newest = fundamentals.newest(me.case) if me.case else None
    return len(newest.scores) if newest else 0


def report_in(folder: Path) -> str:
    """What a person reads in the one report that lies there."""
    (report,) = folder.rglob("*rapport.html")
    return words_of(report.read_text("utf-8"))
