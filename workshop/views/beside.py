"""What a phone is told and asked beside the block: the opening, and the tests that are out."""

from collections.abc import Mapping
from datetime import date

from workshop.basics import Value
from workshop.case import Case
from workshop.motivation import hear_by
from workshop.planned import Presence
from workshop.stands import stood_for
from workshop.terms import Hit, Stand
from workshop.testers import asks_need, told_by
from workshop.tried import Tester
from workshop.views.shared import title_of_sketch


class Stood(Value):
    """What those elected have said that they dare, hold to, drive or support."""

    who: str
    text: str
    stand: Stand


class Welcome(Value):
    """Why one is asked, what is promised, and when one hears more."""

    why: str
    """Empty where nobody has said it in words of the case's own."""
    promises: tuple[str, ...]
    hear_by: date | None
    stands: tuple[Stood, ...]
    """What those elected have said that they dare, hold to, drive and support."""
    shown: bool
    """Whether the hall sees it now."""
    values: tuple[str, ...] = ()
    """What the municipality wants to be, in the words of its strategy."""


class TesterSaid(Value):
    """What somebody has answered after a test."""

    has_need: bool
    hit: Hit | None
    quote: str


class OutTest(Value):
    """A test that is out, and what this phone has answered."""

    id: str
    title: str
    asks_need: bool
    """Whether one is asked if the need is one's own."""
    said: TesterSaid | None


def welcome(case: Case) -> Welcome | None:
    """The opening, from when the hall has seen it and for as long as the gathering lasts."""
    if case.gathering is None or not case.shown.welcomed:
        return None
    return Welcome(
        why=case.why_asked,
        promises=tuple(p.text for p in case.promises.values()),
        hear_by=hear_by(case),
        stands=tuple(Stood(who=p.who, text=p.text, stand=p.stand) for p in stood_for(case)),
        shown=case.shown.wall == "opening",
        values=tuple(value.name for value in case.pack.values),
    )


def out_tests(
    case: Case, presence: Presence | None, marks: Mapping[str, str]
) -> tuple[OutTest, ...]:
    """The tests that somebody here may answer for; ``marks`` are this phone's, by test."""
    if presence is None:
        return ()
    return tuple(
        OutTest(
            id=test.id,
            title=title_of_sketch(case, test.sketch),
            asks_need=asks_need(case, presence.role),
            said=_said(told_by(test, mark) if (mark := marks.get(test.id)) else None),
        )
        for test in case.tests.values()
        if test.out
    )


def _said(tester: Tester | None) -> TesterSaid | None:
    if tester is None:
        return None
    return TesterSaid(has_need=tester.has_need, hit=tester.hit, quote=tester.quote)
