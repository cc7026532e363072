"""The idea box between gatherings: a page with one field, and what one has sent before."""

from typing import Final

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from screens.phone import visitor
from screens.phone.bodies import FORM, IdeaBody, Malformed, Sent, wrong_fields
from screens.phone.pages import Pages
from screens.phone.tongues import Tongues
from screens.phone.visitor import Said
from screens.secrets import new_secret
from screens.service import Service
from storage.batch import Receipt
from storage.trouble import Trouble
from workshop import inbox
from workshop.basics import Refused
from workshop.case import Case

SHUT: Final = frozenset({"not_joined", "not_collecting"})
"""What the meeting says to whom it takes no more ideas from."""


class Inbox:
    """Takes ideas while no gathering is open and the facilitator has opened the box."""

    def __init__(self, service: Service, tongues: Tongues) -> None:
        self._service = service
        self._tongues = tongues

    def case(self, asked: str | None = None) -> Case | None:
        """The case whose box is open: the one asked for, else the one that changed last."""
        if self._service.open_cases():
            return None
        cases = [c for c in self._service.ledger.cases.values() if inbox.takes(c)]
        named = next((c for c in cases if c.id == asked), None)
        return named or max(cases, key=lambda c: c.seq, default=None)

    def page(self, request: Request, case: Case) -> Response:
        """The field, under the question; Back brings the same form."""
        said = visitor.hear_word(request)
        secret = visitor.secret_for(request, case.id)
        drawn = self._drawn(self._tongues.of(request).pages, case, secret, said=said)
        response = HTMLResponse(drawn)
        response.headers["cache-control"] = "private, no-cache"
        if secret is None:
            visitor.give_secret(response, case.id)
        if said:
            response.delete_cookie(visitor.SAID, path="/", httponly=True, samesite="lax")
        return response

    async def idea(self, request: Request) -> Response:
        """Keep an idea; whatever stands in the way, the words come back."""
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type != FORM:
            raise HTTPException(415)
        pages = self._tongues.of(request).pages
        sent = Sent(await request.body(), media_type)
        case = self.case(str(sent.fields.get("case", "")))
        if case is None:
            return self._closed(pages, sent)
        secret = visitor.secret_for(request, case.id)
        try:
            body = sent.read(IdeaBody)
        except ValidationError as error:
            wrong = wrong_fields(error)
            if not wrong:
                raise Malformed from error
            return HTMLResponse(self._drawn(pages, case, secret, text=sent.text, wrong=wrong), 422)
        secret = secret or new_secret()
        try:
            answer = await self._service.phone(case.id, secret, body.id, body.command())
        except Trouble:
            heading, lead = (
                pages.say("phone.trouble_heading"),
                pages.say("phone.refused_not_stored"),
            )
            return HTMLResponse(pages.message(heading, lead, to_start=False, text=sent.text), 507)
        if not isinstance(answer, Receipt):
            return self._closed(pages, sent, answer)
        response = RedirectResponse(f"/?inbox={case.id}", 303)
        visitor.give_secret(response, case.id, secret)
        visitor.leave_word(response, Said("edited" if answer.edited else "received", body.id))
        return response

    def retold(self, request: Request, sent: Sent, pages: Pages) -> str:
        """The field with an idea that somebody began in another language; empty without one."""
        case = self.case(str(sent.fields.get("case", "")))
        if case is None or not sent.text.strip():
            return ""
        return self._drawn(pages, case, visitor.secret_for(request, case.id), text=sent.text)

    def _closed(self, pages: Pages, sent: Sent, why: Refused | None = None) -> Response:
        """A gathering has opened meanwhile, or the box was closed: the words are shown again."""
        is_shut = why is None or why.reason in SHUT
        lead = pages.sentence(Refused("inbox_closed") if is_shut or why is None else why)
        heading = pages.say("phone.trouble_heading")
        return HTMLResponse(pages.message(heading, lead, to_start=True, text=sent.text), 409)

    def _drawn(
        self,
        pages: Pages,
        case: Case,
        secret: str | None,
        *,
        said: Said | None = None,
        text: str = "",
        wrong: dict[str, Refused] | None = None,
    ) -> str:
        view = visitor.looking_back(self._service, case, secret or new_secret())
        return pages.inbox(view, case.id, secret, said=said, text=text, wrong=wrong or {})
