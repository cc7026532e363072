"""Method 6.5: two evenings three weeks apart, with prototypes at kitchen tables in between."""

import asyncio
from datetime import date, timedelta
from pathlib import Path
from time import monotonic
from typing import Any, Final

import pytest

from screens.control import Control, new_command_id
from screens.desk.form import Form
from screens.desk.widgets.ask import Ask
from screens.desk.widgets.picks import Picks
from screens.desk.widgets.staircase import Staircase
from screens.paper.report import as_markdown
from screens.rehearsal.web import Browser
from screens.words import Words
from storage.reader import read_cases
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator, at_the_desk
from workshop import rounds
from workshop.case import Case
from workshop.clusters import standing
from workshop.planned import Gathering
from workshop.tried import Sketch

SIZE: Final = (120, 36)
TUESDAY: Final = date(2027, 1, 12)
LATER: Final = TUESDAY + timedelta(weeks=3)
TABLES: Final = 4
ROLES: Final = ("resident", "relative", "volunteer", "employee")
PHONES: Final = 21
"""With three that two share there are 24 heads behind them; four more write on paper."""
PAPER: Final = (
    "1:Trappa er bratt",
    "2:Ingen spør meg om noe",
    "3:Jeg er redd for å falle",
    "4:Butikken er langt unna",
)
THEMES: Final = (
    *("Bli savnet", "Noen å ringe", "Skyss", "Middag sammen"),
    *("Trygt bad", "Snøen", "Post og papirer", "Besøk"),
)
SKETCHES: Final = ("Morgenringen", "Alarm på veggen", "Nøkkelboks")
TESTERS: Final = (
    ("Det var fint at noen ringte", "Ringte for tidlig", "Morgenringen"),
    ("Jeg venter på den nå", "", "Morgenringen"),
    ("Blir som å stemple inn", "Knappen lå i skuffen", "Alarm på veggen"),
    ("Naboen kom seg inn", "Koden var liten", "Nøkkelboks"),
)


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
    while (now := me.desk.frame.place) and now.NAME != place:
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


async def given(me: Facilitator, name: str, **fields: object) -> str:
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


async def test_two_evenings_three_weeks_apart_with_tests_at_kitchen_tables(
    tmp_path: Path,
) -> None:
    """Everything of 6.5: keyboard, 21 phones and paper; the hall is started anew each day."""
    file, copies = tmp_path / "gode-aar.db", tmp_path / "minnepinne"
    copies.mkdir()
    async with at_the_desk(file, SIZE) as me:
        phones = await the_first_evening(me, copies)
    for day in ((0, 1), (2,), (3,)):
        async with at_the_desk(file, SIZE) as me:
            await at_a_kitchen_table(me, day)
    async with at_the_desk(file, SIZE) as me:
        await the_second_evening_is_prepared(me)
    assert list(copies.iterdir()), "no copy midway"
    async with at_the_desk(file, SIZE) as me:
        await the_same_people_come_back(me, phones)
        await new_needs_where_learning_opened_a_hole(me, phones)
        await the_second_version_is_played(me)
        await each_sketch_is_decided(me)
        for phone in phones:
            phone.leaves()
        case = case_of(me)
    assert read_cases(file)[case.id] == case
    the_report_holds_the_lesson(case)


