"""Method 6.6, the closing half: a year later somebody looks what came of it all, and answers."""

from pathlib import Path

import pytest

from screens.desk.form import Form
from screens.desk.widgets.picks import Picks
from screens.paper.report import as_json, as_markdown
from screens.practice import SAMPLE
from screens.rehearsal.sample.laying import lay
from screens.rehearsal.sample.reading import sample
from screens.words import Words
from storage.reader import read_cases
from tests.pilot.facilitator import Facilitator, at_the_desk
from tests.pilot.journeying import opened, seen, sees, stand_at, stored
from workshop.case import Case
from workshop.closing import fate_of, owed, unanswered
from workshop.newness import amounts_to

pytestmark = pytest.mark.evenings

BIG = (120, 36)
NOT_MEASURED = "Hendelser oppdaget samme morgen"


def case_of(me: Facilitator) -> Case:
    assert me.case is not None
    return me.case


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "later.db"


async def test_a_year_later_everything_said_has_its_answer(file: Path) -> None:
    """Pledges, use, effects, the decision and every need's fate, led by keyboard at station 6."""
    async with at_the_desk(file, BIG) as me:
        control = me.desk.control
        assert control is not None
        laid = await lay(control, case=SAMPLE)
        assert laid.refusals == ()
        await sees(me, sample()["title"])
        await me.press("enter")
        await me.until(lambda: me.case)
        await me.go("6")
        await sees(me, "Det trodde vi")
        await me.turn("opening")
        await every_need_gets_its_fate(me)
        await me.turn("ending")
        await what_was_not_kept_stands_first(me)
        await in_use_only_with_figures(me)
        await not_measured_is_not_zero(me)
        await it_goes_on(me)
    case = read_cases(file)[SAMPLE]
    the_answer_letter_can_be_written(case)


async def every_need_gets_its_fate(me: Facilitator) -> None:
    """Those without an answer stand first; one is answered by keyboard, the others in bulk."""
    case = case_of(me)
    lacking = unanswered(case)
    assert lacking
    listed = [item.id for item in me.desk.query_one("#owed", Picks).items]
    assert tuple(listed[: len(lacking)]) == lacking
    await sees(me, f"{len(lacking)} mangler svar")
    me.desk.query_one("#owed", Picks).move_to(lacking[0])
    await opened(me, "enter")
    await me.press("tab")
    await me.type("Morgenringen gjør dette nå")
    await stored(me)
    await me.until(lambda: lacking[0] in case_of(me).fates)
    for target in lacking[1:]:
        told = "Tas opp igjen i 2027"
        given = await me.desk.send("fate.give", target=target, fate="parked", answer=told)
        assert given.get("ok")
    await sees(me, "Alle har fått svar.")


def marks(me: Facilitator) -> list[bool | None]:
    """Whether each pledge was kept, in the order in which they stand on the page."""
    held = case_of(me).pledges
    rows = me.desk.query_one("#ends", Picks).items
    return [held[row.id].kept for row in rows if row.id in held]


async def what_was_not_kept_stands_first(me: Facilitator) -> None:
    """Five pledges, four kept and one not: the one that was not kept is read first."""
    ends = me.desk.query_one("#ends", Picks)
    *kept, broken = case_of(me).pledges
    for pledge in (*kept, broken):
        await one_press(me, ends, pledge, kept=True)
    await one_press(me, ends, broken, kept=False)
    await me.until(lambda: marks(me) == [False, *[True] * len(kept)])
    texts = [pledge.text for pledge in case_of(me).pledges.values()]
    await sees(me, "ikke holdt", *texts)
    told = seen(me)
    first = case_of(me).pledges[broken].text
    assert all(told.index(first) < told.index(case_of(me).pledges[p].text) for p in kept)


async def one_press(me: Facilitator, ends: Picks, pledge: str, *, kept: bool) -> None:
    """One press of h at a pledge: kept, and once more: not kept."""
    await stand_at(me, ends, pledge)
    await me.press("h")
    await me.until(lambda: case_of(me).pledges[pledge].kept is kept)


