"""Row 10 and 11 before any route: who knocks and never says what for has no hall for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from screens import serving
from screens.address import LOOPBACK, listen, port_of
from screens.serving import LARGEST_HEAD, Connection, Server

GET = b"GET / HTTP/1.1\r\nHost: hall.test\r\n"
PATIENCE = 10.0


@asynccontextmanager
async def served(app: ASGIApp | None = None) -> AsyncIterator[int]:
    """A server on a port of its own, looked after as the hall's is; the port."""
    async with running(app) as (port, _):
        yield port


@asynccontextmanager
async def running(app: ASGIApp | None = None) -> AsyncIterator[tuple[int, Server]]:
    """The same, and the server itself."""
    sock, ready = listen(LOOPBACK, 0), asyncio.Event()
    server = Server(app or PlainTextResponse("her"), ready.set)
    serves = asyncio.create_task(server.serve(sockets=[sock]))
    tidies = asyncio.create_task(server_tidies(server, ready))
    try:
        await asyncio.wait_for(ready.wait(), PATIENCE)
        yield port_of(sock), server
    finally:
        tidies.cancel()
        server.ask_to_stop()
        await serves


async def server_tidies(server: Server, ready: asyncio.Event) -> None:
    await ready.wait()
    await server.keep_tidy()


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "HEAD_SECONDS", 0.05)
    monkeypatch.setattr(serving, "LOOK_EVERY", 0.01)


@pytest.mark.parametrize("said", [b"", b"G", GET, GET + b"\r\n" + GET])
async def test_row_11_who_asks_for_nothing_is_let_go(said: bytes) -> None:
    """Silence, half a word, a head without an end, also after a whole request: all are ended."""
    async with served() as port:
        reader, writer = await asyncio.open_connection(LOOPBACK, port)
        writer.write(said)
        with suppress(ConnectionError):
            await asyncio.wait_for(reader.read(), PATIENCE)
        writer.close()


async def test_row_11_a_phone_between_two_requests_keeps_its_connection() -> None:
    """What has been answered is not looked at, however long ago."""
    async with served() as port:
        patient, other = [await asyncio.open_connection(LOOPBACK, port) for _ in range(2)]
        for _ in range(2):
            patient[1].write(GET + b"\r\n")
            assert await asyncio.wait_for(patient[0].readuntil(b"her"), PATIENCE)
            with suppress(ConnectionError):
                # Once somebody else has been let go the patient one has been looked at, too.
                await asyncio.wait_for(other[0].read(), PATIENCE)
        for _, writer in (patient, other):
            writer.close()


