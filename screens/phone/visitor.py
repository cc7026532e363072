"""Who is asking: the cookies of one phone, and what was said to it last."""

from dataclasses import dataclass
from typing import Final, Literal

from starlette.requests import Request
from starlette.responses import Response

from screens.secrets import mark, new_secret, read_secret
from screens.service import Service
from workshop.basics import Refused
from workshop.case import Case
from workshop.planned import Presence
from workshop.views import PhoneView, phone_view

COOKIE: Final = "medspill_"
SAID: Final = "medspill.said"
MONTHS: Final = 60 * 60 * 24 * 270
"""Seconds that a phone keeps its secret: a case lives over many evenings."""
ONCE: Final = 120
"""Seconds that a status waits to be shown."""
MOST_CASES: Final = 8

Happening = Literal[
    "joined",
    "changed",
    "received",
    "edited",
    "taken_back",
    "voted",
    "answered",
    "offered",
    "told",
]


@dataclass(frozen=True, slots=True)
class Said:
    """What has just happened, shown once; ``about`` is a note's id, or the time of a ballot."""

    what: Happening
    about: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A phone in one of the open cases, with the secret that it holds there."""

    case: Case
    secret: str | None
    presence: Presence | None
    alone: bool
    """Whether this is the only case that is open."""
    between: bool = False
    """Whether no gathering is open, and the phone looks after what it sent to the idea box."""

    @property
    def home(self) -> str:
        """The address of this phone's page."""
        if self.between:
            return f"/?inbox={self.case.id}"
        return "/" if self.alone else f"/?case={self.case.id}"

    @property
    def here(self) -> str:
        """The beginning of addresses inside this phone's page."""
        if self.between:
            return f"/?inbox={self.case.id}&"
        return "/?" if self.alone else f"/?case={self.case.id}&"

    @property
    def live(self) -> str:
        """The address of the small frame that this phone follows."""
        return "/live" if self.alone else f"/live?case={self.case.id}"


def secret_for(request: Request, case: str) -> str | None:
    """The secret that the phone holds for a case; None where it has none that is well-formed."""
    return read_secret(request.cookies.get(COOKIE + case, "")[:64])


def visit(service: Service, request: Request, asked: str | None) -> Visit | Refused:
    """The open case that a phone is in.

    Named, or the only one, or the only one that it has joined.
    """
    cases = service.open_cases()
    if not cases or (asked and asked not in {c.id for c in cases}):
        return Refused("no_open_gathering")
    visits = [_in(service, request, c, alone=len(cases) == 1) for c in cases]
    if asked:
        visits = [v for v in visits if v.case.id == asked]
    if len(visits) > 1:
        visits = [v for v in visits if v.presence]
    return visits[0] if len(visits) == 1 else Refused("choose_gathering")


def _in(service: Service, request: Request, case: Case, *, alone: bool) -> Visit:
    secret = secret_for(request, case.id)
    presence = service.presence(case, secret) if secret else None
    return Visit(case, secret, presence, alone)


def between(service: Service, request: Request, asked: str | None) -> Visit | None:
    """The case that a phone looks back at while no gathering is open; None where there is none."""
    case = service.case(asked or "")
    if case is None or service.open_cases():
        return None
    secret = secret_for(request, case.id)
    return Visit(case, secret, None, alone=True, between=True) if secret else None


def view_of(service: Service, visit: Visit) -> PhoneView:
    """Everything that this phone may know."""
    if visit.between:
        return looking_back(service, visit.case, visit.secret or "")
    known = visit.secret is not None and visit.presence is not None
    own = service.own(visit.case.id, visit.secret) if known and visit.secret else ()
    picks = service.picks(visit.case.id, visit.secret) if known and visit.secret else None
    offered = known and service.offers_to_test(visit.case, visit.secret or "")
    return phone_view(
        visit.case,
        service.now(),
        visit.presence,
        own,
        picks,
        can_test=offered,
        marks=service.marks_on_tests(visit.case, visit.secret or "") if known else {},
    )


def looking_back(service: Service, case: Case, secret: str) -> PhoneView:
    """What a phone that took part may know when no gathering is open."""
    return phone_view(case, service.now(), None, service.own(case.id, secret), None)


def ever_joined(case: Case, secret: str) -> bool:
    """Whether this secret has joined any gathering of the case."""
    return any(mark(secret, gathering) in case.presences for gathering in case.gatherings)


def took_part(service: Service, case: Case, secret: str) -> bool:
    """Whether this secret has joined a gathering of the case, or sent an idea between them."""
    return ever_joined(case, secret) or bool(service.own(case.id, secret))


def before(service: Service, request: Request) -> tuple[Case, str] | None:
    """The newest case that this phone took part in, and its secret, when none is open."""
    names = [n for n in request.cookies if n.startswith(COOKIE)][:MOST_CASES]
    pairs = [(service.case(n.removeprefix(COOKIE)), n.removeprefix(COOKIE)) for n in names]
    known = [(case, secret_for(request, id_)) for case, id_ in pairs if case]
    joined = [
        (case, secret) for case, secret in known if secret and took_part(service, case, secret)
    ]
    return max(joined, key=lambda pair: pair[0].seq, default=None)


def give_secret(response: Response, case: str, secret: str | None = None) -> str:
    """Let the phone keep a secret for a case, a new one where none is given."""
    secret = secret or new_secret()
    response.set_cookie(COOKIE + case, secret, MONTHS, path="/", httponly=True, samesite="lax")
    return secret


def leave_word(response: Response, said: Said) -> None:
    """Have a status shown on the next page, and only there."""
    value = f"{said.what}.{said.about}"
    response.set_cookie(SAID, value, ONCE, path="/", httponly=True, samesite="lax")


def hear_word(request: Request) -> Said | None:
    """The status that waits to be shown; None where there is none."""
    what, _, about = request.cookies.get(SAID, "").partition(".")
    match what:
        case "joined" | "changed" | "received" | "edited" | "taken_back":
            return Said(what, about)
        case "voted" | "answered" | "offered" | "told":
            return Said(what, about)
        case _:
            return None
