"""Dots from a phone, as plain forms."""

import html
import re

from tests.web.phone.evening import Evening, Phone
from tests.web.phone.pages import SHOWN, joined, status_of

TITLES = tuple(f"Behov {n}" for n in range(1, 8))


def titles_of(page: str) -> list[str]:
    return re.findall(r'<span class="what"[^>]*>([^<]*)</span>', page)


def ballot(vote: str, id_: str, **picks: int) -> dict[str, str]:
    return {"id": id_, "vote": vote} | {f"pick.{t}": str(n) for t, n in picks.items()}


async def voting(evening: Evening, heads: int = 1, **fields: object) -> tuple[Phone, list[str]]:
    phone = await joined(evening)
    if heads > 1:
        await phone.submit("/?change", role="resident", table="", heads=str(heads))
    return phone, await evening.vote(*TITLES, **fields)


async def test_dots_are_given_changed_and_shown_again(evening: Evening) -> None:
    """A ballot is received, comes back filled in, and a new one replaces it."""
    phone, (a, b, *_) = await voting(evening)
    page = await phone.page()
    assert "Hva er viktigst? Du har 3 prikker." in page
    assert page.count('type="checkbox"') == 7

    done = await phone.submit(**{f"pick.{a}": "1", f"pick.{b}": "1"})

    assert SHOWN.match(status_of(done.text))
    assert "Stemmen er levert." in status_of(done.text)
    assert "1 prikk igjen." in done.text
    assert re.search(rf'name="pick.{a}" value="1" checked', done.text)
    await phone.submit(**{f"pick.{b}": "1"})
    vote = evening.case.votes[evening.case.vote or ""]
    assert vote.turnout == {"phone": 1}
    me = await phone.me()
    assert me["vote"]["picks"] == [b]


async def test_too_many_dots_are_told_and_the_picks_kept(evening: Evening) -> None:
    """Over the budget the error stands in the form, and what was picked stays picked."""
    phone, ids = await voting(evening)
    answer = await phone.submit(**{f"pick.{i}": "1" for i in ids[:4]})
    assert answer.status_code == 409
    assert "Du har gitt for mange prikker. Du har bare 3." in html.unescape(answer.text)
    assert answer.text.count(" checked") == 4
    assert "picks-error" in answer.text
    assert evening.case.votes[evening.case.vote or ""].turnout == {}


async def test_a_table_phone_has_dots_for_each_head(evening: Evening) -> None:
    """Three heads have nine dots, at most three on each, and the page says why."""
    phone, (a, *_) = await voting(evening, heads=3)
    page = await phone.page()
    assert "Dere har 9 prikker." in page
    assert "Dere er 3 på telefonen og har 3 prikker hver." in page
    assert page.count("<select id=") == 7
    done = await phone.submit(**{f"pick.{a}": "3"})
    assert "6 prikker igjen." in done.text
    vote = evening.case.vote or ""
    answer = await phone.send("/ballot", ballot(vote, evening.fresh(), **{a: 4}))
    assert "Du kan gi høyst 3 prikker til hver." in answer.text


async def test_stacking_is_said_where_it_is_allowed(evening: Evening) -> None:
    """When several dots may go to one, the page says so and offers them."""
    phone, (a, *_) = await voting(evening, stacking=True)
    assert "Du kan gi flere prikker til det samme." in await phone.page()
    done = await phone.submit(**{f"pick.{a}": "3"})
    assert "Ingen prikker igjen." in done.text


async def test_the_order_is_the_phones_own_and_the_numbers_are_fixed(evening: Evening) -> None:
    """Two looks have the same order, two phones hardly ever; the numbers follow the hall."""
    phones = [await joined(evening) for _ in range(6)]
    await evening.vote(*TITLES)
    orders = [titles_of(await phone.page()) for phone in phones]
    assert orders == [titles_of(await phone.page()) for phone in phones]
    assert len({tuple(order) for order in orders}) > 1
    assert all(sorted(order) == list(TITLES) for order in orders)
    page = await phones[0].page()
    numbers = re.findall(r'<span aria-hidden="true">(\d)</span>', page)
    assert [f"Behov {n}" for n in numbers] == titles_of(page)


async def test_a_vote_that_was_closed_meanwhile_is_told_exactly(evening: Evening) -> None:
    """A ballot that comes too late hears «Stemmingen er lukket.», and nothing else."""
    phone, (a, *_) = await voting(evening)
    vote = evening.case.vote or ""
    await evening.desk("vote.close")
    answer = await phone.send("/ballot", ballot(vote, evening.fresh(), **{a: 1}))
    assert answer.status_code == 409
    assert status_of(answer.text) == "Stemmingen er lukket."


async def test_no_count_of_others_is_on_the_page(evening: Evening) -> None:
    """What the others chose stands neither on the page, nor in one's view, nor in the frame."""
    one, (a, *_) = await voting(evening)
    other = await joined(evening)
    await one.submit(**{f"pick.{a}": "1"})
    me = await other.me()
    assert (me["vote"]["picks"], me["vote"]["voted"]) == ([], False)
    assert " checked" not in await other.page()
    assert a not in (await other.get("/live")).text


async def test_the_page_says_why_there_are_so_many_dots_and_that_it_is_advice(
    evening: Evening,
) -> None:
    """Twelve groups: four dots, a third, one on each; and who may vote is said honestly."""
    phone = await joined(evening)
    await evening.vote(*(f"Gruppe {n}" for n in range(12)))

    page = await phone.page()

    assert "Du har 4 prikker." in page
    assert "Det er en tredel av 12 grupper. Én prikk til hver." in page
    assert "Stemmingen er veiledende, og åpen for alle som er med." in page


async def test_heads_are_not_changed_in_the_middle_of_a_vote(evening: Evening) -> None:
    """The page says so before one tries, and refuses it kindly; table and role may change."""
    phone, _ = await voting(evening, heads=3)
    assert "Antallet kan ikke endres mens vi stemmer" in await phone.page("/?change")

    more = await phone.submit("/?change", role="resident", table="", heads="9")
    moved = await phone.submit("/?change", role="youth", table="4", heads="3")

    assert more.status_code == 409
    assert "Antallet på telefonen kan ikke endres mens vi stemmer" in more.text
    assert moved.status_code == 200
    assert [(p.heads, p.table) for p in evening.case.presences.values()] == [(3, 4)]
    assert (await phone.me())["vote"]["dots"] == 9


async def test_in_a_show_of_hands_a_phone_looks_on(evening: Evening) -> None:
    """It says what goes on, offers no dots and takes none."""
    phone, (a, *_) = await voting(evening, level="hands")

    page = await phone.page()
    answer = await phone.send("/ballot", ballot(evening.case.vote or "", evening.fresh(), **{a: 1}))

    assert "Nå stemmer vi med hendene." in page
    assert "/ballot" not in page
    assert answer.status_code == 409
    assert "Nå stemmer vi med hendene." in answer.text
