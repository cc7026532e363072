"""What phones can do: join, write, edit, vote, answer; as a form with a page after, or as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from screens.phone import visitor
from screens.phone.bodies import (
    FORM,
    JSON,
    ON_FIELDS,
    AnswerBody,
    AnyBody,
    EditBody,
    JoinBody,
    Malformed,
    NoteBody,
    Sent,
    TakeBackBody,
    TellBody,
    TestBody,
    wrong_fields,
)
from screens.phone.pages import FormName, Slip
from screens.phone.tongues import Tongues, Voice
from screens.phone.visitor import Happening, Said, Visit
from screens.secrets import new_secret, read_secret
from screens.service import Service
from storage.batch import Receipt
from storage.trouble import Trouble
from workshop.basics import Refused
from workshop.clusters import standing
from workshop.commands import AnyCommand
from workshop.testers import asks_need

OF_ONES_OWN: Final = frozenset({"edit", "take_back"})
"""Forms that change what one has sent, which may have come between two gatherings."""


class Wishing(Protocol):
    """A body that holds a command."""

    @property
    def id(self) -> str:
        """The command's id."""

    def command(self) -> AnyCommand:
        """The command."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a phone sent, and from which gathering."""

    request: Request
    sent: Sent
    form: FormName
    visit: Visit
    voice: Voice

    @property
    def fields(self) -> Mapping[str, Any]:
        """What its form held, to be shown again if it is not taken in."""
        return self.sent.fields


