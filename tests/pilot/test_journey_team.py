"""Method 6.2: a team of six with a small task, one laptop, sixty minutes, and then Thursday."""

from pathlib import Path
from time import monotonic

import pytest

from screens.cli.report import command as report
from screens.desk.form import Form
from screens.desk.widgets.picks import Picks
from tests.pilot import journeying
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.pilot.journeying import answer, at, keyed, opened, reached, sees, stored
from tests.pilot.team import NEEDS
from workshop import actor_map, fundamentals, handlingsrom, presets, recipe, rounds

pytestmark = pytest.mark.evenings

LAPTOP = (80, 24)
KEYED = 5
"""Needs that are typed by keyboard; the others come by the protocol."""
IDEAS = ("Bilde på kjøleskapet", "Fast team på fire", "Ring kvelden før", "Felles bok")


async def test_a_team_of_six_goes_a_whole_round_and_meets_again_on_thursday(
    tmp_path: Path,
) -> None:
    """Everything of 6.2 by keyboard, on one laptop without any phone or projector."""
    file = tmp_path / "vaktrommet.db"
    async with at_the_desk(file, LAPTOP) as me:
        await one_page(me)
        await five_fundamentals(me)
        await needs_and_statement(me)
        await ideas_and_sketch(me)
        await a_test(me)
        await learnt_and_decided(me)
        assert me.case is not None
        before = me.case
    the_card_is_saved(file, tmp_path)
    async with at_the_desk(file, LAPTOP) as me:
        # Torn away, the desk goes back to its page by itself: no list of cases to choose from.
        await me.until(lambda: me.case and me.desk.heading != "home")
        await sees(me, "Mange ansikter")
        assert me.case is not None
        assert (me.case.round, rounds.state(me.case)) == (2, "planned")
        assert me.case == before
        await me.go("5")
        await sees(me, "Runde 2")


async def one_page(me: Facilitator) -> None:
    """0-10: the problem, six answers, a frame, the driver; no politician is demanded."""
    await opened(me, "n")
    await me.type("Mange ansikter")
    await me.press("tab", "tab", "right", "tab", "right", "f2")
    await me.until(lambda: me.case)
    await sees(me, "Steg 1–4 på én side", "Spør nærmeste leder.")
    page = me.desk.query_one("#page", Picks)
    await me.form("m", "Hvordan kan færre ansikter komme inn døra?")

    page.move_to("prepared")
    began = monotonic()
    await answer(me, "n", "n", "j", "j", "j")
    await me.form("j", "Turnusloven", "Hvem som kommer når", "Avdelingsleder")
    await me.until(lambda: me.case and me.case.frame.open)
    await answer(me, "j")
    assert monotonic() - began < 120
    await sees(me, "Egnet, med rammer")

    await me.form("b", "Brukeren")
    await opened(me, "b")
    await me.type("De ansatte på avdelingen")
    await me.press("tab", "a", "f2")
    await me.until(lambda: not isinstance(me.desk.screen, Form))
    page.move_to("driver")
    await me.form("enter", "Sykepleier på dagvakt")
    page.move_to("team")
    await me.form("enter", "Nattevaktene")
    page.move_to("promise")
    await me.form("enter", "Vi forteller hva det ble til", "Avdelingsleder", "1.2.2027")
    page.move_to("gathering")
    await me.form("enter", "", "Vaktrommet", "13:00")
    await me.until(lambda: me.case and me.case.gatherings)

    assert me.case is not None
    case = me.case
    assert (case.size, case.process) == ("small", "administrative")
    assert len(case.answers) == 6
    assert handlingsrom.verdict(case) == "suitable_framed"
    assert (case.frame.fixed, case.answers["anchored"]) == (("Turnusloven",), "yes")
    assert {a.category for a in actor_map.need_holders(case)} == {"user", "employee"}
    assert presets.of(case).both.politicians == "not_natural"
    assert actor_map.missing_groups(case) == ()
    gates = {c.key: c.holds for s in recipe.STATIONS[:2] for c in s.checks(case)}
    held = ("named_holder", "handlingsrom", "need_holder", "driver", "team")
    assert all(gates[key] for key in held)
    assert "groups" not in gates
    assert sum(b.minutes for g in case.gatherings.values() for b in g.blocks) == 60


