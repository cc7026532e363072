"""How far other devices have come to this hall: in memory only, and forgotten with the process."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

MOST: Final = 50
"""Devices that are remembered."""
LATER: Final = 3.0
"""Seconds after sending before a device counts as having come back."""
OWN_SECONDS: Final = 10.0
"""How long this machine's own addresses are trusted before they are asked for again."""
REFUSED: Final = 400
_FAMILIES: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(slots=True)
class Arrival:
    """One device: what it calls itself, and which steps it has taken."""

    family: str
    loaded: bool = False
    posted_at: float | None = None
    back: bool = False


class Arrivals:
    """Which devices have loaded the page, sent something, and come back afterwards.

    Only another device proves that firewall and network let phones through, so
    what comes from this machine itself is never counted; and only what was
    answered as it should be proves anything.
    """

    def __init__(
        self,
        own: Callable[[], frozenset[str]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._own = own
        self._clock = clock
        self._known: dict[str, Arrival] = {}
        self._host = ""
        self._ours: tuple[float, frozenset[str]] | None = None

    def answered(
        self, ip: str, method: str, path: str, status: int, headers: Mapping[str, str]
    ) -> None:
        """A request on the LAN port was answered with this status."""
        at_this_address = not self._host or headers.get("host", "").lower() == self._host
        if status >= REFUSED or not at_this_address or self._is_ours(ip):
            return
        arrival = self._known.pop(ip, None) or Arrival(_family(headers.get("user-agent", "")))
        self._known[ip] = arrival
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        now = self._clock()
        if method == "POST":
            arrival.posted_at = now if arrival.posted_at is None else arrival.posted_at
        elif path == "/":
            arrival.loaded = True
        if arrival.posted_at is not None:
            arrival.back |= now - arrival.posted_at >= LATER

    def expect(self, host: str) -> None:
        """Phones shall come to this Host from now on: another address proves nothing about it."""
        self._host = host.lower()
        self._known.clear()

    def told(self) -> list[dict[str, Any]]:
        """Each device by its family and its steps, never by its address."""
        return [
            {
                "family": arrival.family,
                "loaded": arrival.loaded,
                "posted": arrival.posted_at is not None,
                "back": arrival.back,
            }
            for arrival in self._known.values()
        ]

    def _is_ours(self, ip: str) -> bool:
        if ip.startswith("127.") or ip == "::1":
            return True
        now = self._clock()
        if self._ours is None or now - self._ours[0] > OWN_SECONDS:
            self._ours = (now, self._own())
        return ip in self._ours[1]


def _family(agent: str) -> str:
    return next((family for sign, family in _FAMILIES if sign in agent), "?")
