"""The helpers' page: paper is keyed in here, and nothing is read or steered."""

import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Final, get_args

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from screens.phone.bodies import FORM, Sent
from screens.phone.door import Door, Helping, TooMany
from screens.phone.guards import HELPER_COOKIE
from screens.phone.pages import Press
from screens.phone.sheet import Sheet, What
from screens.phone.tongues import language_of
from screens.service import Service
from screens.words import Words
from storage.batch import Receipt
from storage.trouble import Trouble
from workshop.ballots import CODES_LENGTH, CastBallot
from workshop.basics import NOTE_LENGTH, Refused
from workshop.commands import AnyCommand
from workshop.notes import WriteNote
from workshop.polls import AnswerPoll
from workshop.said import Vote
from workshop.terms import Side

HOME: Final = "/hjelp"
_ID: Final = re.compile(r"[A-Za-z0-9_-]{8,40}")
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_POST: Final = ["POST"]
MALFORMED: Final = 422
REFUSED: Final = 409


def helper_routes(service: Service, press: Press, clock: Callable[[], float]) -> list[Route]:
    """The addresses of the helpers' page."""
    return Papers(service, Door(service, clock), press).routes()


class Papers:
    """The routes of whoever has a helper's code."""

    def __init__(self, service: Service, door: Door, press: Press) -> None:
        self._service = service
        self._door = door
        self._press = press
        self._sheets: dict[str, Sheet] = {}
        # Tells two bodies of one form apart; gone with the process, so that nothing can be tried.
        self._key = secrets.token_bytes(32)

    def routes(self) -> list[Route]:
        """The addresses below its own."""
        return [
            Route(HOME, self.page),
            Route(HOME, self.knock, methods=_POST),
            Route(f"{HOME}/lapp", self.slip, methods=_POST),
            Route(f"{HOME}/seddel", self.ballot, methods=_POST),
            Route(f"{HOME}/svar", self.answers, methods=_POST),
            Route(f"{HOME}/ferdig", self.leave, methods=_POST),
        ]

    async def page(self, request: Request) -> Response:
        """Where the code is typed, or where paper is keyed in."""
        helping = self._door.who(request)
        if helping is None:
            return HTMLResponse(self._sheet(request).door())
        return HTMLResponse(
            self._sheet(request).draw(helping, done=request.query_params.get("ok", ""))
        )

    async def knock(self, request: Request) -> Response:
        """Change a code for a cookie."""
        fields = await _form(request)
        try:
            helping = self._door.knock(str(fields.get("code", "")))
        except TooMany:
            answer = HTMLResponse(self._sheet(request).door("too_many"), 429)
            answer.headers["retry-after"] = "30"
            return answer
        if helping is None:
            return HTMLResponse(self._sheet(request).door("wrong"), MALFORMED)
        response = RedirectResponse(HOME, 303)
        self._door.let_in(response, helping)
        return response

    async def leave(self, request: Request) -> Response:  # noqa: ARG002
        """Go out again; the code stays good for who has it."""
        response = RedirectResponse(HOME, 303)
        response.delete_cookie(HELPER_COOKIE, path="/", httponly=True, samesite="strict")
        return response

    async def slip(self, request: Request) -> Response:
        """Key in a slip."""
        fields = await _form(request)
        helping = self._door.who(request)
        if helping is None:
            return self._gone(request)
        wish = {"name": "note.write", "replace": _agreed(fields, "replace")} | {
            k: fields[k] for k in ("what", "text") if k in fields
        }
        if wish.get("what") in get_args(Side):
            wish |= {"what": "frame", "side": wish["what"]}
        try:
            numbers = {k: _number(fields.get(k, "")) for k in ("number", "table")}
            command = WriteNote.model_validate(wish | numbers)
        except (ValidationError, ValueError) as error:
            return self._no(request, helping, "slip", fields, _wrong_slip(error, fields))
        return await self._record(request, helping, "slip", fields, command)

    async def ballot(self, request: Request) -> Response:
        """Key in a ballot: its number, and the numbers of what got its dots."""
        fields = await _form(request)
        helping = self._door.who(request)
        if helping is None:
            return self._gone(request)
        vote = helping.case.votes.get(str(fields.get("vote", "")))
        if vote is None or helping.case.vote != vote.id:
            return self._no(request, helping, "ballot", fields, Refused("vote_closed"))
        picks = picks_of(vote, str(fields.get("numbers", "")))
        if _agreed(fields, "aside"):
            picks = ()
        if picks is None:
            return self._no(
                request, helping, "ballot", fields, Refused("picks", {"n": len(vote.targets)})
            )
        try:
            number = _number(fields.get("number", ""))
        except ValueError:
            return self._no(request, helping, "ballot", fields, Refused("number"))
        command = CastBallot(
            vote=vote.id,
            picks=picks,
            number=number,
            replace=_agreed(fields, "replace"),
            code=str(fields.get("code", ""))[:CODES_LENGTH],
        )
        return await self._record(request, helping, "ballot", fields, command)

    async def answers(self, request: Request) -> Response:
        """Key in a sheet of answers: its number, and a sign for each thing."""
        fields = await _form(request)
        helping = self._door.who(request)
        if helping is None:
            return self._gone(request)
        poll = helping.case.polls.get(str(fields.get("poll", "")))
        if poll is None or helping.case.poll != poll.id:
            return self._no(request, helping, "answers", fields, Refused("poll_closed"))
        sheet = self._sheet(request)
        read = sheet.read_answers(poll, str(fields.get("signs", "")))
        if read is None:
            refused = Refused("signs", {"n": len(poll.form.items)})
            return self._no(request, helping, "answers", fields, refused)
        try:
            number = _number(fields.get("number", ""))
        except ValueError:
            return self._no(request, helping, "answers", fields, Refused("number"))
        replace = _agreed(fields, "replace")
        command = AnswerPoll(poll=poll.id, answers=read, number=number, replace=replace)
        return await self._record(request, helping, "answers", fields, command)

    async def _record(
        self,
        request: Request,
        helping: Helping,
        what: What,
        fields: Mapping[str, Any],
        command: AnyCommand,
    ) -> Response:
        form = str(fields.get("id", ""))
        if not _ID.fullmatch(form):
            raise HTTPException(400)
        body = repr(sorted((k, v) for k, v in fields.items() if k != "id")).encode()
        sent = hmac.new(self._key, body, sha256).hexdigest()[:12]
        try:
            answer = await self._service.helper(
                helping.case.id, helping.helper.id, f"{form}.{sent}", command
            )
        except Trouble:
            return self._no(request, helping, what, fields, Refused("not_stored"), 507)
        if isinstance(answer, Receipt):
            return RedirectResponse(f"{HOME}?ok={what}", 303)
        return self._no(request, helping, what, fields, answer)

    def _no(
        self,
        request: Request,
        helping: Helping,
        what: What,
        fields: Mapping[str, Any],
        refused: Refused,
        status: int = REFUSED,
    ) -> Response:
        """The same form with what was written, and what is the matter."""
        return HTMLResponse(self._sheet(request).draw(helping, what, fields, refused), status)

    def _gone(self, request: Request) -> Response:
        return HTMLResponse(self._sheet(request).door("over"), 403)

    def _sheet(self, request: Request) -> Sheet:
        language = language_of(request)
        if language not in self._sheets:
            self._sheets[language] = Sheet(self._press, Words(language))
        return self._sheets[language]


