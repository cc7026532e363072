"""One takes back what one wrote, until the gathering ends."""

import re
import sqlite3

from screens.paper.report import as_markdown
from screens.words import Words
from tests.web.phone.evening import Evening
from tests.web.phone.pages import joined, status_of


async def test_a_note_is_taken_back_from_its_page_in_two_steps(evening: Evening) -> None:
    """The page of the note hides the button behind a question, and says what became of it."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    done = await phone.submit(text="Naboen min er syk")
    link = re.search(r'href="(/\?edit=[^"]+)"', done.text)
    assert link
    page = await phone.page(link[1])
    form = page[page.index("<details>") : page.index("</details>")]
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form))

    gone = await phone.send("/take-back", hidden)

    assert status_of(gone.text).startswith("Lappen er trukket tilbake")
    assert "Naboen" not in gone.text
    assert "Du trakk tilbake en lapp" in gone.text
    assert "?edit=" not in gone.text
    again = await phone.send("/take-back", hidden)
    assert again.status_code == 200
    (note,) = evening.case.notes.values()
    assert note.state == "taken_back"


async def test_nobody_else_takes_it_back_and_no_report_or_view_tells_of_it(
    evening: Evening,
) -> None:
    """Another phone finds no such note; the report counts it, and the file's view is silent."""
    await evening.desk("block.start", kind="needs")
    anna, bo = await joined(evening), await joined(evening)
    await anna.submit(text="Naboen min er syk")
    (note,) = evening.case.notes
    assert (await bo.say("/take-back", note=note)).status_code == 409

    assert (await anna.say("/take-back", note=note)).status_code == 200

    report = as_markdown(evening.case, Words())
    assert "Naboen" not in report
    assert "1 lapp ble trukket tilbake" in report
    with sqlite3.connect(f"file:{evening.ledger.path}?mode=ro", uri=True) as reader:
        assert reader.execute("SELECT text, state FROM notes").fetchall() == [("", "taken_back")]
    reader.close()


async def test_it_is_too_late_when_the_gathering_is_over(evening: Evening) -> None:
    """After the end a note stays, and the phone is told so in words."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    await phone.submit(text="Trappa er bratt")
    (note,) = evening.case.notes
    await evening.desk("gathering.end")
    await evening.desk("gathering.plan", title="Andre kveld")
    await evening.desk("gathering.open", gathering=list(evening.case.gatherings)[-1])
    await phone.join()

    answer = await phone.say("/take-back", note=note)

    assert answer.status_code == 409
    assert "kan ikke endres nå" in answer.text
    assert evening.case.notes[note].text == "Trappa er bratt"
