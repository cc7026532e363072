"""Method 6.1: eighty residents, 52 phones, 34 slips, no internet; from the doors to the dots."""

import asyncio
import os
import re
import signal
from collections import Counter
from pathlib import Path

import pytest

from screens.desk.widgets.notes import Notes
from screens.rehearsal.sample.reading import sample
from storage.reader import read_cases
from tests.pilot.dotting import dots
from tests.pilot.elder_care import CLUSTERS, QUESTION, SAID, Hall, elder_care
from tests.pilot.residents import PHONES, SHARED, all_of, words_of
from workshop.clusters import members, standing
from workshop.recipe import STATIONS
from workshop.said import Note

pytestmark = pytest.mark.evenings

ENTRIES, SLIPS = 120, 34
ALONE, FALL, LONG, RUDE = SAID[0], SAID[1], SAID[32], SAID[33]
REST = [f"{text} Bord {n // len(SAID) + 1}." for n, text in enumerate(SAID * 3) if text != RUDE]
TEXTS = [ALONE, FALL, LONG, *REST[: ENTRIES - 4], RUDE]
BY_PHONE, BY_HAND = [*TEXTS[: ENTRIES - SLIPS - 1], RUDE], TEXTS[ENTRIES - SLIPS - 1 : -1]


async def test_from_the_doors_to_the_dots(tmp_path: Path) -> None:
    """By keyboard and on real phones, with a hall that is killed while people write."""
    async with elder_care(tmp_path) as hall:
        lacking = [c.key for s in STATIONS[:4] for c in s.checks(hall.case) if not c.holds]
        assert lacking == []
        await doors(hall)
        await opening(hall)
        await who_is_missing(hall)
        await needs(hall)
        await coffee_and_clusters(hall)
        await dots(hall)


async def doors(hall: Hall) -> None:
    """Before it begins: the wall shows how to join, and the count goes from nobody to all."""
    me = hall.me
    await me.go("4")
    await me.press("o")
    await me.until(lambda: hall.case.gathering)
    await hall.next_block("welcome")
    view = await hall.wall("join")
    assert view["phones"] == 0
    shown = await hall.both_pages()
    network = ("Grendehuset", "kaffe og kake", "ikke internett", "Behold.")
    for words in (
        *network,
        view["code"],
        str(me.desk.state.about["phone_url"]).removeprefix("http://").rstrip("/"),
    ):
        assert words in shown
    await hall.phones[0].join()
    await me.until(lambda: len(hall.case.here) == 1)
    assert (await hall.screen.view())["phones"] == 1
    await all_of(phone.join() for phone in hall.phones[1:])
    await me.until(lambda: len(hall.case.here) == PHONES)
    await me.form("h", "80")
    assert (await hall.screen.view())["phones"] == PHONES
    assert sum(phone.heads for phone in hall.phones) == 80
    assert sum(phone.heads > 1 for phone in hall.phones) == SHARED
    # With the cable out, nothing that a page asks for may lie anywhere else.
    linked = re.findall(r'(?:src|href|action)="([^"]*)"', await hall.phones[0].page())
    assert all(re.match(r"/(?!/)|#|data:", link) for link in linked), linked


async def opening(hall: Hall) -> None:
    """The problem and then the promise; nobody can write an idea anywhere."""
    me = hall.me
    await hall.next_block("question")
    await hall.wall("question")
    assert hall.case.station == 1
    await me.go("1")
    shown = await hall.both_pages()
    for words in (QUESTION, "Ligger fast", "Er åpent", "Hvem bestemmer"):
        assert words in shown
    pages = await all_of(phone.page() for phone in hall.phones)
    assert all(QUESTION in words_of(page) for page in pages)
    assert not any("Hva kan vi prøve?" in words_of(page) for page in pages)
    refused = await hall.phones[3].try_to("/note", what="idea", text="Kjøp en robot")
    assert refused["reason"] == "not_collecting"
    assert hall.notes("idea") == []
    await me.go("3")
    await me.turn("promises")
    await me.press("f5")
    await hall.wall("opening")
    shown = await hall.both_pages()
    for words in ("Derfor er du spurt", "Dette lover vi", "Da hører du fra oss"):
        assert words in shown


async def who_is_missing(hall: Hall) -> None:
    """«Hvem mangler i rommet?»: each suggestion is kept with the role of who made it."""
    me = hall.me
    await hall.next_block("missing")
    await all_of(
        phone.send("/note", what="actor", text="Drosjesjåførene", category="business")
        for phone in hall.phones[:6]
    )
    await me.until(lambda: len(hall.notes("actor")) == 6)
    assert {n.role for n in hall.notes("actor")} == {phone.role for phone in hall.phones[:6]}
    assert "næringsliv 6" in await hall.screen.words()


