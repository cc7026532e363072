"""How much goes over the air: eighty phones load the page at once on one channel."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from screens.phone.assets import NAMES, tight
from screens.words import LANGUAGES
from tests.web.phone.evening import Evening, Phone

MOST = 30_000
NOTES = Path(__file__).parents[2] / "data" / "notes.jsonl"


async def weight(phone: Phone, path: str, packed: bool) -> int:
    """What an answer weighs as it is sent, its head with it."""
    coding = "gzip, deflate" if packed else "identity"
    body = 0
    async with phone.client.stream("GET", path, headers={"accept-encoding": coding}) as answer:
        assert answer.status_code == 200
        async for part in answer.aiter_raw():
            body += len(part)
        head = sum(len(name) + len(value) + 4 for name, value in answer.headers.raw)
    return body + head


def links(page: str) -> list[str]:
    return re.findall(r'(?:href|src)="(/static/[^"]+)"', page)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_joining_to_a_note_received_is_under_30_kb(
    evening: Evening, language: str
) -> None:
    """The first page, style, script, the page to write on and the one that says «Mottatt»."""
    phone = evening.phone()
    await phone.send("/language", {"lang": language})
    await evening.desk("notice.give", contact="Servicetorget, 32 11 10 00", kept_until="2027-03-01")
    parts = {"join": await weight(phone, "/", packed=True)}
    for path in links(await phone.page()):
        parts[path] = await weight(phone, path, packed=True)
    await phone.submit(role="resident", heads="1", table="4")
    await evening.desk("block.start", kind="needs")
    parts["write"] = await weight(phone, "/", packed=True)
    await phone.submit(text="Skyss til legen")
    parts["received"] = await weight(phone, "/", packed=True)

    assert len(parts) == 5, "style and script are all that a page brings along"
    assert sum(parts.values()) < MOST, parts


@pytest.mark.parametrize(("face", "packed"), [("join", False), ("write", False), ("vote", True)])
async def test_one_page_with_all_it_needs_is_under_30_kb(
    evening: Evening, face: str, packed: bool
) -> None:
    """The first pages also through something that takes no gzip; ten to vote on, as it is sent."""
    phone = evening.phone()
    if face != "join":
        await phone.join()
        await evening.desk("block.start", kind="needs")
    if face == "vote":
        await evening.vote(*(f"Behov nummer {n}" for n in range(10)))
    page = await phone.page()
    paths = ["/", *links(page)]

    assert f'data-face="{face}"' in page
    assert sum([await weight(phone, path, packed=packed) for path in paths]) < MOST


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_heaviest_page_is_under_30_kb(evening: Evening, language: str) -> None:
    """Ten share the phone, thirty things to give a hundred dots to, and ten notes of one's own."""
    phone = evening.phone()
    await phone.send("/language", {"lang": language})
    lines = [json.loads(one)["text"] for one in NOTES.read_text(encoding="utf-8").splitlines()]
    await evening.desk("frame.set", fixed=lines[:8], open=lines[8:16])
    await phone.submit(role="resident", heads="10", table="4")
    await evening.desk("block.start", kind="needs")
    for start in range(0, 40, 4):
        await phone.submit(text="\n".join(lines[start : start + 4]))
    await evening.vote(*(line[:80] for line in lines[100:130]), dots=10, stacking=True)
    page = await phone.page()
    found = re.search(r'data-giving="([^"]+)"', page)
    assert found
    paths = ["/", *links(page), found[1]]
    assert page.count("<option") == 30 * 101

    assert sum([await weight(phone, path, packed=True) for path in paths]) < MOST


@pytest.mark.parametrize("name", NAMES)
def test_what_is_left_out_of_style_and_script_is_only_air(name: str) -> None:
    """Without its spaces a file is the same, and every text in it stays to the letter."""
    source = (files("screens.phone") / "static" / name).read_text(encoding="utf-8")
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    tightened = tight(name.partition(".")[2], source)

    assert re.sub(r"\s", "", tightened) == re.sub(r"\s", "", source)
    texts = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")
    assert texts.findall(tightened) == texts.findall(source)
    words = re.compile(r"[\w$]+")
    assert words.findall(tightened) == words.findall(source)
    assert len(tightened) < 0.95 * len(source)
