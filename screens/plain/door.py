"""Who may use the plain page: whoever came by its own address, on this machine, from this page."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

HOME: Final = "/plain"
LARGEST: Final = 64 * 1024
MOST_FIELDS: Final = 40
FORM: Final = "application/x-www-form-urlencoded"
HEADERS: Final = {
    "content-security-policy": "default-src 'none'; style-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    # Under no-referrer a browser sends a page's own forms with «Origin: null».
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}


def page_key(token: str) -> str:
    """What opens the page and nothing else; from it nobody finds the token of the control port."""
    return _made("plain page", token)


def plain_url(control_url: str, token: str) -> str:
    """The address of the first visit; the cookie takes the key's place, and the key goes away."""
    return f"{control_url}{HOME}?key={page_key(token)}"


def _made(what: str, token: str) -> str:
    return hmac.new(token.encode(), what.encode(), sha256).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form; of one that stands there twice, the last."""

    fields: dict[str, str]

    def get(self, name: str) -> str:
        """What was written in a field; empty where it was not."""
        return self.fields.get(name, "")


class Door:
    """Lets in by key and by cookie, and takes forms only from its own pages."""

    def __init__(self, token: str, port: int) -> None:
        self._key: Final = page_key(token)
        self.form_key: Final = _made("plain form", token)
        # Cookies know no ports: two halls on one machine must not overwrite each other's.
        self._cookie: Final = f"medspill_plain_{port}"

    def opens(self, request: Request) -> bool:
        """Whether the address holds the key."""
        return _same(request.query_params.get("key", ""), self._key)

    def is_in(self, request: Request) -> bool:
        """Whether this browser has been let in."""
        return _same(request.cookies.get(self._cookie, ""), self._key)

    def let_in(self, response: Response) -> None:
        """Give the cookie; it is gone with the browser, and worthless with the next hall."""
        response.set_cookie(self._cookie, self._key, path=HOME, httponly=True, samesite="strict")

    def is_from_here(self, request: Request, form: Form) -> bool:
        """Whether a form was sent from a page of this hall's own, and from no other site.

        Browsers for text name no origin; for them the key that stands in each form is what counts.
        """
        own = f"http://{request.headers.get('host', '')}"
        origins = request.headers.getlist("origin")
        sites = request.headers.getlist("sec-fetch-site")
        return (
            all(origin == own for origin in origins)
            and all(site in {"same-origin", "none"} for site in sites)
            and _same(form.get("key"), self.form_key)
        )


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


async def form_of(request: Request) -> Form | None:
    """What was sent; None where it is no form, or larger than any of ours."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM:
        return None
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return None
        text = body.decode()
        return Form(dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS)))
    except (ClientDisconnect, ValueError):
        return None