async def the_first_evening(me: Facilitator, copies: Path) -> list[Phone]:
    """0-120: 28 people, 4 tables, 46 needs, 8 clusters, 2 statements, 3 sketches, 7 homes."""
    control_of(me).keep(copies=str(copies))
    await me.form("n", "Gode år hjemme", "Skauli")
    await me.until(lambda: me.case)
    await me.form("m", "Hva trenger du for å bo trygt hjemme?")
    await me.form("a", "Alle vil ha en alarm", "leder")
    await me.go("4")
    await me.form("g", "", "", "Samfunnshuset", f"{TUESDAY:%d.%m.%Y}")
    await me.until(lambda: me.case and me.case.gatherings)
    await me.press("o")
    await me.until(lambda: me.case and me.case.gathering)
    await me.form("h", "28")
    await me.go("5")
    await at(me, "needs")
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "needs")
    phones = [Phone(me, number) for number in range(PHONES)]
    await asyncio.gather(*(phone.joins() for phone in phones))
    for turn in range(2):
        await asyncio.gather(*(p.writes(f"Behov {turn} fra {p.number}") for p in phones))
    await me.press("f2")
    for text in PAPER:
        before = me.notes
        await me.type(text)
        await me.press("enter")
        await me.more("notes", before)
    await me.press("escape")
    await me.until(lambda: me.notes == 46)
    await sorted_into_eight(me)
    await two_needs_in_words(me)
    await three_sketches_go_out(me)
    await me.go("4")
    await at(me, "arena")
    await me.press("o")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.press("right", "enter")
    await me.until(lambda: me.case and me.case.gathering is None)

    case = case_of(me)
    assert sum(p.heads for p in case.presences.values()) + len(PAPER) == 28
    assert {p.table for p in case.presences.values()} == {1, 2, 3, 4}
    assert (len(case.notes), len(standing(case)), len(rounds.stated(case))) == (46, 8, 2)
    assert (len(case.sketches), sum(t.homes for t in case.tests.values())) == (3, 7)
    assert rounds.state(case) == "testing"
    assert len(rounds.out(case)) == 3
    await me.go("0")
    await sees(me, "Ute til test")
    return phones


async def sorted_into_eight(me: Facilitator) -> None:
    """Two clusters by keyboard, the other six with the rest of the notes as the desk sends them."""
    await to(me, "clusters")
    for number, title in enumerate(THEMES[:2], start=1):
        await me.press("m", "m")
        await me.form("n", title)
        await me.until(lambda n=number: me.case and len(me.case.clusters) == n)  # type: ignore[misc]
    loose = [n.id for n in case_of(me).notes.values() if n.cluster is None]
    for number, title in enumerate(THEMES[2:]):
        await given(me, "cluster.make", title=title, notes=loose[number::6])
    await me.until(lambda: len(case_of(me).clusters) == 8 and me.sees_all)
    assert all(n.cluster for n in case_of(me).notes.values())


async def two_needs_in_words(me: Facilitator) -> None:
    clusters = me.desk.query_one("#clusters", Picks)
    clusters.focus()
    for number, words in enumerate(
        (
            ("En som bor alene", "å bli savnet om morgenen", "ingen ville merket det"),
            ("En som faller", "å nå noen", "telefonen ligger i et annet rom"),
        )
    ):
        clusters.move_to(list(case_of(me).clusters)[number])
        await me.form("b", *words)
        await me.until(lambda n=number: len(rounds.stated(case_of(me))) == n + 1)  # type: ignore[misc]


async def three_sketches_go_out(me: Facilitator) -> None:
    """The first by keyboard with its card; then all three are sent out with one key each."""
    await to(me, "card")
    form = await opened(me, "s")
    await me.type(SKETCHES[0])
    await me.press("tab")
    await me.type("Fem naboer ringer hver morgen")
    await chooses(me, form, "idea", next(iter(case_of(me).clusters)))
    await stored(me, form)
    await me.until(lambda: me.case and me.case.sketches)
    until = f"{LATER - timedelta(days=2):%d.%m.%Y}"
    card = ("De svarer", "Ringe i to uker", "Hvem som svarer", "Fire av fem", "", "Hjemme", "3")
    await me.form("t", *card, "", until)
    await me.until(lambda: me.case and me.case.tests)
    second = list(case_of(me).clusters)[1]
    for title in SKETCHES[1:]:
        sketch = await given(me, "sketch.make", title=title, text="Tegnet", needs=[second])
        words = {"believe": "De bruker den", "do": "La den henge", "right_if": "To av to"}
        await given(me, "test.plan", sketch=sketch, homes=2, **words)
    await me.until(lambda: len(case_of(me).tests) == 3)
    for sent, title in enumerate(SKETCHES, start=1):
        await at_sketch(me, title)
        await sees(me, "i sender den ut")
        await me.press("i")
        await me.until(lambda n=sent: len(rounds.out(case_of(me))) == n)  # type: ignore[misc]
    await sees(me, "låst, i gang")


