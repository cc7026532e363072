"""The one secret a phone has: random, readable, and never stored."""

import hmac
import secrets
from hashlib import sha256
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's letters: none can be taken for another when read aloud or off paper."""
LETTERS: Final = 13
"""Five bits a letter: 65 bits cannot be guessed, even with the file in hand."""
GROUP: Final = 7
_TAKEN_FOR: Final = str.maketrans("OIL", "011")


def new_secret() -> str:
    """A new secret, which is also the personal code: thirteen letters and a check sign."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return letters + _check(letters)


def read_secret(typed: str) -> str | None:
    """The secret that somebody typed, however they wrote it; None where it cannot be one."""
    plain = typed.upper().translate(_TAKEN_FOR)
    letters = "".join(sign for sign in plain if sign in ALPHABET)
    if len(letters) != LETTERS + 1 or _check(letters[:-1]) != letters[-1]:
        return None
    return letters


def spoken(secret: str) -> str:
    """The secret in two groups, as it is shown to its owner."""
    return f"{secret[:GROUP]}-{secret[GROUP:]}"


def mark(secret: str, thing: str) -> str:
    """The owner's mark on a note, a vote or a gathering: an HMAC that nobody else can make."""
    return hmac.new(secret.encode(), thing.encode(), sha256).hexdigest()[:32]


def digest(body: bytes, secret: str = "") -> str:
    """Tells two bodies under one id apart, without telling anybody what they are."""
    return hmac.new(secret.encode(), body, sha256).hexdigest()[:32]


def _check(letters: str) -> str:
    """Catches one wrong letter, and two that changed places."""
    total = sum(i * ALPHABET.index(sign) for i, sign in enumerate(letters, start=1))
    return ALPHABET[total % 31]
