"""The routes of the LAN port: join, write, vote, look; nothing that steers, nothing of others."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from screens.arrivals import Arrivals
from screens.phone import visitor
from screens.phone.assets import PROBES, Assets
from screens.phone.bodies import FORM, JSON, Malformed
from screens.phone.following import Following
from screens.phone.guards import Guards
from screens.phone.inbox import Inbox
from screens.phone.papers import helper_routes
from screens.phone.returning import Returning
from screens.phone.tongues import Choosing, Tongues
from screens.phone.voting import Voting
from screens.phone.wishes import edited, wish_of
from screens.service import Service
from workshop.basics import Refused
from workshop.case import Case

YEAR: Final = 31_536_000
WORTH_PACKING: Final = 1_000
"""Bytes from which on an answer is packed for a phone that takes it so."""
PACKED: Final = 4
"""How hard: a page becomes a third in a fifth of a millisecond."""
SEES_JSON: Final = frozenset({"/me", "/live", "/follow"})


def phone_app(
    service: Service,
    allowed_hosts: Callable[[], frozenset[str]],
    clock: Callable[[], float] = time.monotonic,
    arrivals: Arrivals | None = None,
) -> ASGIApp:
    """The app of the LAN port.

    ``allowed_hosts`` are the Host headers that it answers; ``clock`` counts
    seconds, for how fast phones may write.
    """
    tongues = Tongues()
    looking = Looking(service, tongues)
    sending = Voting(service, tongues, clock)
    trouble = _Troubles(tongues)
    routes = [
        Route("/", looking.page),
        Route("/me", looking.me),
        Route("/live", looking.live),
        Route("/hello", _hello, methods=["POST"]),
        Route("/join", sending.join, methods=["POST"]),
        Route("/note", sending.note, methods=["POST"]),
        Route("/edit", sending.edit, methods=["POST"]),
        Route("/take-back", sending.take_back, methods=["POST"]),
        Route("/ballot", sending.ballot, methods=["POST"]),
        Route("/answer", sending.answer, methods=["POST"]),
        Route("/test", sending.test, methods=["POST"]),
        Route("/tell", sending.tell, methods=["POST"]),
        *_between(service, tongues, looking.inbox),
        *helper_routes(service, tongues.press, clock),
        Route("/language", Choosing(service, tongues, looking.inbox).choose, methods=["POST"]),
        Route("/language", _home),
        Route("/static/{name}", _Static(tongues.assets).answer),
        Route("/favicon.ico", _nothing),
        *(Route(path, _probe) for path in PROBES),
    ]
    app = Starlette(routes=routes, exception_handlers=trouble.handlers)
    app.router.redirect_slashes = False
    whole = _beside(app, Following(service, tongues))
    return Guards(whole, allowed_hosts, trouble.answer, clock, arrivals)


def _between(service: Service, tongues: Tongues, inbox: Inbox) -> list[Route]:
    """What phones can send while no gathering is open."""
    return [
        Route("/idea", inbox.idea, methods=["POST"]),
        Route("/idea", _home),
        Route("/code", Returning(service, tongues).code, methods=["POST"]),
    ]


def _beside(app: ASGIApp, following: ASGIApp) -> ASGIApp:
    """The stream beside the other routes: each layer around it costs every phone every picture."""
    packed = GZipMiddleware(app, minimum_size=WORTH_PACKING, compresslevel=PACKED)

    async def inside(scope: Scope, receive: Receive, send: Send) -> None:
        is_stream = scope["path"] == "/follow" and scope["method"] == "GET"
        await (following if is_stream else packed)(scope, receive, send)

    return inside


class Looking:
    """What phones can see."""

    def __init__(self, service: Service, tongues: Tongues) -> None:
        self._service = service
        self._tongues = tongues
        self.inbox = Inbox(service, tongues)

    async def page(self, request: Request) -> Response:
        """The page of this phone, whatever the meeting is doing."""
        query = request.query_params
        visit = visitor.visit(self._service, request, query.get("case"))
        if isinstance(visit, Refused):
            return self._outside(request, visit)
        view = visitor.view_of(self._service, visit)
        wish = wish_of(query)
        said = visitor.hear_word(request)
        faces = self._tongues.of(request).faces
        response = HTMLResponse(
            faces.draw(visit, view, said=said, wish=wish, no_cookies="joined" in query)
        )
        # Kept by the phone alone, so that Back brings the same form: sent again, it is an edit.
        response.headers["cache-control"] = "private, no-cache"
        if visit.secret is None:
            visitor.give_secret(response, visit.case.id)
        if said:
            response.delete_cookie(visitor.SAID, path="/", httponly=True, samesite="lax")
        return response

    def _outside(self, request: Request, refused: Refused) -> Response:
        pages = self._tongues.of(request).pages
        if refused.reason == "choose_gathering":
            return HTMLResponse(pages.choose(self._service.open_cases()))
        if self._service.open_cases():
            return RedirectResponse("/", 303)
        if own := self._own(request):
            return own
        known = visitor.before(self._service, request)
        box = self.inbox.case(request.query_params.get("inbox"))
        if box is not None and (known is None or "inbox" in request.query_params):
            return self.inbox.page(request, box)
        if known is None:
            return HTMLResponse(pages.nothing())
        return self._after(request, *known, box)

    def _after(self, request: Request, case: Case, secret: str, box: Case | None) -> Response:
        """What became of one's notes, with what has just happened to one of them."""
        view = visitor.looking_back(self._service, case, secret)
        said = visitor.hear_word(request)
        drawn = self._tongues.of(request).pages.after(
            view, case.id, secret, said=said, inbox=box.id if box else ""
        )
        response = HTMLResponse(drawn)
        if said:
            response.delete_cookie(visitor.SAID, path="/", httponly=True, samesite="lax")
        return response

    def _own(self, request: Request) -> Response | None:
        """The page to change an idea that was sent between gatherings, where one asks for it."""
        wish = wish_of(request.query_params)
        if wish is None or wish.what != "edit":
            return None
        visit = visitor.between(self._service, request, request.query_params.get("inbox"))
        if visit is None:
            return None
        view = visitor.view_of(self._service, visit)
        if edited(view, None, wish) is None:
            return None
        return HTMLResponse(self._tongues.of(request).faces.draw(visit, view, wish=wish))

    async def me(self, request: Request) -> Response:
        """Everything that the cookie's owner may know, as JSON."""
        visit = visitor.visit(self._service, request, request.query_params.get("case"))
        if isinstance(visit, Refused):
            return self._refused(request, visit)
        view = visitor.view_of(self._service, visit)
        return Response(view.model_dump_json(), media_type=JSON)

    async def live(self, request: Request) -> Response:
        """The small picture that all phones of a gathering share, with its ETag."""
        visit = visitor.visit(self._service, request, request.query_params.get("case"))
        if isinstance(visit, Refused):
            return self._refused(request, visit)
        frame = self._service.frame(visit.case.id)
        tag = f'"{blake2b(frame, digest_size=9).hexdigest()}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(frame, media_type=JSON, headers=headers)

    def _refused(self, request: Request, refused: Refused) -> Response:
        message = self._tongues.of(request).pages.sentence(refused)
        return JSONResponse({"ok": False, "reason": refused.reason, "message": message}, 404)


