"""The hall: ledger, phones, projector and control in one server of two ports."""

import asyncio
import contextlib
import gc
import os
import secrets
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from screens import address, addresses, runfile
from screens.address import LOOPBACK
from screens.arrivals import Arrivals
from screens.controls import control_app
from screens.copying import Copies
from screens.language import spoken
from screens.phone.routes import phone_app
from screens.plain.door import HOME, plain_url
from screens.plain.entrance import plain_routes
from screens.projector.page import projector_routes
from screens.service import Service
from screens.serving import Server
from screens.venue import kept_venue
from screens.words import Words
from storage.file import SQLITE
from storage.ledger import Ledger
from storage.trouble import Trouble

GARBAGE: Final = (50_000, 20, 1_000)
"""Collector thresholds: full collections over thousands of connections would pause receipts."""
_NEW_LOOP: Final = uvicorn.Config(app="", log_config=None).get_loop_factory()
"""How the event loop is made; found here, as what a loop imports belongs to the hall's imports."""
LOOK_EVERY: Final = 5.0
"""Seconds between two looks for this machine's own address."""


@dataclass(frozen=True, slots=True)
class HallOptions:
    """How a hall is started; what is None is found or drawn."""

    file: Path
    case: str | None = None
    host: str | None = None
    bind: str = "0.0.0.0"  # noqa: S104 - phones come from the whole network of the hall
    lan_port: int | None = None
    control_port: int | None = None
    copies: Path | None = None
    """Where automatic copies go when the venue names no folder."""