class Sending:
    """The routes that take something in."""

    def __init__(self, service: Service, tongues: Tongues) -> None:
        self._service = service
        self._tongues = tongues

    async def join(self, request: Request) -> Response:
        """Join, or say another role, table or number of heads."""
        opened = await self._open(request, "join", JoinBody)
        if isinstance(opened, Response):
            return opened
        letter, body = opened
        held, secret = letter.visit.secret, letter.visit.secret
        if body.code:
            secret = read_secret(body.code[:64])
            if secret is None:
                return self._no(letter, 422, {"code": Refused("code")})
            if not visitor.ever_joined(letter.visit.case, secret):
                return self._no(letter, 422, {"code": Refused("code_unknown")})
        given = None if secret and secret == held else secret or new_secret()
        letter = replace(letter, visit=replace(letter.visit, secret=secret or given))
        answer = await self._record(letter, body.id, body.command())
        if not isinstance(answer, Receipt):
            return answer
        extra = {"secret": given} if given else {}
        said = Said("changed" if letter.visit.presence else "joined")
        # Without a cookie at the next page, the phone refuses cookies, and is told so.
        mark = "joined&" if held is None else ""
        response = self._yes(letter, answer, said, extra, mark)
        if given:
            visitor.give_secret(response, letter.visit.case.id, given)
        return response

    async def note(self, request: Request) -> Response:
        """Say something."""
        opened = await self._open(request, "note", NoteBody)
        if isinstance(opened, Response):
            return opened
        letter, body = opened
        asks = body.what == "idea" and not body.about and not body.no_need
        # A person is asked which need it answers; a program's idea is flagged, as any other's.
        if asks and not letter.sent.is_json and standing(letter.visit.case):
            return self._no(letter, 409, {"about": Refused("choose_need")})
        return await self._kept(
            letter, body, lambda r: Said("edited" if r.edited else "received", body.id)
        )

    async def edit(self, request: Request) -> Response:
        """Give one's own note another wording."""
        opened = await self._open(request, "edit", EditBody)
        if isinstance(opened, Response):
            return opened
        letter, body = opened
        answer = await self._record(letter, body.id, body.command())
        if not isinstance(answer, Receipt):
            return answer
        return self._yes(letter, replace(answer, edited=True), Said("edited", body.note))

    async def take_back(self, request: Request) -> Response:
        """Take back one's own note."""
        opened = await self._open(request, "take_back", TakeBackBody)
        if isinstance(opened, Response):
            return opened
        letter, body = opened
        return await self._kept(letter, body, lambda _: Said("taken_back", body.note))

    async def answer(self, request: Request) -> Response:
        """Answer a poll; the whole answer replaces an earlier one."""
        opened = await self._open(request, "answer", AnswerBody)
        if isinstance(opened, Response):
            return opened
        return await self._kept(*opened, lambda receipt: at_that_time(receipt, "answered"))

    async def test(self, request: Request) -> Response:
        """Say «I can test», or take it back."""
        opened = await self._open(request, "test", TestBody)
        if isinstance(opened, Response):
            return opened
        return await self._kept(*opened, lambda receipt: at_that_time(receipt, "offered"))

    async def tell(self, request: Request) -> Response:
        """Answer the questions after a test; the whole answer replaces an earlier one."""
        opened = await self._open(request, "tell", TellBody)
        if isinstance(opened, Response):
            return opened
        letter, body = opened
        here = letter.visit.presence
        asks = here is not None and asks_need(letter.visit.case, here.role)
        if here and (lacks := body.lacks(asks_need=asks)):
            return self._no(letter, 422, {lacks: Refused("choose_one")})
        return await self._kept(letter, body, lambda receipt: at_that_time(receipt, "told"))

    async def _kept(
        self, letter: Letter, body: Wishing, said: Callable[[Receipt], Said]
    ) -> Response:
        """Store it, and say what happened; or say why it was not stored."""
        answer = await self._record(letter, body.id, body.command())
        return self._yes(letter, answer, said(answer)) if isinstance(answer, Receipt) else answer

    async def _open(
        self, request: Request, form: FormName, kind: type[AnyBody]
    ) -> tuple[Letter, AnyBody] | Response:
        """The letter and its body, or what is wrong with them."""
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type not in {FORM, JSON}:
            raise HTTPException(415)
        sent, voice = Sent(await request.body(), media_type), self._tongues.of(request)
        asked = sent.fields.get("case")
        try:
            body = sent.read(kind)
        except ValidationError as error:
            wrong = wrong_fields(error)
            if not wrong:
                raise Malformed from error
            visit = self._visit(request, form, asked)
            if isinstance(visit, Refused):
                return self._outside(sent, voice, visit)
            return self._no(Letter(request, sent, form, visit, voice), 422, wrong)
        visit = self._visit(request, form, body.case)
        if isinstance(visit, Refused):
            return self._outside(sent, voice, visit)
        return Letter(request, sent, form, visit, voice), body

    def _visit(self, request: Request, form: FormName, asked: str | None) -> Visit | Refused:
        """Where the form belongs: in an open gathering, or to what was sent between two."""
        visit = visitor.visit(self._service, request, asked)
        if isinstance(visit, Refused) and form in OF_ONES_OWN:
            return visitor.between(self._service, request, asked) or visit
        return visit

    def _outside(self, sent: Sent, voice: Voice, refused: Refused) -> Response:
        pages = voice.pages
        if sent.is_json:
            return self._json_no(409, refused.reason, pages.sentence(refused))
        heading = pages.say("phone.trouble_heading")
        lead = pages.sentence(refused)
        return HTMLResponse(pages.message(heading, lead, to_start=True, text=sent.text), 409)

    async def _record(
        self, letter: Letter, command_id: str, command: AnyCommand
    ) -> Receipt | Response:
        """The receipt, or the page or JSON that says why there is none."""
        answer = await self._asked(letter, command_id, command)
        return self._refuse(letter, answer) if isinstance(answer, Refused) else answer

    async def _asked(
        self, letter: Letter, command_id: str, command: AnyCommand
    ) -> Receipt | Refused | Response:
        """What became of it; a page or JSON where the disk refused."""
        visit = letter.visit
        if visit.secret is None:
            return Refused("not_joined")
        try:
            return await self._service.phone(visit.case.id, visit.secret, command_id, command)
        except Trouble:
            return self._not_stored(letter)

    def _refuse(self, letter: Letter, refused: Refused) -> Response:
        """A refusal, beside the field that it is about where there is one."""
        if refused.reason in ON_FIELDS:
            return self._no(letter, 409, {ON_FIELDS[refused.reason]: refused})
        return self._no(letter, 409, {}, refused)

    def _not_stored(self, letter: Letter) -> Response:
        pages = letter.voice.pages
        message = pages.say("phone.refused_not_stored")
        if letter.sent.is_json:
            return self._json_no(507, "not_stored", message)
        heading = pages.say("phone.trouble_heading")
        return HTMLResponse(
            pages.message(heading, message, to_start=False, text=letter.sent.text), 507
        )

    def _yes(
        self,
        letter: Letter,
        receipt: Receipt,
        said: Said,
        extra: Mapping[str, str] | None = None,
        mark: str = "",
    ) -> Response:
        if letter.sent.is_json:
            content = {
                "ok": True,
                "command": receipt.command,
                "seq": receipt.seq,
                "at": receipt.at.isoformat(timespec="milliseconds"),
                "repeated": receipt.repeated,
                "edited": receipt.edited,
            }
            return JSONResponse(content | dict(extra or {}))
        # Each page has an address of its own, so that Back finds the form that was sent.
        response = RedirectResponse(f"{letter.visit.here}{mark}after={receipt.seq}", 303)
        visitor.leave_word(response, said)
        return response

    def _no(
        self,
        letter: Letter,
        status: int,
        wrong: Mapping[str, Refused],
        refused: Refused | None = None,
    ) -> Response:
        if letter.sent.is_json:
            first = refused or next(iter(wrong.values()))
            kind = "refused" if refused else "error"
            return self._json_no(status, first.reason, letter.voice.pages.sentence(first, kind))
        # A gathering may have turned since the form was drawn: look again.
        visit = self._visit(letter.request, letter.form, letter.visit.case.id)
        if isinstance(visit, Refused):
            return self._outside(letter.sent, letter.voice, visit)
        if visit.between and refused:
            return self._outside(letter.sent, letter.voice, refused)
        slip = Slip(letter.form, letter.fields, wrong, refused)
        view = visitor.view_of(self._service, visit)
        return HTMLResponse(letter.voice.faces.draw(visit, view, slip=slip), status)

    def _json_no(self, status: int, reason: str, message: str) -> Response:
        return JSONResponse({"ok": False, "reason": reason, "message": message}, status)


def at_that_time(receipt: Receipt, what: Happening) -> Said:
    """What happened, with when: shown as the time of day."""
    return Said(what, str(int(receipt.at.timestamp())))