async def test_row_11_one_address_has_room_for_so_many_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The oldest go first, and the newest stay until their own time is up."""
    monkeypatch.setattr(serving, "HEAD_SECONDS", 1_000.0)
    monkeypatch.setattr(serving, "MOST_OF_ONE", 3)
    async with served() as port:
        knocks = [await asyncio.open_connection(LOOPBACK, port) for _ in range(5)]
        for reader, _ in knocks[:2]:
            with suppress(ConnectionError):
                await asyncio.wait_for(reader.read(), PATIENCE)
        for reader, writer in knocks[2:]:
            writer.write(GET + b"\r\n")
            assert await asyncio.wait_for(reader.readuntil(b"her"), PATIENCE)
        for _, writer in knocks:
            writer.close()


@pytest.mark.parametrize("endless", [b"a: b\r\n", b"x"], ids=["lines", "line"])
async def test_row_10_a_head_without_an_end_is_cut_off(
    monkeypatch: pytest.MonkeyPatch, endless: bytes
) -> None:
    """Sixty megabytes of headers took more than a gigabyte of the hall; now it stops reading."""
    monkeypatch.setattr(serving, "HEAD_SECONDS", 1_000.0)
    async with served() as port:
        _, writer = await asyncio.open_connection(LOOPBACK, port)
        writer.write(GET + b"X-long: ")
        sent = 0
        with suppress(ConnectionError):
            while sent < 400 * LARGEST_HEAD:
                writer.write(endless * 4_000)
                await writer.drain()
                sent += len(endless) * 4_000
        assert sent < 400 * LARGEST_HEAD
        writer.close()


async def test_row_10_what_comes_after_a_body_is_kept_by_nobody() -> None:
    """Trailers are headers, too, and come when no limit of heads or bodies counts any more."""
    seen: list[int] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            pass
        seen.append(len(scope["headers"]))
        await PlainTextResponse("her")(scope, receive, send)

    async with served(app) as port:
        reader, writer = await asyncio.open_connection(LOOPBACK, port)
        writer.write(b"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
        writer.write(b"a: b\r\n" * 1_000 + b"\r\n")
        assert await asyncio.wait_for(reader.readuntil(b"her"), PATIENCE)
        writer.close()

    assert seen == [2]


def open_at(server: Server) -> list[Connection]:
    """The connections that are open."""
    return [one for one in server.server_state.connections if isinstance(one, Connection)]


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with what was asked, and with the whole body where it is asked for."""
    body = b""
    while scope["path"] == "/whole":
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    said = f"<{scope['path']} {len(scope['headers'])} {len(body)}>"
    await PlainTextResponse(said)(scope, receive, send)


async def test_a_connection_that_rests_holds_nothing_of_what_it_answered() -> None:
    """Each phone rests for most of an evening; what it asked for is not kept meanwhile."""
    async with running(echo) as (port, server):
        reader, writer = await asyncio.open_connection(LOOPBACK, port)
        writer.write(b"POST /whole HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc")
        assert await asyncio.wait_for(reader.readuntil(b">"), PATIENCE)
        (one,) = open_at(server)
        assert not any((one.cycle, one.scope, one.headers))
        assert not {"waits_since", "_size"} & vars(one).keys()
        writer.write(b"GET /next HTTP/1.1\r\nHost: h\r\na: b\r\n\r\n")
        assert (await asyncio.wait_for(reader.readuntil(b">"), PATIENCE)).endswith(b"</next 2 0>")
        writer.close()


async def test_what_is_still_coming_in_is_read_though_the_answer_was_given() -> None:
    """The rest of a body, the head of the next request and several at once come out in order."""
    async with served(echo) as port:
        reader, writer = await asyncio.open_connection(LOOPBACK, port)

        async def said() -> bytes:
            answer = await asyncio.wait_for(reader.readuntil(b">"), PATIENCE)
            return answer[answer.index(b"<") :]

        writer.write(b"POST /early HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabc")
        assert await said() == b"</early 2 0>"
        writer.write(b"defGET /half HTTP/1.1\r\nHost: h\r\n")
        writer.write(b"\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHo")
        assert [await said() for _ in range(2)] == [b"</half 1 0>", b"</a 1 0>"]
        writer.write(b"st: h\r\nc: d\r\n\r\n" + GET.replace(b"/ ", b"/c ", 1) + b"\r\n")
        assert [await said() for _ in range(2)] == [b"</b 2 0>", b"</c 1 0>"]
        writer.close()


async def test_who_reads_slowly_gets_it_all() -> None:
    """A large answer waits for its reader and arrives whole."""
    many = 8_000_000

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        length = [(b"content-length", str(many).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": length})
        for left in range(many, 0, -100_000):
            more = left > 100_000
            await send({"type": "http.response.body", "body": b"x" * 100_000, "more_body": more})

    async with running(app) as (port, server):
        reader, writer = await asyncio.open_connection(LOOPBACK, port)
        writer.write(GET + b"\r\n")
        await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
        while not any(one.flow.write_paused for one in open_at(server)):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0)
        body = await asyncio.wait_for(reader.readexactly(many), PATIENCE)
        assert body == b"x" * many
        writer.close()
