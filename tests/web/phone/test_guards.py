"""What stands before every route: hosts, origins, sizes, pace, and any garbage at all."""

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screens.phone.assets import Assets
from screens.phone.guards import BURST, LARGEST_BODY, Pace
from tests.web.phone.evening import HOST, ROUTES, Evening, json_of

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
GARBAGE: tuple[tuple[str, bytes], ...] = (
    (JSON, b""),
    (JSON, b"null"),
    (JSON, b"[]"),
    (JSON, b'"text"'),
    (JSON, b"{"),
    (JSON, b'{"id":'),
    (JSON, b"[" * 20_000),
    (JSON, b'{"a":' * 5_000),
    (JSON, b'{"id":"12345678","text":"\\ud800"}'),
    (JSON, b'{"id":"12345678","text":"\xff\xfe"}'),
    (JSON, b'{"id":"12345678","text":"\\u0000","note":"a","vote":"a","picks":[1]}'),
    (JSON, b'{"id":{"$ne":null},"text":["a"]}'),
    (JSON, b'{"id":1e999,"heads":1e999,"table":-1}'),
    (JSON, b'{"id":"12345678","heads":' + b"9" * 5_000 + b"}"),
    (JSON, b'{"id":"\\u202e\\u202e\\u202e12345678"}'),
    (JSON + "; charset=utf-16", '{"id":"12345678"}'.encode("utf-16")),
    (FORM, b""),
    (FORM, b"="),
    (FORM, b"&&&;;;==="),
    (FORM, b"%"),
    (FORM, b"text=%FF%FE&id=12345678"),
    (FORM, b"text=%ED%A0%80&id=12345678"),
    (FORM, b"\xff\xfe\x00"),
    (FORM, b"id=12345678&id=87654321&text=%00%1b%5b31m"),
    (FORM, b"a=1&" * 8_000),
    (FORM, b"id=12345678&vote=v&pick.a=-1"),
    (FORM, b"id=12345678&vote=v&pick.a=999999999999"),
    (FORM, b"id=12345678&vote=v" + b"&pick.a=99" * 900),
    (FORM, "id=12345678&vote=v&pick.a=²".encode()),
    (FORM, b"id=12345678&vote=v&pick.=1&pick.../..=1"),
    (FORM, b"case=" + b"x" * 10_000),
    ("", b"text=hei"),
    ("text/plain", b"text=hei"),
    ("multipart/form-data; boundary=x", b"--x\r\n\r\nhei\r\n--x--"),
    ("application/x-www-form-urlencoded\x00", b"text=hei"),
)


async def raw(evening: Evening, path: str, kind: str, body: bytes) -> httpx2.Response:
    phone = evening.phone()
    await phone.join()
    headers = {"content-type": kind} if kind else {}
    return await phone.client.post(path, content=body, headers=headers)


@pytest.mark.parametrize("path", ROUTES)
async def test_garbage_is_answered_with_4xx_in_norwegian(evening: Evening, path: str) -> None:
    """Whatever is posted to whichever route gets a client error and a sentence, never a 5xx."""
    await evening.vote("Buss")
    for kind, body in GARBAGE:
        answer = await raw(evening, path, kind, body)
        assert 400 <= answer.status_code < 500, (kind, body[:60])
        if kind.startswith(JSON):
            assert json_of(answer)["message"]
        else:
            assert '<html lang="nb">' in answer.text
    assert evening.case.notes == {}
    assert evening.case.votes[evening.case.vote or ""].turnout == {}


@given(
    path=st.sampled_from((*ROUTES, "/", "/me", "/live")),
    kind=st.sampled_from((FORM, JSON)),
    body=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")),
        st.text("id=&%textcaseprovk.123", max_size=120).map(str.encode),
    ),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_bytes_bring_the_routes_down(
    evening: Evening, path: str, kind: str, body: bytes
) -> None:
    """Any bytes on any route: an answer below 500."""
    answer = await raw(evening, path, kind, body)
    assert answer.status_code < 500


