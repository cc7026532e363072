"""The terminal projector's line to its hall: a thread that reads what the hall shows."""

import contextlib
import http.client
import json
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from screens import runfile

if TYPE_CHECKING:
    from screens.projector.seen import Seen

AGAIN: Final = 0.5
"""Seconds between tries to find a hall that is gone."""
SILENCE: Final = 12.0
"""Seconds without a sign of life after which a hall is taken for gone."""

Event = tuple[str, dict[str, Any]]


class Follower:
    """Follows whatever hall has the file open, and finds the next one when that is gone.

    All three are called in this thread; who hears them hands the news to the screen's own.
    """

    def __init__(
        self,
        file: Path,
        shown: "Callable[[Seen], None]",
        beat: Callable[[int | None, bool], None],
        lost: Callable[[], None],
    ) -> None:
        self._file = file
        self._shown = shown
        self._beat = beat
        self._lost = lost
        self._ended = threading.Event()
        self._pages = 1
        self._connection: http.client.HTTPConnection | None = None

    def follow(self) -> None:
        """Read the run file and then the hall, again and again, until the screen ends."""
        while not self._ended.is_set():
            pages = self._pages
            # A hall that ends, or a run file that is being written: the next try tells.
            with contextlib.suppress(OSError, http.client.HTTPException, ValueError, KeyError):
                self._read(pages)
            if self._pages == pages and not self._ended.is_set():
                self._lost()
                self._ended.wait(AGAIN)

    def tell_pages(self, pages: int) -> None:
        """The hall shall know how many pages the screen makes of what it shows."""
        if pages != self._pages:
            self._pages = pages
            self._hang_up()

    def end(self) -> None:
        """Follow no longer; the thread ends with its process."""
        self._ended.set()
        self._hang_up()

    def _read(self, pages: int) -> None:
        from screens.projector.seen import seen_from

        about = runfile.read(self._file)
        if about is None:
            return
        for kind, told in self._events(str(about["projector_url"]), pages):
            if self._ended.is_set():
                return
            if kind == "view":
                self._shown(seen_from(told))
            else:
                self._beat(told["left"], bool(told["paused"]))

    def _events(self, url: str, pages: int) -> Iterator[Event]:
        where = urlsplit(url)
        connection = http.client.HTTPConnection(
            where.hostname or "127.0.0.1", where.port, timeout=SILENCE
        )
        self._connection = connection
        try:
            connection.request("GET", f"{where.path}views?pages={pages}")
            with connection.getresponse() as answer:
                if answer.status != http.client.OK:
                    return
                kind = ""
                for line in answer:
                    name, _, value = line.decode().rstrip("\r\n").partition(": ")
                    kind = value if name == "event" else kind
                    if name == "data":
                        told = json.loads(value)
                        if not isinstance(told, dict):
                            raise ValueError("no hall says that")
                        yield kind, told
        finally:
            self._connection = None
            connection.close()

    def _hang_up(self) -> None:
        connection = self._connection
        if connection is not None and connection.sock is not None:
            # It may have been closed from the other side meanwhile.
            with contextlib.suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)
