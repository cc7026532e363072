"""The three weeks between: testers at kitchen tables, and the next evening's run sheet."""

from time import monotonic
from typing import Final

from screens.desk.form import Form
from screens.desk.widgets.picks import Picks
from screens.desk.widgets.staircase import Staircase
from tests.pilot.facilitator import Facilitator
from tests.pilot.two_evenings.first_evening import LATER, SKETCHES
from tests.pilot.two_evenings.hands import (
    at,
    at_sketch,
    case_of,
    chooses,
    chosen,
    control_of,
    named,
    newest,
    opened,
    sees,
    stored,
    to,
)
from workshop.case import Case

TESTERS: Final = (
    ("Det var fint at noen ringte", "Ringte for tidlig", "Morgenringen"),
    ("Jeg venter på den nå", "", "Morgenringen"),
    ("Blir som å stemple inn", "Knappen lå i skuffen", "Alarm på veggen"),
    ("Naboen kom seg inn", "Koden var liten", "Nøkkelboks"),
)


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
    title = TESTERS[which[-1]][2]
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


def loop_minutes(case: Case) -> tuple[int, int, int]:
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
    assert loop_minutes(case_of(me)) == (40, 20, 20)

    await to(me, "card")
    await me.form("m", "30", "30", "40")
    await me.until(lambda: case_of(me).rounds[-1].weight)
    await me.go("4")
    await at(me, "arena")
    await me.press("v")
    await me.until(lambda: loop_minutes(case_of(me)) == (24, 24, 32))
    await me.press("u")
    await me.until(lambda: loop_minutes(case_of(me)) == (40, 20, 20))
    needs = next(b.id for b in newest(case_of(me)).blocks if b.kind == "needs")
    stairs = me.desk.query_one(Staircase)
    stairs.move_to(needs)
    await me.until(lambda: stairs.cursor_id == needs)
    await me.press("plus", "plus")
    await me.until(lambda: loop_minutes(case_of(me)) == (42, 20, 20))
