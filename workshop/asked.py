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
    """Whether this is the one who drives the work (pådriver)."""
    usual: bool = True
    """Whether the municipality usually talks with them."""


class Promise(Value):
    """What the municipality promised, who owns it, and when it is due."""

    id: str
    text: str
    owner: str
    due: date | None