async def at_a_kitchen_table(me: Facilitator, which: tuple[int, ...]) -> None:
    """Day 2-20: no gathering, no phone, no page asked for; each tester within a minute."""
    await chosen(me, "Ute til test")
    assert case_of(me).gathering is None
    for number in which:
        quote, failure, title = TESTERS[number]
        await at_sketch(me, title)
        before, began = heard(case_of(me)), monotonic()
        form = await opened(me, "r")
        await me.type(quote)
        await me.press("tab")
        await me.type(failure)
        await chooses(me, form, "hit", "partly" if failure else "yes")
        await chooses(me, form, "category", "elderly")
        await me.press("f2")
        await me.until(lambda b=before: heard(case_of(me)) == b + 1)  # type: ignore[misc]
        assert monotonic() - began < 60
        await me.until(lambda f=form: me.desk.screen is not f and me.desk.focused)  # type: ignore[misc]
        await me.until(lambda: isinstance(me.desk.screen, Form))
        await me.press("escape")
        await me.until(lambda: not isinstance(me.desk.screen, Form))
    if title == "Alarm på veggen":
        await me.form("l", "", "", "En alarm på veggen kjennes som kontroll")
        await me.until(lambda: named(case_of(me), title).decision == "stopped")
        await sees(me, "En alarm på veggen kjennes som kontroll")
    assert control_of(me).get("/room")["phones"] == []


def heard(case: Case) -> int:
    return sum(len(test.heard) for test in case.tests.values())


async def the_second_evening_is_prepared(me: Facilitator) -> None:
    """Day 19: results, what was learnt, the changed statement, a new round, and its run sheet."""
    await chosen(me, "runde 1")
    codes = [t.code for test in case_of(me).tests.values() for t in test.heard]
    assert (len(codes), heard(case_of(me))) == (4, 4)
    for done, title in enumerate(SKETCHES, start=1):
        await at_sketch(me, title)
        await me.form("e", "De prøvde den hjemme")
        await me.until(
            lambda n=done: sum(bool(t.recorded_at) for t in case_of(me).tests.values()) == n  # type: ignore[misc]
        )
    await at_sketch(me, SKETCHES[0])
    await me.form("k", "", "De vil ha trygghet", "De ventet", "De vil ha selskap", "Vi ringer sent")
    await me.until(lambda: case_of(me).learnings)
    await me.form("h")
    form = await opened(me, "j")
    await chooses(me, form, "target", "need")
    await stored(me, form)
    await me.until(lambda: case_of(me).adjustments)
    await to(me, "clusters")
    clusters = me.desk.query_one("#clusters", Picks)
    clusters.focus()
    clusters.move_to(next(iter(case_of(me).clusters)))
    await me.form("b", "", " og ha selskap")
    await me.until(lambda: next(iter(case_of(me).clusters.values())).earlier)
    await to(me, "card")
    await sees(me, "Før: ")
    await me.form("g", "", "Vi lærte noe om behovet")
    await me.until(lambda: case_of(me).round == 2)
    await the_run_sheet_follows_the_weights(me)


def parts(case: Case) -> tuple[int, int, int]:
    """The minutes of need, solution and test on the newest run sheet."""
    of = {"needs": 0, "sort": 0, "dots": 0, "ideas": 1, "sketch": 1, "test": 2}
    minutes = [0, 0, 0]
    for block in newest(case).blocks:
        if block.kind in of:
            minutes[of[block.kind]] += block.minutes
    return minutes[0], minutes[1], minutes[2]


