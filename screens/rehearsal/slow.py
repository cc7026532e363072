"""An evening that a person leads: the case lies ready, and the phones do what people would."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import Final

from screens.control import Control
from screens.rehearsal.crowd import AWAY
from screens.rehearsal.evening import Evening
from screens.rehearsal.hand import Hand
from screens.rehearsal.preparing import new_case, open_doors, prepare

STOP_SECONDS: Final = 5.0


def ready_case(control: Control, phones: int, evening: Evening, today: date) -> str:
    """A new made-up case at station 5 with needs open; the answer is its id."""
    hand = Hand(control, new_case())

    async def get_ready() -> None:
        gathering = await prepare(hand, evening, today)
        await open_doors(hand, evening, gathering, phones)
        blocks = (await hand.look()).gatherings[gathering].blocks
        needs = next(block.id for block in blocks if block.kind == "needs")
        await hand.give("block.start", block=needs)

    asyncio.run(get_ready())
    return hand.case


class Beside:
    """The phones in their own process, and how they are told that something happens."""

    def __init__(self, case: str, process: "subprocess.Popen[bytes]") -> None:
        self.case, self.away = case, AWAY
        self._process = process

    def call(self, word: str) -> bool:
        """Let something happen among them; false where there are no phones any more."""
        line = self._process.stdin
        if line is None or self._process.poll() is not None:
            return False
        try:
            line.write(f"{word}\n".encode())
            line.flush()
        except OSError:
            return False
        return True


@contextmanager
def phones_beside(url: str, case: str, phones: int) -> Iterator[Beside]:
    """Simulated phones at human pace, in a process that ends with this one."""
    command = [sys.executable, "-m", "screens.rehearsal", url, case, str(phones)]
    # Its standard input is its life line: closed at the end, and also when we are killed.
    process = subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    with process:
        try:
            yield Beside(case, process)
        finally:
            if process.stdin:
                with suppress(BrokenPipeError):
                    process.stdin.close()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