def picks_of(vote: Vote, typed: str) -> tuple[str, ...] | None:
    """The targets by their numbers, however they are kept apart; 0 is a blank ballot."""
    places = [int(word) for word in re.findall(r"[0-9]{1,4}", typed)]
    if places == [0]:
        return ()
    if not places or any(not 1 <= place <= len(vote.targets) for place in places):
        return None
    return tuple(vote.targets[place - 1] for place in places)


async def _form(request: Request) -> Mapping[str, Any]:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != FORM:
        raise HTTPException(415)
    return Sent(await request.body(), FORM).fields


def _agreed(fields: Mapping[str, Any], act: str) -> bool:
    """Whether the second button was pressed for the number that stands there now."""
    number = str(fields.get("number", "")).strip()
    return bool(number) and fields.get(act) == number


def _number(typed: object) -> int | None:
    plain = str(typed).strip()
    if plain and not _NUMBER.fullmatch(plain):
        raise ValueError(plain)
    return int(plain) if plain else None


def _wrong_slip(error: Exception, fields: Mapping[str, Any]) -> Refused:
    """What can be mended in a slip; the first thing of it."""
    if not isinstance(error, ValidationError):
        return Refused("number")
    found = error.errors(include_url=False)[0]
    if "text" in found["loc"]:
        length = len(str(fields.get("text", "")))
        if "long" not in found["type"]:
            return Refused("text_blank")
        return Refused("text_long", {"n": length, "most": NOTE_LENGTH})
    return Refused("number" if {"number", "table"}.intersection(found["loc"]) else "malformed")