async def the_run_sheet_follows_the_weights(me: Facilitator) -> None:
    """B 50, L 25, T 25; other weights give other minutes; a block is overruled by one key."""
    await me.go("4")
    await at(me, "arena")
    form = await opened(me, "G")
    assert (form.values["template"], form.values["lengths"]) == ("andre_kveld", "weights")
    for field, text in (("title", " igjen"), ("day", f"{LATER:%d.%m.%Y}")):
        form.query_one(f"#field-{field}").focus()
        await me.pilot.pause()
        await me.press("end")
        await me.type(text)
    await stored(me, form)
    await me.until(lambda: len(case_of(me).gatherings) == 2)
    assert newest(case_of(me)).day == LATER
    assert parts(case_of(me)) == (40, 20, 20)

    await to(me, "card")
    await me.form("m", "30", "30", "40")
    await me.until(lambda: case_of(me).rounds[-1].weight)
    await me.go("4")
    await at(me, "arena")
    await me.press("v")
    await me.until(lambda: parts(case_of(me)) == (24, 24, 32))
    await me.press("u")
    await me.until(lambda: parts(case_of(me)) == (40, 20, 20))
    needs = next(b.id for b in newest(case_of(me)).blocks if b.kind == "needs")
    stairs = me.desk.query_one(Staircase)
    stairs.move_to(needs)
    await me.until(lambda: stairs.cursor_id == needs)
    await me.press("plus", "plus")
    await me.until(lambda: parts(case_of(me)) == (42, 20, 20))


async def the_same_people_come_back(me: Facilitator, phones: list[Phone]) -> None:
    """0-15: who came last time is known by the phone or by the code; a new one may join."""
    await chosen(me, "runde 2")
    assert parts(case_of(me)) == (42, 20, 20)
    await me.go("4")
    await at(me, "arena")
    await me.press("o")
    await me.until(lambda: case_of(me).gathering)
    first = phones[0]
    for phone in phones:
        phone.comes_to(me, anew=phone is first)
    await asyncio.gather(*(phone.joins() for phone in phones[1:]))
    kept = first.secret
    await first.joins(code=kept)
    newcomer = Phone(me, PHONES)
    await newcomer.joins()
    for phone in phones:
        mine = [note["text"] for note in (await phone.sees())["notes"]]
        assert sorted(mine) == sorted(phone.wrote), phone.number
    assert first.secret == kept
    assert (await newcomer.sees())["notes"] == []
    phones.append(newcomer)
    await me.until(lambda: len(case_of(me).here) == PHONES + 1)

    await me.go("6")
    await at(me, "learnt")
    await sees(me, "Antakelse 1, forseglet", "Skissen «Alarm på veggen» ble stoppet.")
    me.desk.query_one("#believed", Picks).focus()
    form = await opened(me, "enter")
    await chooses(me, form, "verdict", "not_held")
    await me.press("tab")
    await me.type("Alarmen kjennes som kontroll")
    await stored(me, form)
    await me.until(lambda: all(a.verdict for a in case_of(me).assumptions.values()))
    await me.press("f5")
    await me.until(lambda: case_of(me).shown.wall == "learnt")
    shown = await wall(me)
    assert [(p["believed"], p["learnt"]) for p in shown["pairs"]] == [
        ("Alle vil ha en alarm", "Alarmen kjennes som kontroll"),
        ("De vil ha trygghet", "De vil ha selskap"),
    ]


async def new_needs_where_learning_opened_a_hole(me: Facilitator, phones: list[Phone]) -> None:
    """15-60: three new needs beside 46 old ones, which keep their round and their cluster."""
    await to(me, "needs")
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "needs")
    before = {n.id: n for n in case_of(me).notes.values()}
    for phone in (phones[0], phones[1], phones[-1]):
        await phone.writes(f"Nytt fra {phone.number}")
    await me.until(lambda: me.notes == 49)
    assert (await wall(me))["count"] == 3
    await to(me, "clusters")
    await sees(me, "runde 1")
    await me.press("1")
    await me.until(lambda: sum(n.cluster is None for n in case_of(me).notes.values()) == 2)

    case = case_of(me)
    assert {n.id: n for n in case.notes.values() if n.round == 1} == before
    assert {n.round for n in case.notes.values()} == {1, 2}
    assert len(standing(case)) == 8
    old = case.notes[next(iter(before))]
    together = [n.round for n in case.notes.values() if n.cluster == standing(case)[0]]
    assert (sorted(together), old.round) == ([1, 1, 2], 1)