class Hall:
    """One file, open to be written, and the two ports that serve it."""

    def __init__(self, options: HallOptions) -> None:
        self.options = options
        if options.host and not address.is_host(options.host):
            raise Trouble("no_host", host=options.host)
        self.ledger = Ledger.open(options.file)
        try:
            self._check_case()
            self._lan = self._listen_for_phones()
            self._control = self._listen_for_control()
            self.ledger.keep("lan_port", str(address.port_of(self._lan)))
            self.ledger.keep("control_port", str(address.port_of(self._control)))
            self._projector_key = self._kept_key()
        except BaseException:
            self.ledger.close()
            raise
        self.host = self._found_host("")
        self.arrivals = Arrivals(addresses.own)
        self.arrivals.expect(self._shown_host)
        self._service: Service | None = None
        self.token = secrets.token_urlsafe(24)
        self.copies = Copies(self.ledger, options.copies)

    def _check_case(self) -> None:
        case = self.options.case
        if case and case not in self.ledger.cases:
            raise Trouble("no_such_case", case=case)

    def _listen_for_phones(self) -> socket.socket:
        options, kept = self.options, self.ledger.setting("lan_port")
        if options.lan_port:
            return address.listen(options.bind, options.lan_port)
        if kept:
            return address.listen(options.bind, int(kept))
        ports = address.FIRST_PORTS if options.lan_port is None else (0,)
        return address.listen_on_first(options.bind, ports)

    def _listen_for_control(self) -> socket.socket:
        if self.options.control_port:
            return address.listen(LOOPBACK, self.options.control_port, "--control-port")
        kept = int(self.ledger.setting("control_port") or 0)
        return address.listen_on_first(LOOPBACK, (kept, 0))

    def _kept_key(self) -> str:
        key = self.ledger.setting("projector_key")
        if key is None:
            key = secrets.token_urlsafe(12)
            self.ledger.keep("projector_key", key)
        return key

    def _found_host(self, now: str) -> str:
        """The address that was asked for, or chosen in «Sjekk rommet», or found."""
        if self.options.host:
            return self.options.host
        return addresses.pick(kept_venue(self.ledger).host, now, addresses.addresses())

    def look_again(self, *, anew: bool = False) -> None:
        """Find the address again; where it has changed every code is drawn anew.

        It stays as long as this machine has it, but where somebody has just chosen (``anew``).
        """
        before, self.host = self.host, self._found_host("" if anew else self.host)
        if self.host == before:
            return
        self.arrivals.expect(self._shown_host)
        if self._service:
            self._service.move(self.phone_url)
            # Who starts later reads it there; where it cannot be written, the hall itself is asked.
            with contextlib.suppress(OSError):
                runfile.write(self.options.file, self.about(self._service))

    def told(self) -> dict[str, object]:
        """The address, and how far other devices have come."""
        return {"host": self.host, "phones": self.arrivals.told()}

    @property
    def _shown_host(self) -> str:
        """What a phone that scanned the code calls this hall."""
        return urlsplit(self.phone_url).netloc

    @property
    def phone_url(self) -> str:
        """The address that phones open."""
        return address.url_of(self.host, address.port_of(self._lan))

    @property
    def control_url(self) -> str:
        """The address of the control port."""
        return f"http://{LOOPBACK}:{address.port_of(self._control)}"

    def about(self, service: Service | None = None, say: Words = spoken) -> dict[str, object]:
        """What a desk needs to find this hall, and what its first line says."""
        case = service.shown_case() if service else None
        evening = case.evening if case else None
        return {
            "phone_url": self.phone_url,
            "code": evening.code if evening else None,
            "control_url": self.control_url,
            "token": self.token,
            "pid": os.getpid(),
            "file": str(self.options.file.absolute()),
            "sqlite": SQLITE,
            "projector_url": f"{self.control_url}/projector/{self._projector_key}/",
            "plain_url": plain_url(self.control_url, self.token),
            "case": case.id if case else None,
            "host": self.host,
            "lan_port": address.port_of(self._lan),
            "only_this_machine": self.host == LOOPBACK,
            "copy": self.copies.about(say),
        }

    async def serve(self, announce: Callable[[dict[str, object]], None]) -> None:
        """Serve until told to stop, then close the file cleanly."""
        service = Service(self.ledger, self.phone_url, self.options.case)
        self._service = service
        control_port = address.port_of(self._control)
        lan = phone_app(service, self._allowed_hosts, arrivals=self.arrivals)
        path = f"/projector/{self._projector_key}/"
        control = control_app(
            service,
            lambda say: self.about(service, say),
            self.token,
            control_port,
            self.copies,
            self,
            {
                path: projector_routes(path, service),
                HOME: plain_routes(service, self.token, control_port),
            },
        )
        server = Server(
            _by_port(control_port, control, lan), lambda: self._ready(service, announce)
        )
        service.on_stop(server.ask_to_stop)
        server.on_signal = service.stop
        copying = asyncio.create_task(self.copies.keep_on(lambda: service.stopping))
        looking = asyncio.create_task(self._keep_looking())
        tidying = asyncio.create_task(server.keep_tidy())
        try:
            await server.serve(sockets=[self._lan, self._control])
        finally:
            copying.cancel()
            looking.cancel()
            tidying.cancel()
            runfile.remove(self.options.file)
            await asyncio.to_thread(self.copies.copy)
            self.ledger.close()

    async def _keep_looking(self) -> None:
        """Notice when this machine gets another address."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            self.look_again()

    def _ready(self, service: Service, announce: Callable[[dict[str, object]], None]) -> None:
        about = self.about(service)
        runfile.write(self.options.file, about)
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GARBAGE)
        gc.enable()
        announce(about)

    def _allowed_hosts(self) -> frozenset[str]:
        port = address.port_of(self._lan)
        # Every address of this machine: a phone that scanned the former code still gets through.
        names = {self.host, LOOPBACK, "localhost", *addresses.own()}
        with_port = {f"{name}:{port}" for name in names}
        return frozenset(names | with_port if port == address.WEB_PORT else with_port)


def _by_port(control_port: int, control: ASGIApp, lan: ASGIApp) -> ASGIApp:
    """One app that tells its two ports apart by where a connection came in."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        chosen = control if scope["server"][1] == control_port else lan
        await chosen(scope, receive, send)

    return app


def run(options: HallOptions, announce: Callable[[dict[str, object]], None]) -> None:
    """Run a hall in this process until it is stopped.

    Raises Trouble where the file or a port cannot be had.
    """
    address.allow_many_connections()
    hall = Hall(options)
    # Uvicorn raises the signal again when it has closed; by then all is done.
    for sig in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sig, lambda *_: None)
    with asyncio.Runner(loop_factory=_NEW_LOOP) as runner:
        runner.run(hall.serve(announce))
