"""Phones in a process of their own, so that the desk in front does not feel them.

``python -m screens.rehearsal URL CASE PHONES`` lives until its standard input is closed.
Each line on it is something that happens in the hall: ``late``, ``prank``, ``drop`` and so on.
"""

import asyncio
import sys

from screens.rehearsal.crowd import Crowd
from screens.rehearsal.evening import load
from screens.rehearsal.pace import HUMAN
from screens.rehearsal.room import WORDS


async def live(url: str, case: str, phones: int) -> None:
    """Let the phones live at human pace until nobody needs them any more."""
    async with Crowd(url, case, phones, evening=load(), pace=HUMAN) as crowd:
        while line := await asyncio.to_thread(sys.stdin.buffer.readline):
            said = line.decode("ascii", errors="replace").strip()
            for word in WORDS:
                if word == said:
                    crowd.call(word)


if __name__ == "__main__":
    asyncio.run(live(sys.argv[1], sys.argv[2], int(sys.argv[3])))
