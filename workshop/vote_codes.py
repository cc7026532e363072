"""Codes on slips: each is one voice in every vote that asks for codes, and nobody's name.

A code is made from a key, so that slips can be printed again and nothing is stored for each.
That a code was used lies apart while its vote is open, and goes when it is closed.
"""

import hmac
import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import Field

from workshop.basics import Command, Fact, Id, Moment, Outcome, Record, Refused
from workshop.case import Case
from workshop.lent import CodeSheet
from workshop.said import Vote

if TYPE_CHECKING:
    from workshop.ballots import CastBallot

SIGNS: Final = "34679ACDEFHJKMNPQRTVWXY"
"""Of each pair that can be taken for another, one at most; a prime number, for the check."""
LENGTH: Final = 9
"""Eight signs by chance, 36 bits, and one that catches a slip of the finger."""
GROUP: Final = 3
MOST: Final = 2_000
"""Codes that can be drawn at once."""
APART: Final = "codes:"
"""Stands before a vote's id where its used codes lie; no id that is sent has a colon."""
_TAKEN_FOR: Final = str.maketrans("0OUG", "QQV6")
_BEFORE: Final = re.compile(r"^[\s\-.,:]*((?:[A-Za-z0-9][\s\-.]*?){9})(?![A-Za-z])(.*)$", re.DOTALL)


class CodesDrawn(Fact):
    """Codes were drawn for a gathering; which they are follows from the key."""

    kind: Literal["codes.drawn"] = "codes.drawn"
    sheet: str
    gathering: str
    key: str
    count: int

    def refers(self) -> frozenset[str]:
        """The gathering."""
        return frozenset({self.gathering})

    def makes(self) -> frozenset[str]:
        """What a vote with codes builds on."""
        return frozenset({"codes"})


Facts = CodesDrawn


class DrawCodes(Command):
    """Draw codes for the open gathering, else for the next that is planned.

    Those that were drawn before stay good.
    """

    name: Literal["codes.draw"] = "codes.draw"
    count: Annotated[int, Field(ge=1, le=MOST)]
    gathering: Id | None = None


Commands = DrawCodes


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish for codes."""
    gathering = command.gathering or gathering_for(case)
    if gathering is None or gathering not in case.gatherings:
        return Refused("no_gathering")
    if case.gatherings[gathering].ended_at is not None:
        return Refused("codes_too_late")
    key, count = moment.drawn, command.count
    return (CodesDrawn(sheet=moment.command, gathering=gathering, key=key, count=count),)


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after codes were drawn."""
    drawn = CodeSheet(id=fact.sheet, gathering=fact.gathering, key=fact.key, count=fact.count)
    return case.model_copy(update={"code_sheets": (*case.code_sheets, drawn)})


def gathering_for(case: Case) -> str | None:
    """The gathering that codes are drawn for: the open one, else the next that is planned."""
    ahead = (g.id for g in case.gatherings.values() if g.opened_at is None and g.ended_at is None)
    return case.gathering or next(ahead, None)


def sheets_of(case: Case, gathering: str | None) -> tuple[CodeSheet, ...]:
    """What was drawn for a gathering, oldest first."""
    return tuple(sheet for sheet in case.code_sheets if sheet.gathering == gathering)


@lru_cache(maxsize=16)
def codes_on(sheet: CodeSheet) -> tuple[str, ...]:
    """The codes of a sheet, in the order in which they are printed."""
    found: dict[str, None] = {}
    at = 0
    while len(found) < sheet.count:
        at += 1
        digest = hmac.new(sheet.key.encode(), str(at).encode(), sha256).digest()
        number, signs = int.from_bytes(digest), ""
        for _ in range(LENGTH - 1):
            number, place = divmod(number, len(SIGNS))
            signs += SIGNS[place]
        found[signs + _check(signs)] = None
    return tuple(found)


@lru_cache(maxsize=16)
def _known(sheet: CodeSheet) -> frozenset[str]:
    return frozenset(codes_on(sheet))


def _check(signs: str) -> str:
    """Catches one wrong sign, and two neighbours that changed places."""
    total = sum(at * SIGNS.index(sign) for at, sign in enumerate(signs, start=1))
    return SIGNS[total % len(SIGNS)]


def spaced(code: str) -> str:
    """The code in groups of three, as it is printed and read aloud."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_codes(typed: str) -> tuple[str, ...] | None:
    """The codes that somebody typed, however they wrote them; None where one of them is none."""
    plain = "".join(s for s in typed.upper().translate(_TAKEN_FOR) if s.isalnum())
    codes = tuple(plain[at : at + LENGTH] for at in range(0, len(plain), LENGTH))
    return codes if all(_is_one(code) for code in codes) else None


def _is_one(code: str) -> bool:
    if len(code) != LENGTH or any(sign not in SIGNS for sign in code):
        return False
    return _check(code[:-1]) == code[-1]


def code_before(typed: str) -> tuple[str, str]:
    """The code that a line begins with, where it does, and the rest of the line."""
    head = _BEFORE.match(typed)
    if head is None or not any(sign.isalpha() for sign in head[1]):
        return "", typed
    return head[1], head[2]


def payment(case: Case, command: "CastBallot", *, by_phone: bool) -> tuple[str, ...]:
    """Under what it lies apart that these codes were used, and a paper's number with them.

    None of the marks can be joined with the ballot: a code's is made from the code alone, and
    says nothing of the paper that it came with.
    """
    vote = case.votes.get(command.vote)
    if vote is None or vote.level != "code":
        return ()
    sheets = sheets_of(case, vote.gathering)
    key = sheets[0].key if sheets else ""
    codes = dict.fromkeys(read_codes(command.code) or ())
    marks = [hmac.new(key.encode(), f"{vote.id}{c}".encode(), sha256).hexdigest() for c in codes]
    return (*marks, *(() if by_phone else (command.place,)))


def to_pay(command: "CastBallot", marks: Sequence[str], spent: Collection[str]) -> tuple[str, ...]:
    """What is put apart for a ballot that was taken; a number that has paid pays no more."""
    return () if command.place in spent else tuple(marks)


def unpaid(
    case: Case, vote: Vote, command: "CastBallot", moment: Moment, voices: int
) -> Refused | None:
    """Why these codes do not open for a first ballot with so many voices; None where they do."""
    if moment.sender != "phone" and command.place in moment.spent:
        # The number was let in with a code before, and its ballot was taken back.
        return None
    codes = read_codes(command.code)
    if codes is None:
        return Refused("vote_code_unread")
    if len(set(codes)) != voices:
        return Refused("vote_code_lacks", {"n": voices})
    good = [_known(sheet) for sheet in sheets_of(case, vote.gathering)]
    if any(all(code not in sheet for sheet in good) for code in codes):
        return Refused("vote_code_unknown")
    return Refused("vote_code_used") if moment.spent else None
