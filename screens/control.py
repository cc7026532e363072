"""The control port from the other side: how desk and command line reach their hall."""

import http.client
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from screens import runfile
from screens.language import spoken
from storage.trouble import Trouble

PATIENCE: Final = 10.0
"""Seconds to wait for an answer on the same machine."""
ERASING: Final = 300.0
"""Seconds in which every copy on a slow stick is written anew."""
SILENCE: Final = 15.0
"""Seconds without even a heartbeat after which a stream is taken for dead."""


class HallGone(Exception):  # noqa: N818 - it is no programming error
    """Nobody answers on the control port."""


class Control:
    """A hall that was found: commands in, facts out. Each call may come from any thread."""

    def __init__(self, about: dict[str, Any], language: str | None = None) -> None:
        """A line to the hall that tells this of itself; it answers in ``language``."""
        self.about = about
        self._token = f"Bearer {about['token']}"
        self.language = language or spoken.language
        """In which the hall says what is wrong."""
        where = urlsplit(str(about["control_url"]))
        self._place = (where.hostname or "127.0.0.1", where.port or 0)

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": self._token, "Accept-Language": self.language}

    @classmethod
    def find(cls, file: Path) -> "Control | None":
        """The hall that says it has this file open and answers; None where none does."""
        about = runfile.read(file)
        if about is None:
            return None
        control = cls(about)
        try:
            control.about = control.get("/hall")
        except HallGone:
            return None
        return control

    def send(self, case: str | None, name: str, **fields: object) -> dict[str, Any]:
        """Send a command under a new id; the answer has ``ok`` and, refused, a ``message``."""
        return self.send_as(new_command_id(), case, name, **fields)

    def send_as(
        self, command_id: str, case: str | None, name: str, **fields: object
    ) -> dict[str, Any]:
        """Send a command under an id of one's own: the same id twice does nothing more."""
        body = {"id": command_id, "name": name, **fields}
        if case is not None:
            body["case"] = case
        return self._ask("POST", "/command", json.dumps(body).encode())

    def send_all(self, bodies: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Send commands, whole and under ids of one's own, in their order; one answer each."""
        said = self._ask("POST", "/commands", json.dumps(list(bodies)).encode())
        answers: list[dict[str, Any]] = said["answers"]
        return answers

    def get(self, path: str) -> dict[str, Any]:
        """What the hall says on a path."""
        return self._ask("GET", path)

    def keep(self, **venue: object) -> dict[str, Any]:
        """Keep something of the venue; the whole comes back, or ``ok`` false with a message."""
        return self._ask("POST", "/venue", json.dumps(venue).encode())

    def look(self, wanted: Mapping[str, Any]) -> dict[str, Any]:
        """A picture that the hall does not see, or ``ok`` false with a message."""
        return self._ask("POST", "/preview", json.dumps(dict(wanted)).encode())

    def erase(self, wanted: Mapping[str, Any]) -> dict[str, Any]:
        """Erase for good; what went, or ``ok`` false with a message."""
        return self._ask("POST", "/erase", json.dumps(dict(wanted)).encode(), ERASING)

    def choose(self, case: str) -> None:
        """Let the projector follow this case."""
        self._ask("POST", f"/cases/{case}/choose", b"{}")

    def stop(self) -> None:
        """Ask the hall to close."""
        self._ask("POST", "/hall/stop", b"{}")

    def facts(self, after: int = 0, *, follow: bool = True) -> Iterator[bytes]:
        """Every fact after this number as a line of JSON; empty lines are heartbeats.

        Raises HallGone when the stream breaks.
        """
        connection = http.client.HTTPConnection(*self._place, timeout=SILENCE)
        try:
            path = f"/facts?after={after}&follow={int(follow)}"
            connection.request("GET", path, headers=self._headers)
            with connection.getresponse() as answer:
                if answer.status != http.client.OK:
                    raise HallGone
                for line in answer:
                    yield line.strip()
        except (OSError, http.client.HTTPException) as error:
            raise HallGone from error
        finally:
            connection.close()

    def _ask(
        self, method: str, path: str, body: bytes | None = None, patience: float = PATIENCE
    ) -> dict[str, Any]:
        connection = http.client.HTTPConnection(*self._place, timeout=patience)
        try:
            connection.request(method, path, body, self._headers)
            with connection.getresponse() as answer:
                said = json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise HallGone from error
        finally:
            connection.close()
        if not isinstance(said, dict) or said.get("reason") == "forbidden":
            raise HallGone
        return said


def new_command_id() -> str:
    """An id for a command that nobody else makes."""
    return secrets.token_hex(12)


def must_find(file: Path) -> Control:
    """The hall of this file; raises Trouble where none answers."""
    control = Control.find(file)
    if control is None:
        raise Trouble("hall_gone", file=file)
    return control
