"""The cable between the hall and its phones, which somebody can pull out."""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit


class Cable:
    """Hands on what phones say to the hall, until it is pulled out; then nobody is reached."""

    def __init__(self, address: str) -> None:
        where = urlsplit(address)
        self._hall = (where.hostname or "", where.port or 80)
        self._server: asyncio.Server | None = None
        self._wires: set[asyncio.StreamWriter] = set()
        self._carrying: set[asyncio.Task[None]] = set()
        self.place = ("127.0.0.1", 0)
        """Where phones find it."""

    async def plug_in(self) -> None:
        """Let everything through, on the same place as before."""
        self._server = await asyncio.start_server(self._met, *self.place)
        self.place = self._server.sockets[0].getsockname()[:2]

    async def pull_out(self) -> None:
        """Cut what is on its way, and reach nobody any more."""
        assert self._server
        self._server.close()
        for wire in tuple(self._wires):
            wire.transport.abort()
        await asyncio.gather(*self._carrying, return_exceptions=True)

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            from_hall, to_hall = await asyncio.open_connection(*self._hall)
        except OSError:
            # The hall is gone as well: the phone sees what it would see without a cable.
            writer.transport.abort()
            return
        self._wires |= {writer, to_hall}
        for source, target in ((reader, to_hall), (from_hall, writer)):
            carrying = asyncio.create_task(self._carry(source, target))
            self._carrying.add(carrying)
            carrying.add_done_callback(self._carrying.discard)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while said := await source.read(65536):
                target.write(said)
                await target.drain()
        target.close()
        self._wires.discard(target)
