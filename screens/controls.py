"""The control port: commands in, a stream of facts out, for who has the token."""

import asyncio
import hmac
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any, Final, Protocol

from pydantic import ValidationError
from pydantic_core import from_json
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from screens import wire
from screens.asking import Voices
from screens.copying import Copies
from screens.erasing import Ask, Eraser
from screens.recording import MALFORMED, NOT_STORED, OK, REFUSED, Recorder, Told
from screens.service import Service
from screens.streaming import lines
from screens.venue import keep_venue, kept_venue
from screens.words import Words
from storage.trouble import Trouble

LARGEST_BODY: Final = 256 * 1024
LARGEST_LIST: Final = 4 * 1024 * 1024
MOST_TOGETHER: Final = 200
"""Commands in one list."""

_BY_STATUS: Final = {404: "not_found", 405: "method"}


class Room(Protocol):
    """What the hall knows of the room around it."""

    def told(self) -> dict[str, object]:
        """The address, and how far other devices have come."""

    def look_again(self, *, anew: bool = False) -> None:
        """Find the address again; ``anew`` where somebody has just chosen."""


class ControlRoutes:
    """What the desk, the projector's starter and the command line can ask of the hall."""

    def __init__(
        self,
        service: Service,
        about: Callable[[Words], dict[str, object]],
        voices: Voices,
        copies: Copies,
        room: Room,
    ) -> None:
        self._service = service
        self._about = about
        self._voices = voices
        self._copies = copies
        self._room = room
        self._keeping = asyncio.Lock()

    def routes(self) -> list[BaseRoute]:
        """The routes of `docs/protocol.md`, part «control»."""
        return [
            Route("/hall", self.hall),
            Route("/hall/stop", self.stop, methods=["POST"]),
            Route("/command", self.command, methods=["POST"]),
            Route("/erase", self.erase, methods=["POST"]),
            Route("/commands", self.commands, methods=["POST"]),
            Route("/cases", self.cases),
            Route("/cases/{case}", self.case),
            Route("/cases/{case}/choose", self.choose, methods=["POST"]),
            Route("/schema", self.schema),
            Route("/room", self.room),
            Route("/venue", self.venue),
            Route("/venue", self.keep_venue, methods=["POST"]),
            Route("/facts", self.facts),
        ]

    async def hall(self, request: Request) -> Response:
        """About this hall: addresses, file, process."""
        return JSONResponse(self._about(self._voices.say(request)))

    async def stop(self, request: Request) -> Response:  # noqa: ARG002
        """Close the hall cleanly, once this answer is out."""
        asyncio.get_running_loop().call_later(0.05, self._service.stop)
        return JSONResponse({"ok": True})

    async def command(self, request: Request) -> Response:
        """Record one command; the answer comes when it is on the disk."""
        body = await _body(request)
        if body is None:
            return self._no(request, 413, "too_large")
        status, said = await self._record(self._voices.recorder(request), body)
        return JSONResponse(said, status)

    async def commands(self, request: Request) -> Response:
        """Record a list of commands in its order; a list of answers, each as for one."""
        body = await _body(request, LARGEST_LIST)
        if body is None:
            return self._no(request, 413, "too_large")
        try:
            listed = from_json(body)
        except ValueError:
            return self._no(request, 422, "malformed")
        if not isinstance(listed, list) or len(listed) > MOST_TOGETHER:
            return self._no(
                request, 422, "malformed", details=[{"field": "", "limit": MOST_TOGETHER}]
            )
        recorder = self._voices.recorder(request)
        # All are on their way to the ledger before the first is waited for: one commit for many.
        answers = await asyncio.gather(
            *(self._record(recorder, wire.canonical(one)) for one in listed)
        )
        told = [answer for _, answer in answers]
        return JSONResponse({"ok": all(answer["ok"] for answer in told), "answers": told})

    async def _record(self, recorder: Recorder, body: bytes) -> tuple[int, Told]:
        """The status and the answer of one command."""
        asked = recorder.ask(body)
        if isinstance(asked, dict):
            return MALFORMED, asked
        case, answer = asked
        try:
            receipt = await asyncio.wrap_future(answer)
        except Trouble as trouble:
            return NOT_STORED, recorder.trouble(trouble)
        return recorder.told(case, receipt)

    async def erase(self, request: Request) -> Response:
        """Erase for good; the answer comes when no byte is left that can be reached."""
        try:
            ask = Ask.model_validate_json(await _body(request) or b"")
        except ValidationError as error:
            return self._no(request, 422, "malformed", details=wire.complaints(error))
        eraser = Eraser(self._service.ledger, self._copies, self._voices.recorder(request))
        told = await asyncio.to_thread(eraser.erase, ask)
        return JSONResponse(told, OK if told["ok"] else REFUSED)

    async def cases(self, request: Request) -> Response:  # noqa: ARG002
        """The cases of this file, newest first, and which one the projector follows."""
        shown = self._service.shown_case()
        cases = sorted(self._service.ledger.cases.values(), key=lambda c: c.opened_at, reverse=True)
        rows = [
            {
                "id": c.id,
                "title": c.title,
                "seq": c.seq,
                "opened_at": c.opened_at.isoformat(),
                "gathering": c.gathering,
                "shown": shown is not None and shown.id == c.id,
            }
            for c in cases
        ]
        return JSONResponse({"cases": rows})

    async def case(self, request: Request) -> Response:
        """A whole case as it stands."""
        case = self._service.case(request.path_params["case"])
        if case is None:
            return self._no(request, 404, "no_case")
        return Response(case.model_dump_json(), media_type="application/json")

    async def choose(self, request: Request) -> Response:
        """Let the projector follow this case."""
        case = self._service.case(request.path_params["case"])
        if case is None:
            return self._no(request, 404, "no_case")
        self._service.choose(case.id)
        return JSONResponse({"ok": True})

    async def schema(self, request: Request) -> Response:  # noqa: ARG002
        """What commands, facts and cases may hold, for who writes a client."""
        return JSONResponse(await asyncio.to_thread(wire.schema))

    async def room(self, request: Request) -> Response:  # noqa: ARG002
        """How far other devices have come, and where phones shall come."""
        return JSONResponse(self._room.told())

    async def venue(self, request: Request) -> Response:  # noqa: ARG002
        """What is known of the place and its equipment."""
        kept = kept_venue(self._service.ledger)
        return Response(kept.model_dump_json(), media_type="application/json")

    async def keep_venue(self, request: Request) -> Response:
        """Keep what is known of the place; what the body leaves out stays as it was."""
        body = await _body(request)
        if body is None:
            return self._no(request, 413, "too_large")
        ledger = self._service.ledger
        try:
            changes = from_json(body)
            # Two who keep at once each change what the other has left.
            async with self._keeping:
                venue = kept_venue(ledger).changed(changes)
                await asyncio.to_thread(keep_venue, ledger, venue)
        except ValidationError as error:
            return self._no(request, 422, "malformed", details=wire.complaints(error))
        except ValueError:
            return self._no(request, 422, "malformed")
        except Trouble as trouble:
            return JSONResponse(self._voices.recorder(request).trouble(trouble), NOT_STORED)
        self._service.move_place()
        # Only who has chosen an address may move it; all else that is kept leaves it alone.
        self._room.look_again(anew="host" in changes)
        return Response(venue.model_dump_json(), media_type="application/json")

    async def facts(self, request: Request) -> Response:
        """Every fact after ``after``, one a line; with ``follow`` the stream stays open."""
        try:
            after = int(request.query_params.get("after", "0"))
        except ValueError:
            return self._no(request, 422, "malformed")
        follow = request.query_params.get("follow") == "1"
        return StreamingResponse(
            lines(self._service, after, follow=follow), media_type="application/x-ndjson"
        )

    def _no(self, request: Request, status: int, reason: str, details: object = None) -> Response:
        return JSONResponse(self._voices.recorder(request).no(reason, details), status)


