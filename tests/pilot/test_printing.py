"""Reports and sheets from the desk, for whoever has no command line."""

import threading
from pathlib import Path

import pytest

from screens.cli import printing
from screens.cli.printing import printed
from screens.desk import windows, working
from screens.desk.form import Form
from screens.desk.widgets import line
from screens.desk.widgets.choose import Choose
from screens.desk.widgets.line import Line
from tests.pilot.conftest import widget_text
from tests.pilot.facilitator import Facilitator

pytestmark = pytest.mark.evenings


async def new_case(me: Facilitator, title: str) -> None:
    """A case to print for."""
    await me.form("n", title)
    await me.until(lambda: me.case)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was asked to open; documents lie in a folder of their own."""
    pages: list[str] = []
    monkeypatch.setattr(printing, "user_documents_path", lambda: tmp_path / "documents")

    def open_page(url: str) -> bool:
        pages.append(url)
        return True

    monkeypatch.setattr(windows, "open_page", open_page)
    return pages


async def test_the_palette_prints_every_sheet_and_the_report(
    facilitator: Facilitator, opened: list[str], tmp_path: Path
) -> None:
    """One page each in the documents, opened in the browser, named after the case."""
    me = facilitator
    me.desk.papers = printed
    await new_case(me, "Gode år: hjemme?")
    await me.desk.frame.action_act("print_sheets")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    await me.press("f2")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    await me.press("escape")
    await me.desk.frame.action_act("make_report")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    folder = tmp_path / "documents" / "Medspill"
    sheets, report = folder / "gode-år-hjemme-ark.html", folder / "gode-år-hjemme-rapport.html"

    assert opened == [sheets.as_uri(), report.as_uri()]
    assert sheets.read_text("utf-8").count("<style>") == 1
    for words in ("Stemmeseddel", "Lapp nr.", "Hvis PC-en stopper", "Første kveld, steg for steg"):
        assert words in sheets.read_text("utf-8")
    assert "Gode år: hjemme?" in report.read_text("utf-8")


async def test_the_cards_of_the_rounds_are_printed_alone(
    facilitator: Facilitator, opened: list[str], tmp_path: Path
) -> None:
    """What a small team takes with it, without the rest of the report."""
    me = facilitator
    me.desk.papers = printed
    await new_case(me, "Mange ansikter")
    await me.desk.send("note.write", text="Hun spør hvem som kommer")
    await me.desk.frame.action_act("print_round_cards")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    page = tmp_path / "documents" / "Medspill" / "mange-ansikter-rundekort.html"

    assert opened == [page.as_uri()]
    assert "Rundekort: runde 1" in page.read_text("utf-8")
    assert "Hun spør hvem som kommer" not in page.read_text("utf-8")


async def test_a_folder_that_cannot_be_written_in_is_told(
    facilitator: Facilitator, opened: list[str], tmp_path: Path
) -> None:
    """The desk says why, opens nothing, and goes on."""
    me = facilitator
    me.desk.papers = printed
    (tmp_path / "documents").write_text("en fil", "utf-8")
    await new_case(me, "Sak")
    await me.desk.frame.action_act("make_report")
    # A path breaks where a row ends, so the rows of the message are read as one.
    line = me.desk.frame.query_one(Line)
    await me.until(lambda: "documents" in "".join(row.strip() for row in widget_text(line)))

    assert opened == []


async def test_answer_sheets_are_printed_for_what_one_chooses(
    facilitator: Facilitator, opened: list[str], tmp_path: Path
) -> None:
    """Of the case's lists and questions; the first is what the end of the evening asks."""
    me = facilitator
    me.desk.papers = printed
    await new_case(me, "Gode år")
    await me.desk.frame.action_act("print_sheets")
    await me.until(lambda: isinstance(me.desk.screen, Form))
    first = me.desk.screen
    await me.press("right", "right", "right", "right", "right", "right", "right", "f2")
    await me.until(lambda: isinstance(me.desk.screen, Form) and me.desk.screen is not first)
    await me.press("f2")
    await me.until(lambda: isinstance(me.desk.screen, Choose))
    page = tmp_path / "documents" / "Medspill" / "gode-år-svarark.html"

    assert opened == [page.as_uri()]
    assert "Ble du hørt?" in page.read_text("utf-8")
    assert "Stemmeseddel" not in page.read_text("utf-8")


async def test_what_takes_its_time_is_said_for_as_long_as_it_lasts(
    facilitator: Facilitator, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It outlives the messages and the acts that come meanwhile, and then says where it lies."""
    me, may_end = facilitator, threading.Event()
    monkeypatch.setattr(line, "SECONDS", 0.05)
    monkeypatch.setattr(working, "COUNTED_FROM", 0)

    def slowly(what: str, file: Path, case: str) -> tuple[Path | None, str]:
        may_end.wait()
        return printed(what, file, case)

    me.desk.papers = slowly
    await new_case(me, "Mange lapper")
    await me.desk.frame.action_act("make_report")
    shown = me.desk.frame.query_one(Line)
    await me.until(lambda: shown.work)
    # An act that gives up what it may: what goes on is none of that.
    await me.desk.frame.action_act("dark")
    await me.until(lambda: me.case and me.case.shown.wall == "blank")
    me.desk.frame.tell("Noe annet")
    over = shown.text
    await me.until(lambda: not shown.text)
    stays = widget_text(shown)
    may_end.set()
    await me.until(lambda: isinstance(me.desk.screen, Choose))

    assert over == "Noe annet"
    assert "Skriver siden" in "".join(stays)
    assert shown.work == ""
    assert len(opened) == 1
    with working.working(me.desk.frame, "Legger inn …") as work:
        work.far(120, 560)
        await me.until(lambda: shown.work == "Legger inn … 120 av 560")
    assert shown.work == ""
