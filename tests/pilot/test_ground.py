"""Station 1 at the desk: versions, the eight questions, reasons, and one page for a small team."""

import pytest

from screens.desk.form import Form
from screens.desk.widgets.ask import Ask
from screens.desk.widgets.choose import Choose
from screens.desk.widgets.fields import Field
from screens.desk.widgets.picks import Picks
from tests.pilot.conftest import screen_text
from tests.pilot.facilitator import Facilitator
from workshop import handlingsrom

pytestmark = pytest.mark.evenings


async def _sees(me: Facilitator, *words: str) -> None:
    """Wait until all of this stands on the screen."""
    await me.until(lambda: all(w in "\n".join(screen_text(me.desk)) for w in words))


async def _answer(me: Facilitator, *answers: str) -> None:
    for answer in answers:
        before = me.answers
        await me.press(answer)
        await me.more("answers", before)


async def test_a_question_is_worded_anew_and_the_old_one_says_why(
    facilitator: Facilitator,
) -> None:
    """A hint where a solution stands in it, a counter, and what became of each version."""
    me = facilitator
    await me.form("n", "Gode år hjemme", "Skauli")
    await me.until(lambda: me.case)
    await me.press("m")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.type("Hvor skal vi bygge 20 nye sykehjemsplasser?")
    await _sees(me, "«bygge»", "43/200")
    await me.press("f2")
    await me.until(lambda: not isinstance(me.desk.screen, Form))
    await _sees(me, "Versjon 1 av 1", "utkast")

    await me.press("m")
    await me.until(lambda: isinstance(me.desk.focused, Field))
    await me.press("ctrl+u")
    await _sees(me, "0/200")
    await me.type("Hvordan lever vi trygt hjemme?")
    await _sees(me, "Åpent spørsmål", "Ingen løsning i spørsmålet")
    await me.press("tab")
    await me.type("Løsningen sto i den")
    await me.press("f2")
    await _sees(me, "Versjon 2 av 2", "Avvist: Løsningen sto i den")

    await me.form("enter", "")
    assert me.case is not None
    assert [q.verdict for q in me.case.questions] == ["rejected", "draft"]


async def test_the_eight_questions_are_answered_from_the_keyboard(
    facilitator: Facilitator,
) -> None:
    """Eight answers, the frame among them, a to-do for what is unclear, the verdict in words."""
    me = facilitator
    await me.form("n", "Gode år hjemme", "Skauli")
    await me.until(lambda: me.case)
    await me.press("h")
    await _answer(me, "n", "n", "j", "j", "v")
    await me.form("j", "Loven", "Hvem som gjør hva", "Kommunestyret")
    await me.until(lambda: me.case and me.case.frame.open)
    await _sees(me, "Avklar først", "ja, 1 ting")

    me.desk.query_one("#checks", Picks).move_to("anchored")
    await me.form("c", "Spør kommunalsjefen", "Anne", "1.2.2027")
    await _sees(me, "Spør kommunalsjefen · Anne · 1. februar")
    await me.press("j")
    await _sees(me, "Egnet, med rammer")
    me.desk.query_one("#checks", Picks).move_to("time")
    await me.press("n")
    await me.until(lambda: me.case and me.case.answers.get("time") == "no")
    await _sees(me, "bare for en liten oppgave")

    assert me.case is not None
    assert handlingsrom.owed(me.case) == ()


async def test_an_unsuitable_task_is_told_so_and_called_by_its_name(
    facilitator: Facilitator,
) -> None:
    """Three other forms are offered, and nothing is called co-creation from then on."""
    me = facilitator
    await me.form("n", "Skole A eller B")
    await me.until(lambda: me.case)
    await me.press("h")
    await _answer(me, "j")
    await _sees(me, "Ikke egnet", "ikke samskaping")
    await _f9_asks_before_the_need(me)
    await me.press("o")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    await _sees(me, "Høring", "Avstemning", "Orientering")
    await me.press("right", "enter")
    await me.until(lambda: me.case and me.case.form == "poll")

    await me.go("2")
    await me.press("f5")
    await me.until(lambda: me.case and me.case.station == 2)
    assert me.case is not None
    assert not handlingsrom.is_cocreation(me.case)


