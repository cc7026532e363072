"""The routes of the plain page: where we are, what can be done, and what became of it."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from screens import wire
from screens.asking import of_hall
from screens.on_wall import short
from screens.plain.door import HEADERS, HOME, Door, Form, form_of
from screens.plain.painter import Painter, Said, Slip
from screens.plain.wishes import (
    ASKS_WHY,
    Commands,
    Malformed,
    Moved,
    asked_first,
    wish_of,
    with_reason,
)
from screens.plain.wishes import why as asked_why
from screens.recording import MALFORMED, NOT_STORED, REFUSED, Recorder, Told
from screens.service import Service
from screens.standing import last_act, standing
from screens.venue import kept_venue
from screens.words import LANGUAGES, Words
from storage.trouble import Trouble
from workshop.case import Case

FORBIDDEN: Final = 403
SEE_OTHER: Final = 303
REMEMBERED: Final = 100
"""Answers that are kept for the page which the browser asks for next."""
EVERY: Final = frozenset({30, 60, 120})
"""Seconds after which the page that only tells may come anew."""
LANGUAGE: Final = "medspill_plain_lang"
YEAR: Final = 31_536_000


class PlainPage:
    """What the routes of the plain page answer."""

    def __init__(self, service: Service, token: str, port: int) -> None:
        self._service = service
        self._door = Door(token, port)
        self._said: OrderedDict[str, Said] = OrderedDict()

    @cached_property
    def _painter(self) -> Painter:
        """Made when somebody first comes; few evenings need it."""
        return Painter(self._door.form_key)

    async def page(self, request: Request) -> Response:
        """The page; the first visit changes its key for a cookie, and the address loses the key."""
        if self._door.opens(request):
            response = RedirectResponse(HOME, SEE_OTHER, HEADERS)
            self._door.let_in(response)
            return response
        if not self._door.is_in(request):
            return self._closed(request)
        language = request.query_params.get("lang", "")
        if language in LANGUAGES:
            response = RedirectResponse(HOME, SEE_OTHER, HEADERS)
            response.set_cookie(LANGUAGE, language, YEAR, path=HOME, samesite="strict")
            return response
        said = self._said.get(request.query_params.get("done", ""))
        return self._page(request, said)

    async def now(self, request: Request) -> Response:
        """Where the hall stands and nothing else; it comes anew only where somebody wants it to."""
        if not self._door.is_in(request):
            return self._closed(request)
        asked = request.query_params.get("every", "")
        every = int(asked) if asked in {str(n) for n in EVERY} else 0
        case, service = self._service.shown_case(), self._service
        say = self._say(request)
        lines = standing(case, service.phone_url, service.now(), say, service.cases())
        headers = HEADERS | ({"refresh": str(every)} if every else {})
        return HTMLResponse(self._painter.now(say, lines, every), headers=headers)

    async def style(self, request: Request) -> Response:
        """The style, under a name that changes with it; it tells nothing."""
        if request.url.path != self._painter.style_path:
            return Response(status_code=404, headers=HEADERS)
        lasting = {"cache-control": f"private, max-age={YEAR}, immutable"}
        return Response(self._painter.style, 200, HEADERS | lasting, "text/css; charset=utf-8")

    async def do(self, request: Request) -> Response:
        """Do what a button says, and go back to the page, which says what became of it."""
        if not self._door.is_in(request):
            return self._closed(request)
        form = await form_of(request)
        if form is None or not self._door.is_from_here(request, form):
            return self._closed(request)
        case, say = self._service.case(form.get("case")), self._say(request)
        if case is None:
            return self._to_page(form, Said(say("refused.no_case"), ok=False))
        act = form.get("act")
        try:
            wish = wish_of(case, act, form, say("desk.reason_hidden"))
        except Malformed:
            return self._to_page(form, Said(say("refused.malformed"), ok=False))
        except Moved:
            return self._to_page(form, Said(say("plain.moved"), ok=False, at="next"))
        asked = asked_first(case, act, wish, form)
        if asked is not None:
            lacks = say("plain.reason_lacks") if asked.must and form.get("sure") else ""
            return self._html(self._painter.question(say, asked, form, lacks))
        commands = with_reason(wish, form, say("desk.against_no_reason"))
        done = self._done(case, act, form, say)
        status, told = await self._record(case, form, commands, say)
        if told["ok"]:
            return self._to_page(form, Said(done, at=form.get("at")))
        if told["reason"] in ASKS_WHY:
            return self._html(
                self._painter.question(say, asked_why(told["reason"], must=True), form)
            )
        if act == "paper":
            slip = Slip(form, str(told["message"]), told["reason"] == "slip_number_taken")
            return self._page(request, None, slip, status)
        message = say("plain.not_done", why=told["message"])
        return self._to_page(form, Said(message, ok=False, at=form.get("at")))

    async def _record(
        self, case: Case, form: Form, commands: Commands, say: Words
    ) -> tuple[int, Told]:
        """Each command in its order, under ids that come from the form; the first that fails."""
        recorder = Recorder(self._service.ledger, say)
        status, told = REFUSED, recorder.no("malformed")
        for n, (name, fields) in enumerate(commands, start=1):
            whole = {"id": _id(form, n), "case": case.id, "name": name, **fields}
            origin = {"origin": "paper"} if name == "note.write" else {}
            status, told = await self._one(recorder, {**whole, **origin})
            if not told["ok"]:
                break
        return status, told

    async def _one(self, recorder: Recorder, body: Mapping[str, Any]) -> tuple[int, Told]:
        asked = recorder.ask(wire.canonical(body))
        if isinstance(asked, dict):
            return MALFORMED, asked
        case, answer = asked
        try:
            return recorder.told(case, await asyncio.wrap_future(answer))
        except Trouble as trouble:
            return NOT_STORED, recorder.trouble(trouble)

    def _done(self, case: Case, act: str, form: Form, say: Words) -> str:
        """What will have been done, in the words of its button, and of which note."""
        if act == "undo":
            last = last_act(case, self._service.ledger.history(case.id), say)
            if last is not None and last.command == form.get("command"):
                return say("plain.undone", what=last.told)
        what = say(f"plain.done_{act}")
        note = case.notes.get(form.get("note"))
        about = note.text if note else form.get("text")
        return say("plain.did_about", did=what, what=short(about)) if about else what

    def _to_page(self, form: Form, said: Said) -> Response:
        """Back to the page under an address of its own, so that Back and Reload do nothing more."""
        done = _id(form, 1)
        self._said[done] = said
        while len(self._said) > REMEMBERED:
            self._said.popitem(last=False)
        return RedirectResponse(f"{HOME}?done={done}", SEE_OTHER, HEADERS)

    def _page(
        self, request: Request, said: Said | None, slip: Slip | None = None, status: int = 200
    ) -> Response:
        service, say = self._service, self._say(request)
        place = (service.phone_url, service.now())
        case = service.shown_case()
        return self._html(self._painter.page(say, case, service.ledger, place, said, slip), status)

    def _closed(self, request: Request) -> Response:
        return self._html(self._painter.door(self._say(request)), FORBIDDEN)

    def _html(self, page: str, status: int = 200) -> Response:
        return HTMLResponse(page, status, HEADERS)

    def _say(self, request: Request) -> Words:
        """The language that was chosen on the page, else the one that the hall speaks."""
        chosen = request.cookies.get(LANGUAGE, "")
        known = chosen in LANGUAGES
        return Words(chosen if known else of_hall(kept_venue(self._service.ledger)))


def _id(form: Form, n: int) -> str:
    """A command's own id, made from the form's."""
    plain = "".join(c for c in form.get("id") if c.isascii() and c.isalnum())[:40]
    return plain if n == 1 else f"{plain}-{n}"