async def in_use_only_with_figures(me: Facilitator) -> None:
    """«Nyttiggjort: ja» is refused without use, and the form keeps what was chosen."""
    case = case_of(me)
    dinner = next(s.id for s in case.sketches.values() if s.title == "Søndagsmiddag")
    in_use = next(s for s in case.judged if case.judged[s].used == "yes")
    assert case.uses[in_use][-1].users == 61
    assert dinner not in case.uses
    ends = me.desk.query_one("#ends", Picks)
    await stand_at(me, ends, dinner)
    form = await opened(me, "enter")
    for _ in ("new", "useful", "used"):
        await me.press("j", "tab")
    assert [form.values[k] for k in ("new", "useful", "used")] == ["yes"] * 3
    await me.press("f2")
    await sees(me, "Nyttiggjort kan bli ja først når")
    assert dinner not in case_of(me).judged
    await me.press("escape", "escape")
    await me.until(lambda: not isinstance(me.desk.screen, Form))
    await stand_at(me, ends, dinner)
    await me.form("t", "34", "1", "12", "Ligger nede om sommeren")
    await me.until(lambda: dinner in case_of(me).uses)
    await stand_at(me, ends, dinner)
    await opened(me, "enter")
    for _ in ("new", "useful", "used"):
        await me.press("j", "tab")
    await stored(me)
    await me.until(lambda: dinner in case_of(me).judged)
    case = case_of(me)
    verdicts = [amounts_to(case.judged.get(s), case.pack) for s in case.sketches]
    assert verdicts.count("innovation") == 2
    await sees(me, "34 bruker den, 1 gang i uka, i 12 måneder", "innovasjon")


async def not_measured_is_not_zero(me: Facilitator) -> None:
    """A missing baseline says so; figures have their comma."""
    ends = me.desk.query_one("#ends", Picks)
    benefits = {b.text: b for b in case_of(me).benefits.values()}
    silent = benefits[NOT_MEASURED]
    assert silent.baseline == ""
    await stand_at(me, ends, silent.id)
    await sees(me, f"{NOT_MEASURED}", "fra ikke målt til ikke satt", "fra 2,9 til 3,5")
    await me.form("g", "Pårørende som sover godt", "", "halvparten", "Avdelingsleder")
    await me.until(lambda: len(case_of(me).benefits) == len(benefits) + 1)
    newest = list(case_of(me).benefits.values())[-1]
    assert (newest.baseline, newest.measured) == ("", "")
    await stand_at(me, ends, newest.id)
    await sees(me, "fra ikke målt til halvparten · Avdelingsleder")
    assert "fra 0" not in seen(me)
    await me.form("enter", "Sju av tolv")
    await me.until(lambda: case_of(me).benefits[newest.id].measured == "Sju av tolv")
    await sees(me, "Sju av tolv", "fra ikke målt til halvparten")


async def it_goes_on(me: Facilitator) -> None:
    """What the council decided, with its case number, and a solution that stops."""
    before = len(case_of(me).decisions)
    await me.form("b", "", "Kommunestyret", "25.6.2026", "58/26", "Morgenringen går videre")
    await me.until(lambda: len(case_of(me).decisions) == before + 1)
    form = await opened(me, "b")
    while form.values["result"] != "stopped":
        await me.press("right")
    await me.press("tab")
    for text in ("Kommunestyret", "25.6.2026", "59/26", "Meldingen stoppes"):
        await me.type(text)
        await me.press("tab")
    await stored(me)
    await me.until(lambda: len(case_of(me).decisions) == before + 2)
    goes_on, stops = case_of(me).decisions[-2:]
    assert (goes_on.result, goes_on.body, goes_on.case_no) == ("adopt", "Kommunestyret", "58/26")
    assert (stops.result, stops.body, stops.case_no) == ("stopped", "Kommunestyret", "59/26")
    await stand_at(me, me.desk.query_one("#ends", Picks), goes_on.id)
    await sees(me, "Kommunestyret · 58/26", "Kommunestyret · 59/26", "Stoppet med lærdom")


def the_answer_letter_can_be_written(case: Case) -> None:
    """Every need that was said maps to a fate with words, and the report tells all of it."""
    needs = [n for n in case.notes.values() if n.what == "need"]
    assert len(needs) == 40
    assert not unanswered(case)
    assert set(owed(case)) <= set(case.fates)
    for need in needs:
        fate = fate_of(case, need)
        assert fate is not None, need.text
        assert fate.answer
    text = as_markdown(case, Words())
    assert text.index("Ikke gjort.") < text.index("Koordinerer ringene")
    assert "ikke målt" in text
    for words in ("58/26", "59/26", "Morgenringen gjør dette nå", "2,9", "innovasjon"):
        assert words in text, words
    assert '"59/26"' in as_json(case)
