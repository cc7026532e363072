"""Phones in a process of their own, so that the desk in front does not feel them.

``python -m screens.rehearsal URL CASE PHONES`` lives until its standard input is closed.
"""

import asyncio
import sys

from screens.rehearsal.crowd import Crowd
from screens.rehearsal.evening import load
from screens.rehearsal.phone import HUMAN


async def live(url: str, case: str, phones: int) -> None:
    """Let the phones live at human pace until nobody needs them any more."""
    async with Crowd(url, case, phones, evening=load(), pace=HUMAN):
        await asyncio.to_thread(sys.stdin.buffer.read)


if __name__ == "__main__":
    asyncio.run(live(sys.argv[1], sys.argv[2], int(sys.argv[3])))