class TokenGate:
    """Lets only loopback hosts and bearers of the token through."""

    def __init__(self, app: ASGIApp, token: str, port: int, open_paths: tuple[str, ...]) -> None:
        self._app = app
        self._token = f"Bearer {token}".encode()
        self._hosts = {f"{name}:{port}".encode() for name in ("127.0.0.1", "localhost", "[::1]")}
        self._open_paths = open_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 to a foreign Host or a missing token, and hand the rest on."""
        headers = dict(scope["headers"])
        known_host = headers.get(b"host") in self._hosts
        by_key = scope["path"].startswith(self._open_paths)
        by_token = hmac.compare_digest(headers.get(b"authorization", b""), self._token)
        if known_host and (by_key or by_token):
            await self._app(scope, receive, send)
        else:
            answer = JSONResponse({"ok": False, "reason": "forbidden"}, 403)
            await answer(scope, receive, send)


def control_app(
    service: Service,
    about: Callable[[Words], dict[str, object]],
    token: str,
    port: int,
    copies: Copies,
    room: Room,
    pages: Mapping[str, list[BaseRoute]],
) -> ASGIApp:
    """The app of the control port; ``pages`` have doors of their own: routes by their path."""
    voices = Voices(service.ledger)
    routes = ControlRoutes(service, about, voices, copies, room).routes()

    async def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        reason = _BY_STATUS.get(status, "trouble")
        said = voices.say(request)(f"refused.{reason}")
        told = {"ok": False, "reason": reason, "message": said}
        return JSONResponse(told, status)

    handlers: Any = {HTTPException: refused, Exception: refused}
    own = chain.from_iterable(pages.values())
    app = Starlette(routes=[*routes, *own], exception_handlers=handlers)
    return TokenGate(app, token, port, tuple(pages))


async def _body(request: Request, largest: int = LARGEST_BODY) -> bytes | None:
    """The body, or None where it is larger than any command."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > largest:
                return None
    except ClientDisconnect:
        return b""
    return body
