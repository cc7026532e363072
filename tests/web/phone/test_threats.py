"""The threats of a hall's network, each by its row; 7 and 8 stand in property/test_text.py."""

import asyncio
import csv
import io
import re
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screens.paper.report import as_markdown
from screens.paper.sheet import as_table, harmless
from screens.phone.guards import BURST
from screens.words import Words
from tests.web.phone.evening import HOST, Evening
from tests.web.phone.pages import joined
from workshop.views import projector_view

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "[@click=app.quit]x[/]",
    "'; DROP TABLE facts; --",
)


def wall(evening: Evening) -> str:
    """What the big screen is told, as the bytes that travel."""
    return projector_view(evening.case, datetime.now(UTC), ()).model_dump_json()


async def test_row_1_a_joke_is_on_no_wall_until_it_is_let_through(evening: Evening) -> None:
    """Nothing shows before the facilitator has let it, and one act hides it again."""
    await evening.desk("block.start", kind="needs")
    await evening.desk("projector.show", wall="collecting")
    phone = await joined(evening)
    await phone.submit(text="Rektor er en tulling")
    (note,) = evening.case.notes
    assert "tulling" not in wall(evening)

    await evening.desk("note.moderate", note=note, state="shown")
    assert "tulling" in wall(evening)
    await evening.desk("note.moderate", note=note, state="hidden")

    assert "tulling" not in wall(evening)
    assert evening.case.notes[note].text == "Rektor er en tulling"


async def test_row_2_a_flood_takes_no_more_than_its_share_and_loses_nothing(
    evening: Evening,
) -> None:
    """Twenty phones that send without pause are held to their burst; what was taken is stored."""
    evening.tick = 0.0
    await evening.desk("block.start", kind="needs")
    phones = [evening.phone() for _ in range(20)]
    for phone in phones:
        await phone.join()
    sent = [p.say("/note", what="need", text=f"{n}") for p in phones for n in range(BURST + 10)]
    answers = await asyncio.gather(*sent)

    taken = [a for a in answers if a.status_code == 200]
    assert {a.status_code for a in answers} == {200, 429}
    assert len(taken) == len(phones) * BURST
    assert len(evening.case.notes) == len(taken)
    assert all(a.headers["retry-after"] for a in answers if a.status_code == 429)


async def test_row_3_a_vote_sent_again_counts_once_and_is_called_advice(evening: Evening) -> None:
    """A replay is one ballot; who clears the phone may vote anew, so the vote is only advice."""
    first, second = await evening.vote("Buss", "Trapp")
    phone = await joined(evening)
    body = {"id": "the-same-tap", "vote": evening.case.vote, "picks": [first]}
    for _ in range(3):
        assert (await phone.client.post("/ballot", json=body)).status_code == 200
    other = {**body, "id": "another-tap", "picks": [second]}
    assert (await phone.client.post("/ballot", json=other)).status_code == 200
    assert "Prikkene gir råd" in await phone.page()

    await evening.desk("vote.close")

    (vote,) = evening.case.votes.values()
    assert vote.counts == {first: 0, second: 1}
    assert sum(vote.turnout.values()) == 1
    assert Words()("report.advice") in as_markdown(evening.case, Words())


async def test_row_4_no_route_of_the_phones_steers_the_meeting(evening: Evening) -> None:
    """What the control port has is not there, and no command but a phone's own is taken."""
    phone = await joined(evening)
    before = evening.case
    for path in ("/command", "/commands", "/case", "/cases", "/stop", "/events", "/view", "/views"):
        for method in ("GET", "POST", "PUT", "DELETE"):
            answer = await phone.client.request(method, path)
            assert answer.status_code in {404, 405}, path
    for name in ("block.start", "vote.close", "note.moderate", "gathering.end", "phone.mute"):
        body = {"id": f"x-{name}", "name": name, "kind": "needs", "text": "x", "what": "need"}
        assert (await phone.client.post("/note", json=body)).status_code == 400
    assert evening.case == before


async def test_row_5_nobody_reads_or_changes_what_is_anothers(evening: Evening) -> None:
    """Another's note is in no answer, and cannot be edited, taken back or guessed."""
    await evening.desk("block.start", kind="needs")
    anna, bo = await joined(evening), await joined(evening)
    await anna.submit(text="Annas egne ord")
    (note,) = evening.case.notes

    for path in ("/", "/me", "/live", f"/?edit={note}", "/?change"):
        assert "Annas egne ord" not in (await bo.get(path)).text
    for path, body in (("/edit", {"text": "Bos ord"}), ("/take-back", {})):
        assert (await bo.say(path, note=note, **body)).status_code == 409
    assert evening.case.notes[note].text == "Annas egne ord"


