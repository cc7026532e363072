"""A small HTTP/1.1 client that keeps its connection and its cookies, as a phone's browser does."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self
from urllib.parse import urlsplit

PATIENCE: Final = 10.0
"""Seconds to wait for an answer before it is taken for lost."""
LARGEST_ANSWER: Final = 4 * 1024 * 1024
NOT_MODIFIED: Final = 304
NO_BODY: Final = frozenset({204, NOT_MODIFIED})


class Broken(Exception):  # noqa: N818 - the net's doing, not a programming error
    """No whole answer came: whether the request arrived is not known."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: its status, its headers (lower case) and its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        """The object in the body; empty where there is none."""
        try:
            said = json.loads(self.body)
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}


class Browser:
    """One connection to one address; asks one thing at a time and connects anew when it must."""

    def __init__(
        self,
        address: str,
        patience: float = PATIENCE,
        through: tuple[str, int] | None = None,
        reachable: Callable[[], bool] = lambda: True,
    ) -> None:
        """Ask for what lies on this address; ``through`` is what stands between, where it does.

        Nothing gets through while it is not ``reachable``.
        """
        where = urlsplit(address)
        self._anew: Final = (address, patience, through, reachable)
        self._reachable = reachable
        self.cookies: dict[str, str] = {}
        self._place: Final = through or (where.hostname or "", where.port or 80)
        self._host: Final = where.netloc
        self._patience = patience
        self._wires: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, **headers: str) -> Answer:
        """What lies on a path; raises Broken."""
        return await self._ask("GET", path, headers, b"")

    async def post(self, path: str, body: Mapping[str, object]) -> Answer:
        """Send an object as JSON; raises Broken."""
        headers = {"content-type": "application/json"}
        return await self._ask("POST", path, headers, json.dumps(body).encode())

    def private(self) -> Self:
        """A window of the same browser that knows no cookies."""
        return type(self)(*self._anew)

    def close(self) -> None:
        """Let go of the connection."""
        if self._wires:
            self._wires[1].close()
            self._wires = None

    async def _ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        if not self._reachable():
            raise Broken
        try:
            async with asyncio.timeout(self._patience):
                answer = await self._exchange(self._written(method, path, headers, body))
        except (OSError, EOFError, ValueError, LookupError, asyncio.LimitOverrunError) as error:
            self.close()
            raise Broken from error
        except asyncio.CancelledError:
            self.close()
            raise
        if answer.headers.get("connection", "").lower() == "close":
            self.close()
        return answer

    def _written(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"host: {self._host}", "accept: application/json"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        if self.cookies:
            lines.append("cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        if method == "POST":
            lines.append(f"content-length: {len(body)}")
        return "\r\n".join([*lines, "", ""]).encode() + body

    async def _exchange(self, request: bytes) -> Answer:
        if self._wires and self._wires[0].at_eof():
            # The hall closes what has been idle for long, as a browser knows.
            self.close()
        if self._wires is None:
            self._wires = await asyncio.open_connection(*self._place, limit=LARGEST_ANSWER)
        reader, writer = self._wires
        writer.write(request)
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        status = int(head[0].split(" ", 2)[1])
        headers: dict[str, str] = {}
        for line in filter(None, head[1:]):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
            if name.lower() == "set-cookie":
                self._keep(value.strip())
        body = b"" if status in NO_BODY else await self._body(reader, headers)
        return Answer(status, headers, body)

    async def _body(self, reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
        if headers.get("transfer-encoding", "").lower() != "chunked":
            return await reader.readexactly(int(headers["content-length"]))
        body = b""
        while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")
        return body

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.partition(";")[0].partition("=")
        self.cookies[name.strip()] = value.strip()
