"""Coming back between gatherings: a personal code finds what became of one's own notes."""

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from screens.phone import visitor
from screens.phone.bodies import FORM, CodeBody, Malformed, Sent
from screens.phone.tongues import Tongues
from screens.secrets import read_secret
from screens.service import Service
from workshop.basics import Refused


class Returning:
    """Lets another phone, or one that has forgotten, look back with its code."""

    def __init__(self, service: Service, tongues: Tongues) -> None:
        self._service = service
        self._tongues = tongues

    async def code(self, request: Request) -> Response:
        """Keep the secret of the case that the code belongs to, and show what became of it."""
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type != FORM:
            raise HTTPException(415)
        try:
            body = Sent(await request.body(), media_type).read(CodeBody)
        except ValidationError as error:
            raise Malformed from error
        if self._service.open_cases():
            # A gathering has opened meanwhile: there one joins with the code.
            return RedirectResponse("/", 303)
        secret = read_secret(body.code[:64])
        case = self._case_of(secret) if secret else None
        if case is None:
            wrong = Refused("code" if secret is None else "code_unknown")
            return HTMLResponse(self._tongues.of(request).pages.nothing(body.code[:64], wrong), 422)
        response = RedirectResponse("/?after", 303)
        visitor.give_secret(response, case, secret)
        return response

    def _case_of(self, secret: str) -> str | None:
        cases = self._service.ledger.cases.values()
        known = (c.id for c in cases if visitor.took_part(self._service, c, secret))
        return next(known, None)
