"""Polls from phones, as plain forms and as JSON, on a hall with a real file."""

import html
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from screens.copying import Copies
from screens.erasing import Ask, Eraser
from screens.recording import Recorder
from screens.words import Words
from storage.backup import copies_of
from tests.web.phone.evening import Evening, json_of
from tests.web.phone.pages import SHOWN, joined, status_of


async def test_an_answer_is_given_changed_and_shown_again(evening: Evening) -> None:
    """Native radios, no script: received, filled in again, and replaced by a new one."""
    phone = await joined(evening)
    await evening.desk("poll.open", what="handlingsrom", title="Gode år hjemme")
    page = await phone.page()
    assert '<h1 dir="auto" lang="">Gode år hjemme</h1>' in page
    assert page.count("<fieldset>") == 5
    assert page.count('type="radio"') == 15

    done = await phone.submit(**{"answer.prepared": "no", "answer.known": "unknown"})

    assert SHOWN.match(status_of(done.text))
    assert "Svaret er levert." in status_of(done.text)
    assert re.search(r'name="answer.prepared" value="no" checked', done.text)
    assert "Lever det nye svaret" in done.text
    await phone.submit(**{"answer.prepared": "yes"})
    poll = evening.case.polls[evening.case.poll or ""]
    assert poll.turnout == {"phone": 1}
    me = await phone.me()
    assert (me["face"], me["poll"]["picks"], me["poll"]["answered"]) == (
        "poll",
        {"prepared": "yes"},
        True,
    )


async def test_an_empty_answer_is_told_beside_the_first_question(evening: Evening) -> None:
    """Nothing chosen: the page says what to do, and nothing is counted."""
    phone = await joined(evening)
    await evening.desk("poll.open", what="exit")
    answer = await phone.submit()

    assert answer.status_code == 409
    assert "Velg minst ett svar." in html.unescape(answer.text)
    assert "answers-error" in answer.text
    assert evening.case.polls[evening.case.poll or ""].turnout == {}


async def test_after_closing_nothing_is_taken_and_the_page_waits(evening: Evening) -> None:
    """Who was too late is told so; who reloads is told that the answers are being looked at."""
    phone = await joined(evening)
    poll = await evening.desk("poll.open", what="exit")
    await evening.desk("poll.close")

    late = await phone.say("/answer", poll=poll, answers={"heard": "5"})

    assert (late.status_code, json_of(late)["reason"]) == (409, "poll_closed")
    assert (await phone.me())["face"] == "wait"


async def test_the_same_form_sent_twice_counts_once(evening: Evening) -> None:
    """The same id gives the first receipt; another body under it is a changed answer."""
    phone = await joined(evening)
    poll = await evening.desk("poll.open", what="exit")
    body = {"id": "same-form-1", "poll": poll, "answers": {"heard": "4"}}
    first = json_of(await phone.say("/answer", **body))
    again = json_of(await phone.say("/answer", **body))
    assert (first["repeated"], again["repeated"]) == (False, True)
    await phone.say("/answer", **(body | {"answers": {"heard": "2"}}))

    assert evening.case.polls[poll].turnout == {"phone": 1}
    assert (await phone.me())["poll"]["picks"] == {"heard": "2"}


async def test_hostile_words_of_a_question_are_only_words(evening: Evening) -> None:
    """A title and an answer with markup in them are shown as they were typed."""
    phone = await joined(evening)
    await evening.desk(
        "poll.open", what="choice", title="<script>1</script>", steps=["<b>ja</b>", "[red]nei"]
    )
    page = await phone.page()

    assert "<script>1" not in page
    assert "&lt;b&gt;ja&lt;/b&gt;" in page
    assert "[red]nei" in page


async def test_the_file_tells_nobody_apart(evening: Evening) -> None:
    """While it is open the file holds marks and steps, and no role; afterwards not even those."""
    phones = [evening.phone() for _ in range(6)]
    for n, phone in enumerate(phones):
        await phone.join(role="leader" if n == 0 else "politician")
    poll = await evening.desk("poll.open", what="handlingsrom")
    for phone in phones:
        done = await phone.say("/answer", poll=poll, answers={"known": "yes"})
        assert done.status_code == 200

    with closing(sqlite3.connect(evening.ledger.path)) as file:
        rows = file.execute("SELECT mark, picks FROM choices WHERE vote = ?", (poll,)).fetchall()
        assert [picks for _, picks in rows] == ['["known=yes"]'] * 6
        presences = {r[0] for r in file.execute("SELECT json_extract(body, '$.mark') FROM facts")}
        assert presences.isdisjoint(mark for mark, _ in rows)

    await evening.desk("poll.close")
    with closing(sqlite3.connect(evening.ledger.path)) as file:
        assert file.execute("SELECT count(*) FROM choices").fetchone() == (0,)
    told = evening.case.polls[poll]
    assert (told.answers, told.withheld) == (5, 1)
    assert {g.role: g.answers for g in told.groups} == {"politician": 5, "leader": None}


async def test_roles_come_back_after_a_restart_when_phones_look_again(evening: Evening) -> None:
    """No file holds them; a phone that asks for its page brings its own along."""
    phones = [evening.phone() for _ in range(6)]
    for phone in phones:
        await phone.join(role="politician")
    poll = await evening.desk("poll.open", what="handlingsrom")
    for phone in phones:
        await phone.say("/answer", poll=poll, answers={"known": "no"})
    evening.restart()
    for phone in phones[:5]:
        await phone.page()

    await evening.desk("poll.close")

    done = evening.case.polls[poll]
    assert [(g.role, g.answers) for g in done.groups] == [("politician", 5)]
    assert done.withheld == 1


async def test_a_persons_code_takes_their_answer_out(evening: Evening) -> None:
    """While the poll is open the code finds the answer, and it is in no count."""
    phones = [evening.phone() for _ in range(6)]
    secrets = [(await phone.join())["secret"] for phone in phones]
    poll = await evening.desk("poll.open", what="exit")
    for phone in phones:
        await phone.say("/answer", poll=poll, answers={"heard": "1"})

    ledger = evening.ledger
    eraser = Eraser(ledger, Copies(ledger), Recorder(ledger, Words()))
    found = eraser.erase(Ask(code=secrets[0], only_look=True))
    assert (found["ok"], found["ballots"]) == (True, 1)
    assert eraser.erase(Ask(code=secrets[0]))["ok"]

    await evening.desk("poll.close")
    assert evening.case.polls[poll].counts == {"heard": {"1": 5}}


async def test_no_copy_and_no_log_keeps_an_answer_after_closing(
    evening: Evening, tmp_path: Path
) -> None:
    """A copy that was made while the poll was open forgets the answers when it closes."""
    folder = tmp_path / "copies"
    folder.mkdir()
    copies = Copies(evening.ledger, folder)
    poll = await evening.desk("poll.open", what="handlingsrom")
    for _ in range(5):
        phone = evening.phone()
        await phone.join(role="politician")
        await phone.say("/answer", poll=poll, answers={"serious": "unknown"})
    copies.copy()
    (copy,) = copies_of(evening.ledger.path, folder)
    answer = b'"serious=unknown"'
    assert answer in copy.read_bytes()

    await evening.desk("poll.close")
    copies.empty_polls()

    log = evening.ledger.path.with_name(evening.ledger.path.name + "-wal")
    for file in (copy, evening.ledger.path, log):
        assert answer not in file.read_bytes(), file.name
