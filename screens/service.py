"""What the hall does for its surfaces: take wishes, find what is one's own, tell of changes."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from screens.secrets import digest, mark
from storage.batch import Receipt, Wish
from storage.ledger import Answer, Ledger
from workshop.basics import Record
from workshop.case import Case
from workshop.commands import AnyCommand
from workshop.helping import BETWEEN
from workshop.notes import EditNote
from workshop.planned import Presence
from workshop.secret import SecretWish
from workshop.taking_back import TakeBackNote
from workshop.testers import OfferToTest, TellTest
from workshop.views import live_frame

REMEMBERED: Final = 5_000
"""Phones whose notes are remembered at once; beyond that the marks are tried again."""


class Service:
    """The ledger, as the routes of the hall meet it; lives on one event loop."""

    def __init__(self, ledger: Ledger, phone_url: str, chosen: str | None = None) -> None:
        self.ledger = ledger
        self.phone_url = phone_url
        self.stopping = False
        self.places = 0
        """Grows when something else is known of the place, or of what is spoken there."""
        self._chosen = chosen
        self._revision = 0
        self._changed = asyncio.Event()
        self._own: dict[tuple[str, str], list[str]] = {}
        self._frames: dict[str, tuple[tuple[int, int], bytes]] = {}
        self._loop = asyncio.get_running_loop()
        self._stop: Callable[[], None] | None = None
        ledger.listen(self._hear)

    def now(self) -> datetime:
        """The time that is written on everything, in UTC."""
        return datetime.now(UTC)

    def case(self, case: str) -> Case | None:
        """A case as it stands."""
        return self.ledger.cases.get(case)

    def cases(self) -> tuple[Case, ...]:
        """Every case of the file."""
        return tuple(self.ledger.cases.values())

    def open_cases(self) -> tuple[Case, ...]:
        """The cases that have an open gathering."""
        return tuple(c for c in self.ledger.cases.values() if c.gathering)

    def shown_case(self) -> Case | None:
        """The case the projector follows: the chosen one, an open one, or the newest."""
        cases = self.ledger.cases
        if self._chosen and self._chosen in cases:
            return cases[self._chosen]
        newest = max(cases.values(), key=lambda c: c.opened_at, default=None)
        return max(self.open_cases(), key=lambda c: c.seq, default=newest)

    def choose(self, case: str) -> None:
        """Let the projector follow this case."""
        self._chosen = case
        self._tell()

    async def phone(
        self, case_id: str, secret: str, command_id: str, command: AnyCommand
    ) -> Answer:
        """Record a wish of a phone's, under the marks that only its secret can make."""
        case = self.case(case_id)
        thing = command_id
        if isinstance(command, EditNote | TakeBackNote):
            thing = command.note
        elif isinstance(command, SecretWish):
            thing = command.box()
        elif isinstance(command, OfferToTest):
            thing = command.block
        elif isinstance(command, TellTest):
            thing = command.test
        wish = Wish(
            id=command_id,
            case=case_id,
            command=command,
            digest=digest(command.model_dump_json().encode(), secret),
            origin="phone",
            sender="phone",
            mark=mark(secret, thing),
            presence=mark(secret, case.gathering) if case and case.gathering else None,
            muted=case is not None and _is_muted(case, secret),
        )
        answer = await asyncio.wrap_future(self.ledger.record(wish))
        if isinstance(answer, Receipt) and command.name == "note.write":
            own = self._own.get((case_id, secret))
            if own is not None and command_id not in own:
                own.append(command_id)
        return answer

    async def helper(self, case_id: str, helper: str, entry: str, command: AnyCommand) -> Answer:
        """Record a paper that somebody keys in under a helper's code."""
        wish = Wish(
            id=f"{helper}{BETWEEN}{entry}",
            case=case_id,
            command=command,
            # The entry tells two bodies apart by itself, and what is on a ballot leaves no trace.
            digest=None,
            origin="paper",
            sender="helper",
            helper=helper,
        )
        return await asyncio.wrap_future(self.ledger.record(wish))

    def own(self, case_id: str, secret: str) -> tuple[str, ...]:
        """The ids of the notes that this secret wrote, oldest first.

        Nothing stored tells; after a restart every note's mark is tried once.
        """
        known = self._own.get((case_id, secret))
        if known is None:
            case = self.case(case_id)
            notes = case.notes.values() if case else ()
            known = [n.id for n in notes if n.mark and n.mark == mark(secret, n.id)]
            if len(self._own) >= REMEMBERED:
                self._own.clear()
            self._own[case_id, secret] = known
        return tuple(known)

    def presence(self, case: Case, secret: str) -> Presence | None:
        """How this secret joined the open gathering; None where it has not."""
        if case.gathering is None:
            return None
        here = case.presences.get(mark(secret, case.gathering))
        if here and case.poll and case.polls[case.poll].by_role:
            self.ledger.meet(case.poll, mark(secret, case.poll), here.role)
        return here

    def offers_to_test(self, case: Case, secret: str) -> bool:
        """Whether this secret has said «I can test» since it was asked."""
        running = case.running
        known = case.volunteers.get(mark(secret, running.id)) if running else None
        return known is not None and known.heads > 0

    def marks_on_tests(self, case: Case, secret: str) -> dict[str, str]:
        """This secret's mark on each test that is out."""
        return {test.id: mark(secret, test.id) for test in case.tests.values() if test.out}

    def picks(self, case_id: str, secret: str) -> tuple[str, ...] | None:
        """This secret's ballot in the open vote or poll; None where it has not answered."""
        case = self.case(case_id)
        box = (case.vote or case.poll) if case else None
        return self.ledger.ballot(box, mark(secret, box)) if box else None

    def frame(self, case_id: str) -> bytes:
        """The small picture that all phones of a case share, the same bytes for all."""
        case = self.case(case_id)
        if case is None:
            return b"{}"
        now = self.now()
        key = (case.seq, int(now.timestamp()))
        kept = self._frames.get(case_id)
        if kept is None or kept[0] != key:
            kept = (key, live_frame(case, now).model_dump_json().encode())
            self._frames[case_id] = kept
        return kept[1]

    @property
    def revision(self) -> int:
        """Grows with every change."""
        return self._revision

    async def wait_change(self, seen: int, timeout: float) -> int:  # noqa: ASYNC109 - part of the answer
        """The revision once it is newer than the one seen, or the same after the timeout."""
        if self._revision == seen and not self.stopping:
            try:
                async with asyncio.timeout(timeout):
                    await self._changed.wait()
            except TimeoutError:
                return self._revision
        return self._revision

    async def pause(self, seconds: float) -> None:
        """Let changes gather for a moment."""
        await asyncio.sleep(seconds)

    def move(self, phone_url: str) -> None:
        """Phones shall come to another address: every code is drawn anew."""
        if phone_url != self.phone_url:
            self.phone_url = phone_url
            self._tell()

    def move_place(self) -> None:
        """Something else is known of the place: whoever shows it reads it again."""
        self.places += 1
        self._tell()

    def on_stop(self, stop: Callable[[], None]) -> None:
        """How this hall is brought to its end."""
        self._stop = stop

    def stop(self) -> None:
        """Let streams end, and then the hall."""
        self.stopping = True
        self._tell()
        if self._stop:
            self._stop()

    def _hear(self, records: Sequence[Record]) -> None:  # noqa: ARG002 - readers fetch what is new
        self._loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        self._revision += 1
        self._changed.set()
        self._changed = asyncio.Event()


def _is_muted(case: Case, secret: str) -> bool:
    """Whether this secret wrote a note whose phone the facilitator hears no more from."""
    return any(case.notes[n].mark == mark(secret, n) for n in case.quieted)