async def the_second_version_is_played(me: Facilitator) -> None:
    """60-100: the sketch of round 1 in a new version, tried at the tables by nine who need it."""
    await at_sketch(me, SKETCHES[0])
    await sees(me, "fra runde 1. Enter lager en ny utgave.")
    assert named(case_of(me), "Alarm på veggen") not in rounds.carried_sketches(case_of(me))
    await me.press("r")
    await sees(me, "Skriv testkortet først, med t.")
    form = await opened(me, "enter")
    form.query_one("#field-text").focus()
    await me.pilot.pause()
    await me.type(" Etter frokost.")
    await chooses(me, form, "form", "role_play")
    await stored(me, form)
    await me.until(lambda: named(case_of(me), SKETCHES[0]).version == 2)
    sketch = named(case_of(me), SKETCHES[0])
    assert [(w.text, w.round) for w in sketch.earlier] == [("Fem naboer ringer hver morgen", 1)]
    assert "Etter frokost." in sketch.text
    await sees(me, "versjon 2")
    await me.form("t", "De liker tida", "Spille en telefon", "Hva de sier", "Seks av ni")
    await me.until(lambda: len(case_of(me).tests) == 4)
    await me.press("f5")
    await me.until(lambda: me.case and me.case.running and me.case.running.kind == "test")
    await me.form("e", "Åtte ville svart", "", "9")
    await me.until(lambda: list(case_of(me).tests.values())[-1].recorded_at)
    test = list(case_of(me).tests.values())[-1]
    assert (test.round, rounds.real_testers(case_of(me), test)) == (2, 9)
    assert rounds.has_result(case_of(me), test)


async def each_sketch_is_decided(me: Facilitator) -> None:
    """100-120: into use, a new round, and stopped before; a pledge and the answer date."""
    for title, decision in (("Morgenringen", "adopt"), ("Nøkkelboks", "new_round")):
        sketch = await at_sketch(me, title)
        form = await opened(me, "g")
        await chooses(me, form, "decision", decision)
        await me.press("tab")
        await me.type("Salen er enig")
        await chooses(me, form, "what", "sketch")
        await stored(me, form)
        await me.until(
            lambda s=sketch, d=decision: case_of(me).sketches[s.id].decision == d  # type: ignore[misc]
        )
    await me.go("6")
    await me.turn("opening")
    await me.form("d", "1.3.2027")
    await me.turn("ending")
    await me.form("l", "Frivilligsentralen", "Ringer hver dag", "1.3.2027")
    await me.until(lambda: case_of(me).pledges and case_of(me).answer_date)

    case = case_of(me)
    assert [(s.title, s.decision) for s in case.sketches.values()] == [
        ("Morgenringen", "adopt"),
        ("Alarm på veggen", "stopped"),
        ("Nøkkelboks", "new_round"),
    ]
    assert case.round == 2
    assert case.answer_date == date(2027, 3, 1)


def the_report_holds_the_lesson(case: Case) -> None:
    """The card of round 1 has the stopped sketch with its lesson; round 2 has version 2."""
    text = as_markdown(case, Words())
    first, second = text.split("## Rundekort 1")[1].split("## Rundekort 2")
    assert "En alarm på veggen kjennes som kontroll" in first
    assert "Blir som å stemple inn" in first
    assert "**Morgenringen**, versjon 1" in first
    assert "**Morgenringen**, versjon 2" in second
    assert named(case, "Alarm på veggen").lesson == "En alarm på veggen kjennes som kontroll"