async def five_fundamentals(me: Facilitator) -> None:
    """10-12: 2, not scored, 4, 4, 3: provisional, and no product."""
    await me.press("f7", "f")
    await at(me, "fundamentals")
    for least, key in ((1, "2"), (1, "down"), (2, "4"), (3, "4"), (4, "3")):
        await me.press(key)
        await reached(me, journeying.scores, least)
    await sees(me, "Foreløpig: ett fundament er ikke vurdert", "ikke noe gangestykke ennå")

    assert me.case is not None
    scored = fundamentals.newest(me.case)
    assert scored is not None
    assert tuple(scored.scores.items()) == (
        ("need", 2),
        ("driver", 4),
        ("team", 4),
        ("anchoring", 3),
    )
    assert fundamentals.product(scored) is None


async def needs_and_statement(me: Facilitator) -> None:
    """12-30: eleven needs, three seen, two clusters, and one need in words."""
    await me.go("5")
    await at(me, "needs")
    await keyed(me, *NEEDS[:KEYED])
    for text in NEEDS[KEYED:]:
        assert (await me.desk.send("note.write", text=text, origin="spoken")).get("ok")
    await me.until(lambda: me.notes == len(NEEDS))
    assert me.case is not None
    # Nobody was asked how they know it while they spoke.
    assert {n.evidence for n in me.case.notes.values()} == {None}
    await me.press("end")
    for marked in range(1, 4):
        await me.press("k")
        await reached(me, observed, marked)
        await me.press("up")
    await sees(me, "sett")

    await me.turn("clusters")
    await me.press("m", "m", "m", "m")
    await me.form("n", "Vite når noen kommer")
    await me.until(lambda: me.case and len(me.case.clusters) == 1)
    await me.form("n", "Slippe å fortelle alt om igjen")
    await me.until(lambda: me.case and len(me.case.clusters) == 2)
    assert me.case is not None
    first, second = me.case.clusters
    while (left := sorted_in(me)) < len(NEEDS):
        await me.press("2")
        await reached(me, sorted_in, left + 1)
    assert {n.cluster for n in me.case.notes.values()} == {first, second}

    me.desk.query_one("#clusters", Picks).focus()
    form = await opened(me, "b")
    # Who puts a need in words says how it is known; what was marked stands there already.
    assert form.values["evidence"] == "observed"
    await me.type("Brukeren")
    await me.press("tab")
    await me.type("å")
    await me.type(" vite hvem som kommer")
    await me.press("tab")
    await me.type("det er nye ansikter hver dag")
    await stored(me)
    assert me.case is not None
    (stated,) = rounds.stated(me.case)
    assert stated.statement is not None
    assert stated.statement.evidence == "observed"


def observed(me: Facilitator) -> int:
    """The needs that are marked as seen."""
    return sum(n.evidence == "observed" for n in me.case.notes.values()) if me.case else 0


def sorted_in(me: Facilitator) -> int:
    """The needs that lie in a cluster."""
    return sum(n.cluster is not None for n in me.case.notes.values()) if me.case else 0


async def ideas_and_sketch(me: Facilitator) -> None:
    """30-38: four ideas, one is sketched; the counter tells how long it may be."""
    await me.turn("dots")
    await me.turn("ideas")
    await keyed(me, *IDEAS)
    await me.press("end")
    await me.form("k")
    await me.until(lambda: me.case and any(n.about for n in me.case.notes.values()))
    await me.turn("card")
    await opened(me, "s")
    await me.type("Bildekort på kjøleskapet")
    await me.press("tab")
    sketch = "Et kort med bildet av den som kommer i dag, tegnet på papir."
    await me.type(sketch)
    await sees(me, f"{len(sketch)}/280")
    await me.press("tab", "right", "tab", "right", "tab")
    await me.type("Noen bytter bildet hver morgen")
    await me.press("f2")
    await me.until(lambda: me.case and me.case.sketches)

    assert me.case is not None
    (made,) = me.case.sketches.values()
    assert (made.text, made.must_be_true) == (sketch, "Noen bytter bildet hver morgen")
    assert rounds.answers_a_need(me.case, made)
    await sees(me, f"{len(sketch)}/280")


