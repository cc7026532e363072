"""What stands on a page, and a phone that has joined."""

import html
import re

from tests.web.phone.evening import Evening, Phone

SHOWN = re.compile(r"Mottatt kl\. \d\d:\d\d")


def status_of(page: str) -> str:
    """What stands in the box at the top."""
    found = re.search(r'<div id="status"[^>]*>(.*?)<div id="face">', page, re.DOTALL)
    assert found
    return html.unescape(re.sub(r"<[^>]+>", " ", found[1]).strip())


def face_of(page: str) -> str:
    found = re.search(r'data-face="(\w+)"', page)
    assert found
    return found[1]


async def joined(evening: Evening) -> Phone:
    phone = evening.phone()
    done = await phone.submit(role="resident", heads="1", table="")
    assert face_of(done.text) in {"wait", "write", "vote"}
    return phone
