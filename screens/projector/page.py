"""The projector's page in a browser: read-only, under a secret path of the control port."""

import json
import time
from collections.abc import AsyncIterator
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from screens.projector.assets import Assets
from screens.projector.picture import Painter, Picture
from screens.service import Service
from screens.words import Words

TICK: Final = 0.2
"""Seconds between two pictures at the least; a quiet hall paints at once."""
HEARTBEAT: Final = 5.0
YEAR: Final = 31_536_000
SAFE: Final = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
        " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


def projector_routes(path: str, service: Service) -> list[BaseRoute]:
    """The routes below a path that only who may look at the projector knows."""
    routes = _Routes(service)
    return [
        Route(path, routes.page),
        Route(f"{path}picture", routes.picture),
        Route(f"{path}live", routes.live),
        Route(f"{path}{{name}}", routes.asset),
    ]


class _Routes:
    def __init__(self, service: Service) -> None:
        self._service = service
        self._assets = Assets()
        self._painter = Painter(Words(), service.phone_url)

    def _paint(self) -> Picture:
        return self._painter.paint(self._service.shown_case(), self._service.now())

    async def page(self, request: Request) -> Response:  # noqa: ARG002 - Starlette's signature
        case = self._service.shown_case()
        title = case.title if case else "Medspill"
        page = self._painter.page(title, self._assets.names, self._paint())
        return HTMLResponse(page, headers=SAFE)

    async def picture(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse(_told(self._paint()), headers=SAFE)

    async def asset(self, request: Request) -> Response:
        found = self._assets.find(request.path_params["name"])
        if found is None:
            return Response(status_code=404)
        kind, body = found
        headers = {"cache-control": f"public, max-age={YEAR}, immutable"}
        return Response(body, media_type=kind, headers=headers)

    async def live(self, request: Request) -> Response:  # noqa: ARG002
        headers = SAFE | {"x-accel-buffering": "no"}
        return StreamingResponse(self._pictures(), media_type="text/event-stream", headers=headers)

    async def _pictures(self) -> AsyncIterator[str]:
        service = self._service
        before: tuple[str, bool] | None = None
        yield "retry: 1000\n\n"
        while not service.stopping:
            seen = service.revision
            painted = time.monotonic()
            picture = self._paint()
            # The seconds left change all the time; the page counts them itself.
            if (picture.html, picture.paused) != before:
                before = (picture.html, picture.paused)
                yield f"event: picture\ndata: {json.dumps(_told(picture))}\n\n"
            else:
                yield ": here\n\n"
            await service.wait_change(seen, HEARTBEAT)
            rest = TICK - (time.monotonic() - painted)
            if rest > 0 and not service.stopping:
                # Those who write at once are one picture; nothing here waits for them longer.
                await service.pause(rest)


def _told(picture: Picture) -> dict[str, object]:
    return {"html": picture.html, "left": picture.left, "paused": picture.paused}
