"""The helpers' door: the code that somebody types, and the cookie that it is changed for."""

import hmac
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from screens.phone.guards import HELPER_COOKIE, Bucket
from screens.service import Service
from workshop.case import Case
from workshop.helping import CODE_LENGTH, CODE_SIGNS, good
from workshop.lent import Helper

GUESSES: Final = 20
"""Wrong codes in a row from the whole network; then they come back one in five seconds."""
GUESSES_BACK: Final = 0.2
HOURS: Final = 60 * 60 * 12
"""Seconds that a helper's cookie is kept; the code itself is over with the gathering."""
_KEY: Final = "helper_key"
_COOKIE: Final = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Helping:
    """A helper in the case whose papers they key in."""

    case: Case
    helper: Helper


class Door:
    """Lets in who has a code that is good, and nobody by guessing."""

    def __init__(self, service: Service, clock: Callable[[], float] = time.monotonic) -> None:
        self._service = service
        self._clock = clock
        self._guesses = Bucket(GUESSES, GUESSES_BACK, clock())
        self._key: bytes | None = None

    def who(self, request: Request) -> Helping | None:
        """The helper whose cookie this is; None where it is nobody's, or the code is over."""
        shown = request.cookies.get(HELPER_COOKIE, "")
        if not _COOKIE.fullmatch(shown):
            return None
        held = (h for h in self._all() if hmac.compare_digest(self._mark(h.helper), shown))
        return next(held, None)

    def knock(self, typed: str) -> Helping | None:
        """The helper with this code.

        Raises TooMany when so much has been guessed that nobody is told any more.
        """
        if not self._guesses.take(self._clock()):
            raise TooMany
        code = "".join(sign for sign in typed.upper()[:40] if sign in CODE_SIGNS)
        if len(code) != CODE_LENGTH:
            return None
        known = next((h for h in self._all() if hmac.compare_digest(h.helper.code, code)), None)
        if known:
            self._guesses.give_back()
        return known

    def let_in(self, response: Response, helping: Helping) -> None:
        """Give the cookie; it says nothing of the code."""
        mark = self._mark(helping.helper)
        response.set_cookie(HELPER_COOKIE, mark, HOURS, path="/", httponly=True, samesite="strict")

    def _all(self) -> list[Helping]:
        return [Helping(case, h) for case in self._service.open_cases() for h in good(case)]

    def _mark(self, helper: Helper) -> str:
        if self._key is None:
            self._key = self._kept_key()
        return hmac.new(self._key, helper.id.encode(), sha256).hexdigest()[:32]

    def _kept_key(self) -> bytes:
        """Kept in the file, so that helpers go on where they were after a restart."""
        ledger = self._service.ledger
        key = ledger.setting(_KEY)
        if key is None:
            key = secrets.token_hex(32)
            ledger.keep(_KEY, key)
        return key.encode()


class TooMany(Exception):  # noqa: N818 - it is no programming error
    """Too many wrong codes have been tried; one has to wait."""
