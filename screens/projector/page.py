"""The projector's page, and the streams that keep page and terminal up to date."""

from time import monotonic
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from screens.asking import of_wall
from screens.projector.live import HEARTBEAT, Followers
from screens.projector.painter import Painter, Picture
from screens.projector.preview import Previews
from screens.projector.seen import Clock, Seen
from screens.service import Service
from screens.venue import Venue, kept_venue
from screens.words import Words
from workshop.case import Case
from workshop.views import projector_view

YEAR: Final = 31_536_000
MOST_PAGES: Final = 99

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


class ProjectorPage:
    """What the routes of the projector answer."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._say = Words()
        self._painter = Painter(self._say)
        self._followers = Followers(service)
        self._venue: tuple[float, int, Venue] = (-HEARTBEAT, 0, Venue())

    async def page(self, request: Request) -> Response:  # noqa: ARG002
        """The whole page, with the picture of this moment."""
        case = self._service.shown_case()
        page = self._painter.page(self._picture(), case.title if case else "")
        return HTMLResponse(page, headers=HEADERS)

    async def picture(self, request: Request) -> Response:  # noqa: ARG002
        """The picture of this moment, for who cannot follow the stream."""
        return JSONResponse(self._picture().told(), headers=HEADERS)

    async def view(self, request: Request) -> Response:  # noqa: ARG002
        """The same moment as words and figures."""
        return JSONResponse(self._seen().told(), headers=HEADERS)

    async def pages(self, request: Request) -> Response:  # noqa: ARG002
        """Which page the wall is asked to show, of how many, and how many screens follow."""
        case = self._service.shown_case()
        pages = self._followers.pages() or self._picture().pages
        page = min(case.shown.page, pages) if case else 1
        told = {"page": page, "pages": pages, "followers": len(self._followers)}
        return JSONResponse(told, headers=HEADERS)

    async def live(self, request: Request) -> Response:  # noqa: ARG002
        """Every picture from now on, as server-sent events."""
        stream = self._followers.stream("picture", self._picture)
        return StreamingResponse(stream, media_type="text/event-stream", headers=HEADERS)

    async def views(self, request: Request) -> Response:
        """The same as words and figures, for a terminal that says how many pages it makes."""
        told = request.query_params.get("pages", "1")
        pages = min(int(told), MOST_PAGES) if told.isdecimal() else 1
        stream = self._followers.stream("view", lambda: self._seen(pages))
        return StreamingResponse(stream, media_type="text/event-stream", headers=HEADERS)

    async def asset(self, request: Request) -> Response:
        """A file by its hashed name."""
        asset = self._painter.assets.find(request.path_params["name"])
        if asset is None:
            return Response(status_code=404, headers=HEADERS)
        lasting = {"cache-control": f"private, max-age={YEAR}, immutable"}
        return Response(asset.body, headers={**HEADERS, **lasting, "content-type": asset.kind})

    def _picture(self) -> Picture:
        """The picture of this moment."""
        case, address = self._service.shown_case(), self._service.phone_url
        self._say.speak(of_wall(self._place()))
        now, venue = self._service.now(), self._place_for(case)
        network = (venue.wifi, venue.password)
        if case is None:
            return self._painter.welcome(address, network, now)
        view = projector_view(case, now, self._service.cases())
        return self._painter.draw(view, address, _ends(case), network, now)

    def _seen(self, pages: int = 1) -> Seen:
        """What a terminal is told at this moment."""
        return self.seen_of(self._service.shown_case(), pages)

    def seen_of(self, case: Case | None, pages: int = 1) -> Seen:
        """What a terminal would be told of a case as it is, or as it might be."""
        address, venue = self._service.phone_url, self._place_for(case)
        now, cases = self._service.now(), self._service.cases()
        view = projector_view(case, now, cases) if case else None
        ends = _ends(case) if case else (None, None)
        language = of_wall(self._place())
        return Seen(view, address, venue.wifi, venue.password, ends, pages, language)

    def _place_for(self, case: Case | None) -> Venue:
        """The venue while the wall shows the way in; nothing of it else."""
        return self._place() if case is None or case.shown.wall == "join" else Venue()

    def _place(self) -> Venue:
        """The venue, read from the file when it has changed, and at most once a heartbeat."""
        read_at, known, venue = self._venue
        now, moved = monotonic(), self._service.places
        if now - read_at >= HEARTBEAT or moved != known:
            venue = kept_venue(self._service.ledger)
            self._venue = (now, moved, venue)
        return venue


def _ends(case: Case) -> Clock:
    running = case.running
    return (running.ends_at, running.paused_left) if running else (None, None)


def projector_routes(path: str, service: Service) -> list[BaseRoute]:
    """The routes of the projector below its secret path, which ends in a slash."""
    page = ProjectorPage(service)
    previews = Previews(service, page.seen_of)
    return [
        # Not below the secret path: what the hall does not see is for who has the token.
        Route("/preview", previews.preview, methods=["POST"]),
        Route(path, page.page),
        Route(f"{path}live", page.live),
        Route(f"{path}picture", page.picture),
        Route(f"{path}views", page.views),
        Route(f"{path}view", page.view),
        Route(f"{path}pages", page.pages),
        Route(f"{path}{{name}}", page.asset),
    ]
