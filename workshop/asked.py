"""Stations 2 and 3: the parts of the case that say who can help, and what they are promised."""

from datetime import date

from workshop import terms
from workshop.basics import Value


class Actor(Value):
    """Somebody who can help, by category and role (Jevnaker 3, after Torfing)."""

    id: str
    name: str
    category: terms.ActorCategory
    role: terms.ActorRole
    driver: bool = False
    """Whether this is the one who drives the work (pådriver); there is never more than one."""
    usual: bool = True
    """Whether the municipality usually talks with them."""
    must: bool = False
    """Whether the work makes no sense without them."""
    expected: int | None = None
    """How many of them are expected; None where nobody has said."""
    note: str | None = None
    """The suggestion from the hall that it came from."""
    interest: bool = False
    """Whether they may gain from one solution over another, as a supplier may (Jevnaker 3.3)."""


class Hindrance(Value):
    """What keeps somebody away, and what is done about it."""

    barrier: terms.Barrier
    remedy: str = ""


class Invitation(Value):
    """How one actor is moved to take part (Jevnaker 3)."""

    gain: str = ""
    """What they get out of it."""
    ask: str = ""
    """What they are asked for: time and place."""
    barriers: tuple[Hindrance, ...] = ()
    channel: terms.Channel | None = None
    reply: terms.Reply | None = None
    """None while they have not been asked."""


class Promise(Value):
    """What the municipality promised, who owns it, and when it is due."""

    id: str
    text: str
    owner: str
    due: date | None
    kept: bool | None = None
    """Whether it was kept; None while nobody has said."""
