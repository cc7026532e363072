"""The projector's page and the stream that keeps it up to date."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from screens.projector.painter import Painter, Picture
from screens.service import Service
from screens.words import Words
from workshop.case import Running
from workshop.views import projector_view

PACE: Final = 0.2
"""Seconds between two looks at a meeting where much goes on."""
HEARTBEAT: Final = 5.0
"""Seconds between signs of life on a quiet stream."""
YEAR: Final = 31_536_000

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}

Clock = tuple[datetime | None, int | None]
"""When the open block ends, or what is left of it while the clock stands."""


class ProjectorPage:
    """What the routes of the projector answer."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._painter = Painter(Words())

    async def page(self, request: Request) -> Response:  # noqa: ARG002
        """The whole page, with the picture of this moment."""
        case = self._service.shown_case()
        page = self._painter.page(self._look()[0], case.title if case else "")
        return HTMLResponse(page, headers=HEADERS)

    async def picture(self, request: Request) -> Response:  # noqa: ARG002
        """The picture of this moment, for who cannot follow the stream."""
        return JSONResponse(self._look()[0].told(), headers=HEADERS)

    async def live(self, request: Request) -> Response:  # noqa: ARG002
        """Every picture from now on, as server-sent events."""
        return StreamingResponse(self.events(), media_type="text/event-stream", headers=HEADERS)

    async def asset(self, request: Request) -> Response:
        """A file by its hashed name."""
        asset = self._painter.assets.find(request.path_params["name"])
        if asset is None:
            return Response(status_code=404, headers=HEADERS)
        lasting = {"cache-control": f"private, max-age={YEAR}, immutable"}
        return Response(asset.body, headers={**HEADERS, **lasting, "content-type": asset.kind})

    async def events(self) -> AsyncIterator[bytes]:
        """A picture when it has changed, and where it has not, a sign of life with the clock."""
        service, loop = self._service, asyncio.get_running_loop()
        shown: tuple[str, Clock] | None = None
        spoke = loop.time()
        while not service.stopping:
            seen = service.revision
            picture, clock = self._look()
            if (picture.html, clock) != shown:
                shown, spoke = (picture.html, clock), loop.time()
                yield _event("picture", picture.told())
            elif loop.time() - spoke >= HEARTBEAT:
                spoke = loop.time()
                yield _event("beat", picture.clock())
            # What happens meanwhile is drawn in one picture.
            await service.pause(PACE)
            if service.revision == seen:
                await service.wait_change(seen, max(HEARTBEAT - (loop.time() - spoke), 0))

    def _look(self) -> tuple[Picture, Clock]:
        """The picture of this moment, and what its clock goes by."""
        case, address = self._service.shown_case(), self._service.phone_url
        if case is None:
            return self._painter.welcome(address), (None, None)
        view = projector_view(case, self._service.now())
        return self._painter.draw(view, address), _clock(case.running)


def _clock(running: Running | None) -> Clock:
    return (running.ends_at, running.paused_left) if running else (None, None)


def _event(kind: str, told: dict[str, object]) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()


def projector_routes(path: str, service: Service) -> list[BaseRoute]:
    """The routes of the projector below its secret path, which ends in a slash."""
    page = ProjectorPage(service)
    return [
        Route(path, page.page),
        Route(f"{path}live", page.live),
        Route(f"{path}picture", page.picture),
        Route(f"{path}{{name}}", page.asset),
    ]