@pytest.mark.parametrize("text", HOSTILE)
async def test_row_6_hostile_text_is_only_text_on_every_page(evening: Evening, text: str) -> None:
    """Whatever is typed stands escaped on the phone, and the policy allows no script but ours."""
    await evening.desk("case.describe", title=text)
    await evening.desk("question.write", text=text)
    await evening.desk("block.start", kind="needs", title=text)
    phone = await joined(evening)
    answer = await phone.submit(text=text)

    assert answer.status_code == 200
    assert re.findall(r"<(?:script|img|svg)\b[^>]*", answer.text) == re.findall(
        r"<script src=\"/static/[^\"]+\" defer", answer.text
    )
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@given(text=st.text(min_size=1, max_size=40))
def test_row_9_no_cell_of_a_spreadsheet_can_calculate(text: str) -> None:
    """What begins as a formula gets an apostrophe before it, and all else is left as it is."""
    cell = harmless(text)
    assert not cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell in {text, f"'{text}"}


async def test_row_9_the_table_of_notes_opens_as_words_in_a_spreadsheet(evening: Evening) -> None:
    """The file has a byte order mark, semicolons, every note once, and no formula."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    for text in ('=HYPERLINK("http://evil.test")', "+47;-1", "Trapp\nog «bakke»", "@SUM(A1)"):
        await phone.say("/note", what="need", text=text)

    table = as_table(evening.case, Words())

    assert table.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";")
    assert head[:2] == ["Hva", "Lapp"]
    assert [row[1] for row in rows] == [
        '\'=HYPERLINK("http://evil.test")',
        "'+47;-1",
        "Trapp\nog «bakke»",
        "'@SUM(A1)",
    ]


async def test_row_13_another_site_can_send_nothing_in_a_phones_name(evening: Evening) -> None:
    """A form or script of another page is refused, and the cookie is not sent along."""
    await evening.desk("block.start", kind="needs")
    phone = evening.phone()
    cookie = (await phone.get()).headers["set-cookie"]
    await phone.join()
    routes = ("/join", "/note", "/edit", "/take-back", "/ballot", "/answer", "/test", "/hello")
    for path in routes:
        for origin in ("http://evil.test", "null", f"https://{HOST}"):
            answer = await phone.client.post(path, data={}, headers={"origin": origin})
            assert answer.status_code == 403
    assert "SameSite=lax" in cookie
    assert evening.case.notes == {}


async def test_row_14_another_name_for_the_hall_gets_nothing(evening: Evening) -> None:
    """A page that was rebound to the hall's address is turned away before anything is read."""
    client = evening.phone().client
    for path in ("/", "/me", "/live", "/follow"):
        answer = await client.get(path, headers={"host": "evil.test"})
        assert answer.status_code == 421
        assert evening.case.title not in answer.text


@pytest.mark.parametrize(
    "body",
    [b"text=\xff\xfe", b"text=%ED%A0%80", b'{"text":"\\ud800"}', b"\x00" * 50, b"text=%00%00"],
)
async def test_row_15_broken_letters_are_answered_and_stored_nowhere(
    evening: Evening, body: bytes
) -> None:
    """Bad UTF-8, lone surrogates and zero bytes give 4xx, never 500."""
    await evening.desk("block.start", kind="needs")
    phone = await joined(evening)
    for kind in ("application/json", "application/x-www-form-urlencoded"):
        answer = await phone.client.post("/note", content=body, headers={"content-type": kind})
        assert 400 <= answer.status_code < 500
    assert evening.case.notes == {}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=30)))
def test_row_16_quotes_and_commands_of_sql_are_only_words(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Any text goes into the file and comes out of its views as it was cleaned, and no more."""
    import sqlite3

    from workshop.text import clean, is_blank

    async def write() -> None:
        evening = Evening(tmp_path_factory.mktemp("row16") / "a.db")
        await evening.open()
        await evening.desk("block.start", kind="needs")
        if is_blank(clean(text)):
            return
        note = await evening.desk("note.write", text=text)
        path = evening.ledger.path
        evening.ledger.close()
        with sqlite3.connect(path) as reader:
            assert reader.execute("SELECT id, text FROM notes").fetchall() == [(note, clean(text))]
        reader.close()

    asyncio.run(write())


async def test_row_25_phone_and_wall_show_the_same_words_to_compare(evening: Evening) -> None:
    """Whoever has been led to a false network sees that the code is not the one on the wall."""
    code = evening.case.evening.code if evening.case.evening else ""
    await evening.desk("projector.show", wall="join")

    assert re.fullmatch(r"\w+ \d\d", code)
    assert code in await evening.phone().page()
    assert code in wall(evening)
