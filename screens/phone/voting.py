"""How a phone votes; and where codes are asked for, how often it may guess."""

import time
from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from screens.phone.bodies import BallotBody
from screens.phone.guards import MOST_BUCKETS, Bucket
from screens.phone.sending import Sending, at_that_time
from screens.phone.tongues import Tongues
from screens.service import Service
from storage.batch import Receipt
from workshop.basics import Refused

GUESSES: Final = 10
"""Codes that are not good, in a row from one phone; then one more in twenty seconds.

What all phones can guess together is bounded by the length of a code and by how much the
hall takes in, so that nobody keeps a hall from voting by trying codes.
"""
GUESSES_BACK: Final = 0.05
_GUESSED: Final = frozenset({"vote_code_unknown", "vote_code_used"})
"""What says something of which codes are good; that a sign is wrong does not."""


class Voting(Sending):
    """The routes that take something in, and the one that takes dots."""

    def __init__(
        self, service: Service, tongues: Tongues, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(service, tongues)
        self._clock = clock
        self._guesses: dict[str, Bucket] = {}

    async def ballot(self, request: Request) -> Response:
        """Give one's dots; the whole ballot replaces an earlier one."""
        opened = await self._open(request, "ballot", BallotBody)
        if isinstance(opened, Response):
            return opened
        letter, body = opened
        guesses = self._guesses_of(letter.visit.secret or "") if body.code.strip() else None
        if guesses and not guesses.take(self._clock()):
            return self._refuse(letter, Refused("vote_code_wait"))
        answer = await self._asked(letter, body.id, body.command())
        if guesses and not (isinstance(answer, Refused) and answer.reason in _GUESSED):
            guesses.give_back()
        if isinstance(answer, Refused):
            return self._refuse(letter, answer)
        if isinstance(answer, Receipt):
            return self._yes(letter, answer, at_that_time(answer, "voted"))
        return answer

    def _guesses_of(self, secret: str) -> Bucket:
        now = self._clock()
        if len(self._guesses) > MOST_BUCKETS:
            self._guesses = {s: b for s, b in self._guesses.items() if not b.full(now)}
        return self._guesses.setdefault(secret, Bucket(GUESSES, GUESSES_BACK, now))