async def needs(hall: Hall) -> None:
    """120 entries from phones and slips, and the hall is killed with some of them on their way."""
    me = hall.me
    await hall.next_block("needs")
    page = words_of(await hall.phones[9].page())
    for words in ("Steg 5 · Behov åpent", QUESTION, "Jeg trenger, eller har sett at"):
        assert words in page
    first, rest = BY_PHONE[:40], BY_PHONE[40:-1]
    for phone, text in zip(hall.phones, first[:3], strict=False):
        await phone.send("/note", what="need", text=text)
    await all_of(
        p.send("/note", what="need", text=t) for p, t in zip(hall.phones, first[3:], strict=False)
    )
    await me.go("5")
    await me.press("f2")
    await hall.key_in(f"5:{BY_HAND[0]}", BY_HAND[1])
    await me.press("escape")
    await hall.phones[PHONES - 1].send("/note", what="need", text=RUDE)
    await moderate(hall)
    await killed_while_people_write(hall, rest)
    await hall.send(
        *(
            {
                "name": "note.write",
                "origin": "paper",
                "what": "need",
                "text": text,
                "table": number % 10 + 1,
                "number": number,
            }
            for number, text in enumerate(BY_HAND[4:], start=5)
        )
    )
    await me.until(lambda: len(hall.notes("need")) == ENTRIES)
    assert Counter(n.text for n in hall.notes("need")) == Counter(TEXTS)
    assert Counter(n.origin for n in hall.notes("need")) == {"phone": 86, "paper": SLIPS}
    assert sorted(n.number for n in hall.notes("need") if n.number) == list(range(1, SLIPS + 1))
    assert read_cases(me.desk.file)[hall.case.id] == hall.case
    view = await hall.wall("collecting")
    assert (view["count"], view["left"] is not None) == (ENTRIES, True)
    assert RUDE not in str(view)


async def killed_while_people_write(hall: Hall, rest: list[str]) -> None:
    """Kill -9 with needs on their way: phones send again, the slip stays in its line."""
    me = hall.me
    about = dict(me.desk.state.about)
    late = asyncio.gather(
        *(p.send("/note", what="need", text=t) for p, t in zip(hall.phones, rest, strict=False))
    )
    await me.more("notes", me.notes)
    os.kill(int(about["pid"]), signal.SIGKILL)
    await me.press("f2")
    await me.type(BY_HAND[2])
    await me.until(lambda: me.desk.state.about.get("pid") not in {about["pid"], None})
    assert me.desk.state.about["phone_url"] == about["phone_url"]
    await hall.sees("Salen er i gang igjen.", "› " + BY_HAND[2][:20])
    await late
    await me.press("enter")
    await me.until(lambda: BY_HAND[2] in {n.text for n in hall.notes("need")})
    await hall.key_in(BY_HAND[3])
    await me.press("escape", "escape")
    await me.until(lambda: isinstance(me.desk.focused, Notes))


async def moderate(hall: Hall) -> None:
    """The rude one is hidden, three are let through, and the wall shows those three."""
    me = hall.me
    notes = me.desk.query_one("#notes", Notes)
    notes.focus()
    await me.until(lambda: RUDE in {getattr(n, "text", "") for n in notes.items})
    await me.press("home")
    await me.until(lambda: _text(hall, notes.cursor_id) == RUDE)
    await me.press("s")
    await me.until(lambda: "hidden" in {n.state for n in hall.notes("need")})
    for shown in (1, 2, 3):
        await me.press("v")
        await me.until(
            lambda shown=shown: [n.state for n in hall.notes("need")].count("shown") == shown  # type: ignore[misc]
        )
    let_through = {n.text for n in hall.notes("need") if n.state == "shown"}
    view = await hall.screen.view()
    assert {n["text"] for n in view["notes"]} == let_through
    assert RUDE not in await hall.screen.words()


def _text(hall: Hall, note: str | None) -> str:
    return hall.case.notes[note].text if note and note in hall.case.notes else ""


async def coffee_and_clusters(hall: Hall) -> None:
    """While the others have coffee: merge, split, gather and rename; nothing said is lost."""
    me = hall.me
    await hall.next_block("pause")
    assert (await hall.wall("pause"))["left"] > 0
    page = words_of(await hall.phones[0].page())
    assert "Vi begynner igjen om" in page
    assert ALONE in page
    await me.turn("clusters")
    first, second, long = list(hall.notes("need"))[:3]
    loose = me.desk.query_one("#loose", Notes)
    await me.until(lambda: len(loose.items) == ENTRIES - 1)
    loose.focus()
    await me.press("home", "down", "m", "home")
    await me.until(lambda: loose.cursor_id == first.id)
    await me.press("plus")
    await me.until(lambda: hall.case.notes[second.id].into == first.id)
    await me.form("n", "Bli savnet")
    await me.until(lambda: len(standing(hall.case)) == 1)
    await me.until(lambda: loose.cursor_id == long.id)
    await me.form("d", " Ja.\nNoen som svarer i telefonen")
    await me.until(lambda: hall.case.notes[long.id].parts)
    await hall.next_block("sort")
    await hall.send(
        *(
            {"name": "cluster.make", "title": title, "notes": [n.id for n in _about(hall, title)]}
            for title in CLUSTERS[1:]
        ),
        *(
            {"name": "note.cluster", "note": n.id, "cluster": standing(hall.case)[0]}
            for n in _about(hall, CLUSTERS[0])
        ),
    )
    await me.until(lambda: len(standing(hall.case)) == len(CLUSTERS))
    me.desk.query_one("#clusters").focus()
    await me.press("home")
    await me.form("t", " når noe skjer")
    together = standing(hall.case)[0]
    await me.until(lambda: hall.case.clusters[together].title == "Bli savnet når noe skjer")
    assert hall.case.notes[first.id].cluster == together
    assert len(members(hall.case, together)) >= len(_about(hall, CLUSTERS[0]))
    assert [hall.case.notes[n.id].text for n in (first, second, long)] == [ALONE, FALL, LONG]
    assert "Bli savnet når noe skjer" in words_of(await hall.phones[1].page())
    await hall.wall("clusters")


def _about(hall: Hall, title: str) -> list[Note]:
    """The notes that the helper lays under this title."""
    cluster = next(c for c in sample()["need_clusters"] if c["title"] == title)
    said = tuple(n["text"] for n in sample()["needs"] if n["id"] in cluster["need_ids"])
    return [n for n in hall.notes("need") if n.text.startswith(said) and n.lies_open]