@dataclass(frozen=True, slots=True)
class _Static:
    """The fixed table of assets."""

    assets: Assets

    async def answer(self, request: Request) -> Response:
        """A file by its hashed name, packed where the phone takes it so."""
        asset = self.assets.find(request.path_params["name"])
        if asset is None:
            raise HTTPException(404)
        headers = {
            "cache-control": f"public, max-age={YEAR}, immutable",
            "vary": "accept-encoding",
            "content-type": asset.kind,
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(asset.packed, headers=headers | {"content-encoding": "gzip"})
        return Response(asset.plain, headers=headers)


@dataclass(frozen=True, slots=True)
class _Troubles:
    """What could not be answered, said kindly, as a page or as JSON."""

    tongues: Tongues

    def answer(self, scope: Scope, status: int, reason: str) -> Response:
        """The small page, or JSON where JSON was sent or asked for."""
        request = Request(scope)
        pages = self.tongues.of(request).pages
        message = pages.say(f"phone.refused_{reason}")
        if _wants_json(request):
            return JSONResponse({"ok": False, "reason": reason, "message": message}, status)
        heading = pages.say("phone.trouble_heading")
        return HTMLResponse(pages.message(heading, message, to_start=True), status)

    @property
    def handlers(self) -> Any:
        """By what went wrong."""
        ours = {HTTPException: self.http, Malformed: self.malformed}
        return ours | {Exception: self.ours}

    async def http(self, request: Request, error: HTTPException) -> Response:
        """No such page, or not that way."""
        reason = {404: "not_found", 405: "method", 415: "media_type"}.get(error.status_code)
        response = self.answer(request.scope, error.status_code, reason or "malformed")
        response.headers.update(error.headers or {})
        return response

    async def malformed(self, request: Request, error: Malformed) -> Response:  # noqa: ARG002
        """A body that says nothing we understand."""
        return self.answer(request.scope, 400, "malformed")

    async def ours(self, request: Request, error: Exception) -> Response:  # noqa: ARG002
        """Something went wrong in the hall."""
        return self.answer(request.scope, 500, "trouble")


def _wants_json(request: Request) -> bool:
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    asked = request.headers.get("accept", "")
    return request.url.path in SEES_JSON or sent == JSON or (JSON in asked and sent != FORM)


async def _hello(request: Request) -> Response:  # noqa: ARG001
    """Each page says once that it can send; nothing is kept of it."""
    return Response(status_code=204)


async def _home(request: Request) -> Response:  # noqa: ARG001
    """The address of a page that came with another language, typed or loaded anew."""
    return RedirectResponse("/", 303)


async def _nothing(request: Request) -> Response:  # noqa: ARG001
    return Response(status_code=204, headers={"cache-control": f"public, max-age={YEAR}"})


async def _probe(request: Request) -> Response:
    status, kind, body = PROBES[request.url.path]
    return Response(body or None, status, media_type=kind)
