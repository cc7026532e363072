"""Every form of a question, from plain forms without script to the counts that are kept."""

import html
import re
from typing import Any

from tests.web.phone.evening import Evening, Phone
from tests.web.phone.pages import joined, status_of
from workshop.scored import Poll

THREE = ["Kveldsbuss", "Møteplass", "Ett nummer å ringe"]


async def asked(evening: Evening, form: str, **fields: Any) -> list[Phone]:
    """Five phones that stand before a question of this form."""
    phones = [await joined(evening) for _ in range(5)]
    await evening.desk("poll.open", what="choice", form=form, **fields)
    return phones


async def closed(evening: Evening) -> Poll:
    """The poll after it was closed."""
    poll = evening.case.poll or ""
    await evening.desk("poll.close")
    return evening.case.polls[poll]


async def test_a_statement_is_answered_yes_no_or_dont_know(evening: Evening) -> None:
    """The statement is the heading, three plain radios, and one may think again."""
    phones = await asked(evening, "statement", items=["Vi møtes igjen"])
    page = html.unescape(await phones[0].page())
    assert '<h1 dir="auto" lang="">Vi møtes igjen</h1>' in page
    assert re.findall(r'value="(\w+)" +><span>([\w ]+)</span>', page) == [
        ("yes", "Ja"),
        ("no", "Nei"),
        ("unknown", "Vet ikke"),
    ]
    for phone, answer in zip(phones, ("yes", "yes", "no", "unknown", "no"), strict=True):
        done = await phone.submit(**{"answer.i1": answer})
        assert "Svaret er levert." in status_of(done.text)
    await phones[4].submit(**{"answer.i1": "yes"})

    assert (await closed(evening)).counts == {"i1": {"yes": 3, "no": 1, "unknown": 1}}


async def test_statements_stand_in_an_order_of_each_phones_own(evening: Evening) -> None:
    """All are there on every phone, not in one order; one may pass, and what unites is kept."""
    items = [f"Utsagn {n}" for n in range(1, 11)]
    phones = await asked(evening, "agreement", items=items)
    orders = []
    for phone in phones:
        page = await phone.page()
        orders.append(re.findall(r"<legend[^>]*>(Utsagn \d+)</legend>", page))
        assert sorted(orders[-1]) == sorted(items)
        again = re.findall(r"<legend[^>]*>(Utsagn \d+)</legend>", await phone.page())
        assert again == orders[-1]
        await phone.submit(**{"answer.i1": "agree", "answer.i2": "pass"})
    assert len({tuple(order) for order in orders}) > 1

    counts = (await closed(evening)).counts
    assert (counts["i1"], counts["i2"], counts["i3"]) == ({"agree": 5}, {"pass": 5}, {})


async def test_a_scale_names_its_ends_and_keeps_every_step(evening: Evening) -> None:
    """0 and 5 have their words; «don't know» is an answer that counts nothing."""
    phones = await asked(evening, "scale", items=["Natta"], poles=["Utrygg", "Helt trygg"])
    page = re.sub(r"<[^>]+>", "", html.unescape(await phones[0].page()))
    assert "0: Utrygg" in page
    assert "5: Helt trygg" in page
    for phone, answer in zip(phones, ("0", "5", "5", "unknown", "0"), strict=True):
        await phone.submit(**{"answer.i1": answer})

    assert (await closed(evening)).counts == {"i1": {"0": 2, "5": 2, "unknown": 1}}


async def test_a_ranking_without_script_says_what_is_lacking_and_keeps_the_rest(
    evening: Evening,
) -> None:
    """Number choosers; two on one place is told beside them, and what was chosen still stands."""
    phones = await asked(evening, "ranking", items=THREE)
    wrong = await phones[0].submit(**{"answer.i1": "1", "answer.i2": "1", "answer.i3": ""})
    page = html.unescape(wrong.text)
    assert wrong.status_code == 409
    assert "Hver plass kan brukes én gang." in page
    assert re.search(r'name="answer.i2".*?<option selected>1</option>', page, re.DOTALL)
    lacking = await phones[0].submit(**{"answer.i1": "1"})
    assert "Gi hver av de 3 en plass." in html.unescape(lacking.text)
    for phone in phones:
        await phone.submit(**{"answer.i1": "2", "answer.i2": "1", "answer.i3": "3"})
    again = await phones[0].page()
    assert re.findall(r'name="answer.(i\d)"', again) == ["i2", "i1", "i3"]

    poll = await closed(evening)
    assert poll.counts == {"i1": {"2": 5}, "i2": {"1": 5}, "i3": {"3": 5}}


async def test_on_two_axes_each_thing_is_asked_about_on_one_and_then_the_other(
    evening: Evening,
) -> None:
    """First what each gives, then what each takes; who skips one leaves it out."""
    phones = await asked(evening, "axes", items=THREE)
    page = html.unescape(await phones[0].page())
    assert page.index("Hvor mye nytte gir det?") < page.index("Hvor mye arbeid krever det?")
    assert page.count("<fieldset") == 6
    for phone in phones:
        await phone.submit(**{"answer.effect_1": "5", "answer.effort_1": "2"})

    poll = await closed(evening)
    assert (poll.counts["effect_1"], poll.counts["effort_1"]) == ({"5": 5}, {"2": 5})
    assert poll.counts["effect_2"] == {}


async def test_who_can_test_ticks_and_may_untick(evening: Evening) -> None:
    """Checkboxes; nothing ticked is no answer, until it takes an earlier one back."""
    phones = await asked(evening, "testing", items=THREE)
    empty = await phones[0].submit()
    assert empty.status_code == 409
    await phones[0].submit(**{"answer.i1": "can", "answer.i3": "can"})
    await phones[1].submit(**{"answer.i1": "can"})
    done = await phones[1].submit()
    assert "Svaret er levert." in status_of(done.text)

    assert (await closed(evening)).counts == {"i1": {"can": 1}, "i2": {}, "i3": {"can": 1}}
