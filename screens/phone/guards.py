"""What stands before every route of the LAN port: who may ask, how much, and how fast."""

import asyncio
import time
from collections.abc import Callable, Iterable
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from screens.arrivals import Arrivals
from screens.phone.assets import PROBES
from screens.phone.visitor import COOKIE
from screens.secrets import read_secret

LARGEST_BODY: Final = 32 * 1024
BODY_SECONDS: Final = 20.0
"""How long a body may take to arrive."""
HOSTS_SECONDS: Final = 5.0
"""How long the allowed hosts are trusted before they are asked for again."""
BURST: Final = 30
REFILL: Final = 1.0
"""Writes a second that one phone gets back."""
BURST_OF_ALL: Final = 4_000
REFILL_OF_ALL: Final = 500.0
MOST_BUCKETS: Final = 20_000
HELPER_COOKIE: Final = "medspill_hjelp"
"""The cookie of whoever keys in paper under a helper's code; nobody's secret, and as limited."""

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    # Under no-referrer a browser sends a page's own forms with «Origin: null».
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

Trouble = Callable[[Scope, int, str], Response]
"""Makes the small page, or JSON, that says why something was not taken in."""


class Bucket:
    """Tokens that come back with time; one is taken for each write."""

    __slots__ = ("_burst", "_left", "_refill", "_since")

    def __init__(self, burst: float, refill: float, now: float) -> None:
        self._burst = burst
        self._refill = refill
        self._left = burst
        self._since = now

    def _count(self, now: float) -> float:
        passed = max(0.0, now - self._since)
        return min(self._burst, self._left + passed * self._refill)

    def full(self, now: float) -> bool:
        """Whether it stands as if it had never been used."""
        return self._count(now) >= self._burst

    def take(self, now: float) -> bool:
        """Take a token; False where there is none."""
        self._left, self._since = self._count(now), now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def give_back(self) -> None:
        """Put the last token back: what it was taken for cost nothing."""
        self._left = min(self._burst, self._left + 1)


class Pace:
    """How fast phones may write: each by its own secret, and all of them together."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all = Bucket(BURST_OF_ALL, REFILL_OF_ALL, clock())
        self._each: dict[str, Bucket] = {}

    def allows(self, secrets: Iterable[str]) -> bool:
        """Whether a phone that holds these secrets may write now."""
        now = self._clock()
        if len(self._each) > MOST_BUCKETS:
            self._each = {s: b for s, b in self._each.items() if not b.full(now)}
        own = [self._each.setdefault(s, Bucket(BURST, REFILL, now)) for s in secrets]
        taken = [bucket.take(now) for bucket in own]
        return all(taken) and self._all.take(now)


class Guards:
    """Wraps the phone routes; what does not pass never reaches them."""

    def __init__(
        self,
        app: ASGIApp,
        allowed_hosts: Callable[[], frozenset[str]],
        trouble: Trouble,
        clock: Callable[[], float] = time.monotonic,
        arrivals: Arrivals | None = None,
    ) -> None:
        self._app = app
        self._allowed_hosts = allowed_hosts
        self._trouble = trouble
        self._clock = clock
        self._pace = Pace(clock)
        self._arrivals = arrivals
        self._hosts: tuple[float, frozenset[str]] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on with the body read and the headers of every page."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        out = _with_headers(send, self._watcher(scope, headers))
        refusal = self._refusal(scope, headers)
        if refusal is None and scope["method"] == "POST":
            receive_or_refusal = await self._body(scope, receive)
            if isinstance(receive_or_refusal, Response):
                refusal = receive_or_refusal
            else:
                receive = receive_or_refusal
        await (refusal or self._app)(scope, receive, out)

    def _watcher(self, scope: Scope, headers: Headers) -> Callable[[int], None] | None:
        """Tells the room's check how a page was answered; None where that proves nothing."""
        arrivals, client = self._arrivals, scope["client"]
        # What a phone asks by itself to find the internet is no sign that somebody came.
        if arrivals is None or not client or scope["path"] in PROBES:
            return None
        ip, method, path = client[0], scope["method"], scope["path"]
        return lambda status: arrivals.answered(ip, method, path, status, headers)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        path, posts = scope["path"], scope["method"] == "POST"
        if path in PROBES:
            return None
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._known_hosts():
            return self._trouble(scope, 421, "wrong_host")
        if any(origin != f"http://{hosts[0]}" for origin in headers.getlist("origin")):
            return self._trouble(scope, 403, "wrong_origin")
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit():
            return self._trouble(scope, 400, "malformed")
        if len(length) > len(str(LARGEST_BODY)) or int(length) > LARGEST_BODY:
            return self._too_large(scope)
        if posts and not self._pace.allows(_secrets(headers)):
            response = self._trouble(scope, 429, "too_fast")
            response.headers["retry-after"] = "2"
            return response
        return None

    async def _body(self, scope: Scope, receive: Receive) -> Receive | Response:
        body = b""
        try:
            async with asyncio.timeout(BODY_SECONDS):
                more = True
                while more:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return receive
                    body += message.get("body", b"")
                    more = message.get("more_body", False)
                    if len(body) > LARGEST_BODY:
                        return self._too_large(scope)
        except TimeoutError:
            return _closing(self._trouble(scope, 408, "too_slow"))
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay() -> Message:
            return whole.pop() if whole else await receive()

        return replay

    def _too_large(self, scope: Scope) -> Response:
        return _closing(self._trouble(scope, 413, "too_large"))

    def _known_hosts(self) -> frozenset[str]:
        now = self._clock()
        if self._hosts is None or now - self._hosts[0] > HOSTS_SECONDS:
            self._hosts = (now, frozenset(h.lower() for h in self._allowed_hosts()))
        return self._hosts[1]


def _closing(response: Response) -> Response:
    """What was not read is not waited for."""
    response.headers["connection"] = "close"
    return response


def _secrets(headers: Headers) -> frozenset[str]:
    """The well-formed secrets among the cookies of a request."""
    pairs = (pair.strip().partition("=") for pair in headers.get("cookie", "").split(";"))
    own = [(name, value[:64]) for name, _, value in pairs if name.startswith(COOKIE)]
    found = (value if name == HELPER_COOKIE else read_secret(value) for name, value in own)
    return frozenset(s for s in found if s)


def _with_headers(send: Send, watch: Callable[[int], None] | None) -> Send:
    async def out(message: Message) -> None:
        if message["type"] == "http.response.start":
            if watch:
                watch(message["status"])
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return out