@given(query=st.text(max_size=80), cookie=st.binary(max_size=80))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_query_and_no_cookie_bring_a_page_down(
    evening: Evening, query: str, cookie: bytes
) -> None:
    """Any query and any cookie: a page."""
    phone = evening.phone()
    headers: list[tuple[bytes, bytes]] = [(b"cookie", b"medspill.said=" + cookie)]
    if phone.client.cookies:
        headers.clear()
    answer = await phone.client.get(
        "/", params={"edit": query, "case": query}, headers=headers, follow_redirects=True
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("said", ["voted.99999999999", "voted.-1", "received.x", "voted.", "x.y"])
async def test_a_status_that_somebody_made_up_harms_nothing(evening: Evening, said: str) -> None:
    """The cookie that carries a status is the phone's own to forge, and worth nothing."""
    phone = evening.phone()
    await phone.join()
    phone.client.cookies.set("medspill.said", said, domain=HOST)
    assert (await phone.get()).status_code == 200


async def test_foreign_hosts_are_turned_away(evening: Evening) -> None:
    """A page that is reached under another name answers 421 and gives no cookie (rebinding)."""
    client = evening.phone().client
    for host in ("evil.test", "hall.test.evil.test", "hall.test:99", "", "127.0.0.1"):
        for path in ("/", "/me", "/live", "/static/x"):
            answer = await client.get(path, headers={"host": host})
            assert answer.status_code == 421
            assert "set-cookie" not in answer.headers
            assert "Gode år hjemme" not in answer.text
    assert (await client.get("/", headers={"host": "HALL.test"})).status_code == 200


async def test_other_sites_cannot_post(evening: Evening) -> None:
    """A form on another page, or in a frame without an origin, is refused with 403."""
    phone = evening.phone()
    await phone.join()
    await evening.desk("block.start", kind="needs")
    for origin in ("http://evil.test", "null", "https://hall.test", "http://hall.test:81"):
        answer = await phone.client.post(
            "/note", data={"id": "from-elsewhere", "text": "x"}, headers={"origin": origin}
        )
        assert answer.status_code == 403
    assert evening.case.notes == {}


async def test_what_is_too_large_is_not_read(evening: Evening) -> None:
    """Bodies over 32 kB get 413, by their length and, without one, by what has come."""
    phone = evening.phone()
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"x" * 1_024

    for body in (b"x" * (LARGEST_BODY + 1), endless()):
        answer = await phone.client.post("/note", content=body, headers={"content-type": FORM})
        assert answer.status_code == 413
        assert answer.headers["connection"] == "close"
    assert taken < 100
    for length in ("-1", "1e9", "²", "9" * 400, ""):
        headers = {b"content-length": length.encode(), b"content-type": FORM.encode()}
        answer = await phone.client.post("/note", content=b"", headers=headers)
        assert answer.status_code in {400, 413}, length


async def test_who_writes_too_fast_is_asked_to_wait(evening: Evening) -> None:
    """After a burst a phone gets 429 and when to come again; the others go on."""
    evening.tick = 0.0
    await evening.desk("block.start", kind="needs")
    fast, other = evening.phone(), evening.phone()
    await fast.join()
    answers = [await fast.say("/note", text=f"Lapp {n}") for n in range(BURST + 5)]
    refused = [a for a in answers if a.status_code == 429]
    assert len(refused) == 5
    assert refused[0].headers["retry-after"]
    assert json_of(refused[0])["message"]
    assert len(evening.case.notes) == BURST
    await other.join()
    assert (await other.say("/note", text="Buss")).status_code == 200
    evening.seconds += 3
    assert (await fast.say("/note", text="Nå igjen")).status_code == 200


def test_tokens_come_back_with_time_and_never_more_than_the_burst() -> None:
    """A bucket refills one a second up to its size, also after a long rest or a clock set back."""
    now = 0.0
    pace = Pace(lambda: now)
    assert [pace.allows(["a"]) for _ in range(BURST + 1)] == [True] * BURST + [False]
    now = 1.0
    assert [pace.allows(["a"]) for _ in range(2)] == [True, False]
    now = 1e6
    assert sum(pace.allows(["a"]) for _ in range(100)) == BURST
    now = 0.0
    assert not pace.allows(["a"])
    assert pace.allows(["b"])


async def test_every_answer_has_the_strict_headers(evening: Evening) -> None:
    """Policy, no sniffing, no storing; on pages, JSON, errors and refusals alike."""
    client = evening.phone().client
    for path, host in (("/", HOST), ("/live", HOST), ("/nothing", HOST), ("/", "evil.test")):
        headers = (await client.get(path, headers={"host": host})).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] in {"no-store", "no-cache", "private, no-cache"}