async def _f9_asks_before_the_need(me: Facilitator) -> None:
    """The run sheet is no way around: from the question the hall moves on only with a reason."""
    planned = await me.desk.send("gathering.plan", title="Kveld", template="tjue_minutter")
    assert (await me.desk.send("gathering.open", gathering=planned["command"])).get("ok")
    await me.until(lambda: me.case and me.case.gathering)
    for kind in ("welcome", "question"):
        await me.press("f9")
        await me.until(lambda k=kind: me.case and me.case.running and me.case.running.kind == k)  # type: ignore[misc]
    await me.press("f9")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    assert me.desk.screen.query_one("#ask-yes").disabled
    await me.press("escape")
    await me.until(lambda: not isinstance(me.desk.screen, Ask))
    assert me.case is not None
    assert me.case.running is not None
    assert me.case.running.kind == "question"


async def test_what_is_unclear_asks_for_a_reason_and_holds_nobody_back(
    facilitator: Facilitator,
) -> None:
    """Only an unsuitable task wants a typed reason; each round asks anew."""
    me = facilitator
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.case)
    await me.press("h")
    await _answer(me, "n")
    await me.go("2")
    await me.press("f5")
    await me.until(lambda: isinstance(me.desk.screen, Ask))
    await me.press("enter")
    await me.until(lambda: me.case and me.case.station == 2)

    assert me.case is not None
    assert [o.gate for o in me.case.overrides] == ["handlingsrom"]
    assert me.case.overrides[0].reason


async def test_a_gate_is_passed_with_a_reason(facilitator: Facilitator) -> None:
    """From the palette: what lacks, and why one goes on."""
    me = facilitator
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.case)
    await me.desk.frame.action_act("pass_gate")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.press("right", "right", "tab")
    await me.type("Vi spør dem på mandag")
    await me.press("f2")
    await me.until(lambda: me.case and me.case.overrides)

    assert me.case is not None
    assert me.case.overrides[0].gate == "named_holder"
    assert me.case.overrides[0].reason == "Vi spør dem på mandag"


async def test_what_we_believe_is_sealed_and_shown_nowhere(facilitator: Facilitator) -> None:
    """It counts, and its words come back at station 6 only."""
    me = facilitator
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.case)
    await me.form("a", "Alle må ha ny trygghetsalarm", "leder")
    await _sees(me, "1, åpnes i steg 6")
    assert "Alle må ha" not in "\n".join(screen_text(me.desk))

    await me.form("b", "De som bor alene")
    await me.form("k", "Naboene stiller opp")
    await _sees(me, "De som bor alene", "Naboene stiller opp")
    await me.press("u")
    await me.until(lambda: me.case and not me.case.strength)


async def test_a_team_of_six_fills_in_one_page(facilitator: Facilitator) -> None:
    """A small case opens on stations 1 to 4 at once, and its gates hold without any politician."""
    me = facilitator
    await me.press("n")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.type("Mange ansikter")
    await me.press("tab", "tab", "right", "tab", "right", "f2")
    await me.until(lambda: me.case)
    await _sees(me, "Steg 1–4 på én side", "Spør nærmeste leder.")
    page = me.desk.query_one("#page", Picks)

    await me.form("m", "Hvordan kan færre ansikter komme inn døra?")
    await me.form("b", "Brukeren")
    page.move_to("prepared")
    await _answer(me, "n", "n", "j", "j", "j")
    await me.form("j", "Turnusloven", "Hvem som kommer når", "Avdelingsleder")
    await me.until(lambda: me.case and me.case.frame.open)
    await _answer(me, "j")
    page.move_to("driver")
    await me.form("enter", "Sykepleier på dagvakt")
    page.move_to("team")
    await me.form("enter", "Nattevaktene")
    page.move_to("promise")
    await me.form("enter", "Vi forteller hva det ble til", "Avdelingsleder", "1.2.2027")
    page.move_to("gathering")
    await me.form("enter", "", "Vaktrommet", "13:00")
    await _sees(me, "Egnet, med rammer")
    await me.until(lambda: me.case and me.case.gatherings)

    assert me.case is not None
    assert (me.case.size, me.case.process) == ("small", "administrative")
    (evening,) = me.case.gatherings.values()
    assert sum(block.minutes for block in evening.blocks) == 60
    assert {a.role for a in me.case.actors.values()} == {"has_need", "driver", "team"}
    assert any(a.driver for a in me.case.actors.values())


async def test_size_and_process_are_changed_at_the_desk(facilitator: Facilitator) -> None:
    """From the palette, at any time."""
    me = facilitator
    await me.form("n", "Gode år hjemme")
    await me.until(lambda: me.case)
    await me.desk.frame.action_act("describe_case")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.press("tab", "tab", "right", "tab", "right", "f2")
    await me.until(lambda: me.case and me.case.size == "small")

    assert me.case is not None
    assert me.case.process == "administrative"
