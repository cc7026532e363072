"""Which language a phone reads: chosen on it, kept in a cookie of its own, and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from screens.phone import visitor
from screens.phone.assets import Assets
from screens.phone.bodies import FORM, Malformed, Sent
from screens.phone.faces import Faces
from screens.phone.pages import FormName, Pages, Press, Slip
from screens.service import Service
from screens.words import DEFAULT, LANGUAGES, Words
from workshop.basics import Refused

COOKIE: Final = "medspill.lang"
_MAIN: Final = {"no": "nb"}
"""Languages of phones that are read as one of ours."""
_FORMS: Final[dict[str, FormName]] = {
    "vote": "ballot",
    "poll": "answer",
    "note": "edit",
    "test": "tell",
    "what": "note",
    "role": "join",
}
"""The form that a field belongs to, the first that fits."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything that a phone is told, in one language."""

    pages: Pages
    faces: Faces


class Tongues:
    """A voice for each language."""

    def __init__(self) -> None:
        press = Press()
        self.press: Final = press
        self.assets: Final[Assets] = press.assets
        self._voices: dict[str, Voice] = {}

    def of(self, request: Request) -> Voice:
        """The voice for this phone."""
        return self.voice(language_of(request))

    def voice(self, language: str) -> Voice:
        """The voice of a language, made when it is first asked for; else LookupError."""
        if language not in self._voices:
            pages = Pages(Words(language), self.press)
            self._voices[language] = Voice(pages, Faces(pages))
        return self._voices[language]


def language_of(request: Request) -> str:
    """The language that was chosen on the phone; before that, nynorsk where the phone itself is.

    A phone set to English is no sign: many who have one read Norwegian best. Who
    does not finds the choice at the top of the first page.
    """
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").split(","):
        main = part.partition(";")[0].strip().lower().partition("-")[0]
        if _MAIN.get(main, main) in {"nb", "nn"}:
            return _MAIN.get(main, main)
    return DEFAULT


class Retelling(Protocol):
    """Who knows the page of the idea box."""

    def retold(self, request: Request, sent: Sent, pages: Pages) -> str:
        """The page with what was begun there, in another language; empty where it is not open."""


class Choosing:
    """The route by which a phone chooses its language."""

    def __init__(self, service: Service, tongues: Tongues, inbox: Retelling) -> None:
        self._service = service
        self._tongues = tongues
        self._inbox = inbox

    async def choose(self, request: Request) -> Response:
        """The page in another language; a form that came along stands there as it was filled in."""
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        sent = Sent(await request.body(), FORM) if media_type == FORM else None
        language = sent.fields.get("lang") if sent else None
        if sent is None or language not in LANGUAGES:
            raise Malformed
        response = self._page(request, sent, language)
        response.set_cookie(
            COOKIE, language, visitor.MONTHS, path="/", httponly=True, samesite="lax"
        )
        return response

    def _page(self, request: Request, sent: Sent, language: str) -> Response:
        if "hjelp" in sent.fields:
            return RedirectResponse("/hjelp", 303)
        form = next((form for field, form in _FORMS.items() if field in sent.fields), None)
        asked = sent.fields.get("case")
        visit = visitor.visit(self._service, request, asked)
        if isinstance(visit, Refused) and form == "edit":
            visit = visitor.between(self._service, request, asked) or visit
        if isinstance(visit, Refused):
            begun = self._inbox.retold(request, sent, self._tongues.voice(language).pages)
            return HTMLResponse(begun) if begun else RedirectResponse("/", 303)
        if form is None or not _holds(form, sent.fields):
            return RedirectResponse(visit.home, 303)
        view = visitor.view_of(self._service, visit)
        slip = Slip(form, sent.fields)
        return HTMLResponse(self._tongues.voice(language).faces.draw(visit, view, slip=slip))


def _holds(form: FormName, fields: Mapping[str, Any]) -> bool:
    """Whether something would be lost with the form."""
    match form:
        case "note" | "edit":
            return bool(str(fields.get("text", "")).strip())
        case "ballot":
            return bool(fields.get("picks"))
        case "answer":
            return bool(fields.get("answers"))
        case _:
            return True