async def test_unknown_pages_and_wrong_methods_are_small_pages(evening: Evening) -> None:
    """404 and 405 are pages in Norwegian, or JSON where it was asked for."""
    client = evening.phone().client
    for path in ("/desk", "/command", "/hall", "/cases", "/facts", "/static/", "/note/1"):
        answer = await client.get(path)
        assert answer.status_code == 404
        assert "Denne siden finnes ikke." in answer.text
    for method, path in (("GET", "/note"), ("DELETE", "/"), ("PUT", "/me"), ("OPTIONS", "/join")):
        answer = await client.request(method, path)
        assert answer.status_code == 405
        assert answer.headers["allow"]
    answer = await client.get("/nothing", headers={"accept": JSON})
    assert json_of(answer)["reason"] == "not_found"


@pytest.mark.parametrize(
    "name", ["../pages.py", "..%2fpages.py", "%2e%2e%5cpages.py", "phone.css", "/etc/passwd", "%00"]
)
async def test_assets_are_a_table_and_no_folder(evening: Evening, name: str) -> None:
    """Nothing but the hashed names is served."""
    answer = await evening.phone().client.get(f"/static/{name}")
    assert answer.status_code == 404


async def test_assets_are_kept_for_ever_and_packed(evening: Evening) -> None:
    """Style and script have names of their own bytes, so a phone loads them once."""
    client, assets = evening.phone().client, Assets()
    page = (await client.get("/")).text
    for name in ("phone.css", "phone.js"):
        path = assets.path(name)
        assert path in page
        answer = await client.get(path, headers={"accept-encoding": "gzip"})
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-encoding"] == "gzip"
        plain = await client.get(path, headers={"accept-encoding": "identity"})
        assert plain.content == answer.content


async def test_the_whole_page_is_small(evening: Evening) -> None:
    """Page, style and script together stay under 30 kB: plain for most, packed for the largest."""
    phone, assets = evening.phone(), Assets()
    found = [
        assets.find(assets.path(n).removeprefix("/static/")) for n in ("phone.css", "phone.js")
    ]
    plain = sum(len(asset.plain) for asset in found if asset)
    packed = sum(len(asset.packed) for asset in found if asset)
    assert packed < 10_000
    await phone.page()
    await phone.join()
    await evening.desk("block.start", kind="needs")
    assert plain + len((await phone.page()).encode()) < 30_000
    await evening.vote(*(f"Et behov som har fått en litt lengre tittel {n}" for n in range(13)))
    assert packed + len((await phone.page()).encode()) < 20_000


async def test_probes_of_phones_are_answered_under_any_name(evening: Evening) -> None:
    """What phones ask to learn whether the network works is answered as they expect."""
    client = evening.phone().client
    for path, host, status, body in (
        ("/generate_204", "connectivitycheck.gstatic.com", 204, ""),
        ("/hotspot-detect.html", "captive.apple.com", 200, "Success"),
        ("/connecttest.txt", "www.msftconnecttest.com", 200, "Microsoft Connect Test"),
        ("/ncsi.txt", "www.msftncsi.com", 200, "Microsoft NCSI"),
    ):
        answer = await client.get(path, headers={"host": host})
        assert answer.status_code == status
        assert body in answer.text
    assert (await client.get("/favicon.ico")).status_code == 204


async def test_what_could_not_be_stored_is_told_honestly(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full the phone hears 507 and that nothing was stored."""
    from storage.trouble import Trouble

    phone = evening.phone()
    await phone.join()

    async def full(*_: Any) -> None:
        raise Trouble("not_stored", why="disk full")

    monkeypatch.setattr(evening.service, "phone", full)
    answer = await phone.say("/note", text="Buss")
    assert (answer.status_code, json_of(answer)["reason"]) == (507, "not_stored")
    page = await phone.send("/note", {"id": "not-stored", "text": "Buss"})
    assert page.status_code == 507
    assert "Vi fikk ikke lagret det." in page.text
