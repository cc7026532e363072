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