async def a_test(me: Facilitator) -> None:
    """38-50: the daughter and the resident are real testers, one of the team is not."""
    await me.form("t", "Hun kjenner igjen den som kommer", "Ringe datteren", "Hva hun sier", "Ja")
    await me.until(lambda: me.case and me.case.tests)
    await me.press("r")
    for quote, own, category in (
        ("Fint, men når kommer dere?", True, "relative"),
        ("Jeg ser dårlig, men jeg ser bildet", True, "user"),
        ("Jeg ville likt det", False, "employee"),
    ):
        await one_tester(me, quote, category, own=own)
    await opened(me)
    await me.press("escape")
    await me.until(lambda: not isinstance(me.desk.screen, Form))
    await me.form("e", "De liker bildet, men spør når", "")
    await me.until(lambda: me.case and any(t.recorded_at for t in me.case.tests.values()))

    assert me.case is not None
    (test,) = me.case.tests.values()
    assert [rounds.is_real(me.case, t) for t in test.heard] == [True, True, False]
    assert (rounds.real_testers(me.case, test), test.hit) == (2, "partly")
    assert rounds.has_result(me.case, test)
    assert rounds.passed(me.case, "real_test")


async def one_tester(me: Facilitator, quote: str, category: str, *, own: bool) -> None:
    """Fill in the form that stands there, until the next one does."""
    form, before = await opened(me), heard(me)
    await me.type(quote)
    await me.press("tab", "tab", "tab")
    if not own:
        await me.press("n")
    await me.press("tab")
    while form.values["category"] != category:
        await me.press("right")
    await me.press("f2")
    await me.until(lambda: heard(me) > before and me.desk.screen is not form)


def heard(me: Facilitator) -> int:
    """The testers that are written down."""
    return sum(len(test.heard) for test in me.case.tests.values()) if me.case else 0


async def learnt_and_decided(me: Facilitator) -> None:
    """50-60: what was learnt, the way back to the need, and a new round on Thursday."""
    learnt = "De vil vite NÅR, ikke bare HVEM"
    await me.form("k", "", "De vil vite hvem", "De spurte når", learnt, "Vi spør om tida")
    await me.until(lambda: me.case and me.case.learnings)
    await me.form("h")
    await me.form("j", "", " på kortet")
    await me.until(lambda: me.case and me.case.adjustments)
    await me.form("b", "", "Behovet handler om tid")
    await me.until(lambda: me.case and me.case.rounds[0].jumps)
    assert me.case is not None
    assert rounds.state(me.case) == "need_open"
    assert [j.reason for j in me.case.rounds[0].jumps] == ["Behovet handler om tid"]
    assert me.case.rounds[0].skips == ()
    await me.form("g", "", "Ny runde på torsdag")
    await me.until(lambda: me.case and me.case.round == 2)
    first = me.case.rounds[0]
    assert (first.decision, first.hit) == ("new_round", "partly")
    assert [c.learnt for c in me.case.learnings.values()] == [learnt]


def the_card_is_saved(file: Path, folder: Path) -> None:
    """58-60: the round's card as text and as a page, with the whole round on it."""
    for shape in ("md", "html"):
        out = folder / f"rundekort.{shape}"
        report.main(
            ["--file", str(file), "--format", shape, "--round-cards", "-o", str(out)],
            standalone_mode=False,
        )
        text = out.read_text("utf-8")
        for words in (
            "Rundekort: runde 1",
            "å vite hvem som kommer",
            "Bildekort på kjøleskapet",
            "Jeg ser dårlig, men jeg ser bildet",
            "De vil vite NÅR, ikke bare HVEM",
            "Behovet handler om tid",
            "Ny runde på torsdag",
        ):
            assert words in text, (shape, words)
        assert "alt som ble sagt" not in text
        assert "Felles bok" not in text
