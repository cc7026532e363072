"""What a phone that only follows costs the hall."""

import asyncio
import gc
import weakref
from pathlib import Path

from starlette.types import Message, Scope

from tests.web.phone.evening import HOST, Evening

SCOPE: Scope = {
    "type": "http",
    "method": "GET",
    "path": "/follow",
    "query_string": b"",
    "headers": [(b"host", HOST.encode())],
    "client": ("127.0.0.1", 1),
}


async def test_a_stream_keeps_no_old_case_alive(tmp_path: Path) -> None:
    """A case that has changed is forgotten though somebody has followed since before."""
    evening = Evening(tmp_path / "hall.db")
    told, gone = asyncio.Event(), asyncio.Event()
    heard: list[Message] = []

    async def receive() -> Message:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        heard.append(message)
        if message["type"] == "http.response.body":
            told.set()

    await evening.open()
    stream = asyncio.create_task(evening.app(SCOPE, receive, send))
    await asyncio.wait_for(told.wait(), 10)
    before = weakref.ref(evening.case)

    await evening.desk("block.start", kind="needs")
    told.clear()
    await asyncio.wait_for(told.wait(), 10)
    gc.collect()

    assert before() is None
    assert b'"block":"needs"' in heard[-1]["body"]
    gone.set()
    await asyncio.wait_for(stream, 10)
    await evening.close()
