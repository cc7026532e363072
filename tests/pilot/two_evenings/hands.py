"""What hands do at the desk and on phones in a journey: press, choose, join, write."""

from typing import Any, Final

from screens.control import Control, new_command_id
from screens.desk.form import Form
from screens.desk.widgets.picks import Picks
from screens.rehearsal.web import Browser
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from workshop.case import Case
from workshop.planned import Gathering
from workshop.tried import Sketch

TABLES: Final = 4
ROLES: Final = ("resident", "relative", "volunteer", "employee")


class Phone:
    """A phone in somebody's hand: it keeps its cookie from the one evening to the other."""

    def __init__(self, me: Facilitator, number: int) -> None:
        self.number = number
        self.wrote: list[str] = []
        self.secret = ""
        self._browser: Browser | None = None
        self.comes_to(me)

    def comes_to(self, me: Facilitator, *, anew: bool = False) -> None:
        """Open the address of the hall that runs now; ``anew`` is a browser that knows nothing."""
        known = self._browser.cookies if self._browser and not anew else {}
        self.leaves()
        self._browser = Browser(str(me.desk.state.about["phone_url"]))
        self._browser.cookies = dict(known)

    def leaves(self) -> None:
        if self._browser:
            self._browser.close()

    async def sends(self, path: str, **fields: object) -> dict[str, Any]:
        assert self._browser
        said = (await self._browser.post(path, {"id": new_command_id(), **fields})).json()
        assert said.get("ok"), said
        return said

    async def joins(self, **fields: object) -> None:
        assert self._browser
        await self._browser.get("/")
        n = self.number
        who = {"role": ROLES[n % 4], "table": n % TABLES + 1, "heads": 2 if n < 3 else 1}
        await self.sends("/join", **{**who, **fields})
        kept = self._browser.cookies.items()
        (self.secret,) = (v for name, v in kept if name.startswith("medspill_"))

    async def writes(self, text: str, **fields: object) -> None:
        await self.sends("/note", text=text, **fields)
        self.wrote.append(text)

    async def sees(self) -> dict[str, Any]:
        assert self._browser
        return (await self._browser.get("/me")).json()


def seen(me: Facilitator) -> str:
    return "\n".join(screen_text(me.desk))


async def sees(me: Facilitator, *words: str) -> None:
    """Wait until all of this stands on the screen."""
    try:
        await me.until(lambda: all(w in seen(me) for w in words))
    except TimeoutError:
        raise AssertionError(f"{words} lacks in\n{seen(me)}") from None


async def at(me: Facilitator, place: str) -> None:
    """Wait until this place stands there and has drawn all that is known."""
    await me.until(lambda: me.desk.frame.place and place == me.desk.frame.place.NAME)
    await me.until(lambda: me.sees_all)


async def to(me: Facilitator, place: str) -> None:
    """Leaf to a page of the station that one is at, or go to station 5 and leaf there."""
    await me.go("5")
    await me.until(lambda: me.desk.frame.place and getattr(me.desk.frame.place, "STATION", 0) == 5)
    pages = ("needs", "clusters", "dots", "ideas", "card")
    here = pages.index(me.desk.frame.place.NAME if me.desk.frame.place else "needs")
    way = "right" if pages.index(place) > here else "left"
    while (now := me.desk.frame.place) and place != now.NAME:
        await me.press(way)
        await me.until(lambda now=now: me.desk.frame.place is not now)  # type: ignore[misc]
    await at(me, place)


async def opened(me: Facilitator, *keys: str) -> Form:
    """Open a form, and wait until one can write in it."""
    await me.until(lambda: me.sees_all)
    await me.press(*keys)
    await me.until(lambda: isinstance(me.desk.screen, Form) and me.desk.focused)
    form = me.desk.screen
    assert isinstance(form, Form)
    return form


async def stored(me: Facilitator, form: Form) -> None:
    await me.press("f2")
    await me.until(lambda: me.desk.screen is not form)


async def chooses(me: Facilitator, form: Form, field: str, value: str) -> None:
    """Go to a choice and step to a value."""
    form.query_one(f"#field-{field}").focus()
    await me.pilot.pause()
    steps = 0
    while form.values[field] != value:
        steps += 1
        assert steps < 30, (field, value)
        await me.press("right")


async def given(me: Facilitator, name: str, **fields: Any) -> str:
    """What would only cost time by keyboard goes the way the desk itself sends it."""
    said = await me.desk.send(name, **fields)
    assert said.get("ok"), said
    return str(said["command"])


async def at_sketch(me: Facilitator, title: str) -> Sketch:
    """The card with the cursor at this sketch."""
    await to(me, "card")
    sketch = named(case_of(me), title)
    picks = me.desk.query_one("#sketches", Picks)
    picks.focus()
    picks.move_to(sketch.id)
    await me.until(lambda: picks.cursor_id == sketch.id)
    return sketch


def case_of(me: Facilitator) -> Case:
    assert me.case is not None
    return me.case


def control_of(me: Facilitator) -> Control:
    """The way to the hall that the desk itself uses."""
    link = me.desk._link
    assert link is not None
    assert link.control is not None
    return link.control


def named(case: Case, title: str) -> Sketch:
    return next(s for s in case.sketches.values() if s.title == title)


def newest(case: Case) -> Gathering:
    return list(case.gatherings.values())[-1]


async def chosen(me: Facilitator, state: str) -> None:
    """Open the only case from the list, where it stands with its state."""
    # The desk before was torn away, so this one goes back to its page by itself first.
    await me.until(lambda: me.desk._begun and not me.desk.on_its_way_back)
    await me.go("0")
    await at(me, "home")
    await sees(me, "Gode år hjemme", state)
    await me.press("enter")
    await me.until(lambda: me.case)
    await me.until(lambda: me.desk.frame.place and me.desk.frame.place.NAME != "home")


async def wall(me: Facilitator) -> dict[str, Any]:
    """What the projector shows now, as another program sees it."""
    browser = Browser(str(me.desk.state.about["projector_url"]))
    path = "/" + str(me.desk.state.about["projector_url"]).split("/", 3)[3].rstrip("/") + "/view"
    try:
        view: dict[str, Any] = (await browser.get(path)).json()["view"]
    finally:
        browser.close()
    return view
