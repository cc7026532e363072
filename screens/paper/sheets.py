"""What is printed before the evening: poster, table cards, slips, ballots, the emergency card.

Each is one HTML page with its fonts in it, A4 in black and white, to be printed from a browser.
"""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from screens import qr
from screens.inviting import built
from screens.paper.answers import answer_sheet
from screens.paper.ballots import Target, layout
from screens.paper.methods import method_cards
from screens.words import Words
from workshop import handlingsrom, vote_codes
from workshop.basics import Value
from workshop.case import Case
from workshop.merging import paragraphs
from workshop.practice import is_made_up
from workshop.results import why_so_many
from workshop.views import title_of

Kind = Literal[
    "invitation",
    "poster",
    "cards",
    "slips",
    "ballots",
    "codes",
    "answers",
    "emergency",
    "runthrough",
    "methods",
]
KINDS: Final[tuple[Kind, ...]] = (
    *("invitation", "poster", "cards", "slips"),
    *("ballots", "answers", "emergency", "runthrough", "methods"),
)
"""What every evening can use; codes are printed for who asks for them."""
RUN: Final = (("before", 5), ("doors", 4), ("needs", 5), ("weigh", 4), ("try", 3), ("end", 4))
"""The parts of a first evening, and how many things there are to tick off in each."""
CARDS_ON_A_SHEET: Final = 2
SLIPS_ON_A_SHEET: Final = 6
CODES_ON_A_SHEET: Final = 24
BLANK_ROWS: Final = 8
_HERE: Final = Path(__file__).parent


class Place(Value):
    """What the sheets say of the hall and its network."""

    address: str
    code: str = ""
    """Empty before a gathering is open; then there is a line to write it on."""
    wifi: str = ""
    password: str = ""
    file: str = ""
    """Where the ledger lies, for the emergency card."""


class Numbers(Value):
    """How many of each, and from which number slips and ballots are counted."""

    tables: int = 10
    slips: int = 60
    ballots: int = 40
    first: int = 1


def sheet(
    kind: Kind, case: Case, place: Place, numbers: Numbers, say: Words, about: str = ""
) -> str:
    """One kind of sheet as a page; ``about`` says what answers are asked for, if no open poll."""
    own = _own(kind, case, numbers, say, about)
    return _rendered(kind, "base.html", _common(case, place, say) | own)


def together(
    kinds: Sequence[Kind],
    case: Case,
    place: Place,
    numbers: Numbers,
    say: Words,
    about: str = "",
) -> str:
    """Several kinds after each other in one page, to be printed at once."""
    common = _common(case, place, say)
    bodies = [
        Markup(_rendered(kind, "inner.html", common | _own(kind, case, numbers, say, about)))  # noqa: S704 - escaped in its own template
        for kind in kinds
    ]
    return _templates().get_template("together.html").render(**common, bodies=bodies)


def _rendered(kind: Kind, outer: str, told: dict[str, Any]) -> str:
    return _templates().get_template(f"{kind}.html").render(**told, outer=outer)


def _own(kind: Kind, case: Case, numbers: Numbers, say: Words, about: str) -> dict[str, Any]:
    own: dict[str, Any] = {}
    match kind:
        case "cards":
            own = {"pages": _numbered(numbers.tables, 1, CARDS_ON_A_SHEET)}
        case "slips":
            own = {"pages": _numbered(numbers.slips, numbers.first, SLIPS_ON_A_SHEET)}
        case "ballots":
            own = _ballots(case, numbers, say)
        case "codes":
            own = {"pages": _codes(case, about)}
        case "answers":
            own = _answers(case, numbers, say, about)
        case "methods":
            own = method_cards(case, about)
        case "runthrough":
            own = {"parts": RUN}
        case "invitation":
            own = {"parts": paragraphs(case.invitation or built(case, say))}
        case "poster" | "emergency":
            pass
    return own


def _common(case: Case, place: Place, say: Words) -> dict[str, Any]:
    # A sheet of a made-up case says so itself, for no list of pages may forget one.
    practice = f'.sheet::before {{ content: "{say("paper.practice")}"; }}\n'
    wifi = qr.network(place.wifi, place.password) if place.wifi else ""
    return {
        "say": say,
        "case": case,
        "place": place,
        "address": place.address.removeprefix("http://").rstrip("/"),
        "page_code": Markup(qr.svg(qr.capitals(place.address))),  # noqa: S704 - our own drawing
        "wifi_code": Markup(qr.svg(wifi)) if wifi else "",  # noqa: S704 - as above
        "until": _day(case.notice.kept_until),
        "led_as": led_as(case, say),
        "style": Markup(_style() + (practice if is_made_up(case.id) else "")),  # noqa: S704 - our own
    }


def led_as(case: Case, say: Words) -> str:
    """What people are invited to, where that is no co-creation; empty where it is."""
    if handlingsrom.is_cocreation(case):
        return ""
    if case.form == "cocreation":
        return say("paper.not_samskaping_at_all")
    return say("paper.not_samskaping", form=say(f"paper.form_{case.form}"))


def _day(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def _numbered(many: int, first: int, together: int) -> list[tuple[int, ...]]:
    """Numbers from the first, so many on each sheet."""
    every = range(first, first + many)
    return [tuple(every[at : at + together]) for at in range(0, many, together)]


def _ballots(case: Case, numbers: Numbers, say: Words) -> dict[str, Any]:
    """The open vote with its frozen numbers, or empty lines where none is open."""
    vote = case.votes.get(case.vote or "")
    targets: Sequence[Target] = [(n, "") for n in range(1, BLANK_ROWS + 1)]
    if vote:
        targets = [(n, title_of(case, t)) for n, t in enumerate(vote.targets, start=1)]
    boxes = vote.dots if vote and vote.stacking else 1
    laid = layout(targets, boxes, labelled=not handlingsrom.is_cocreation(case))
    return {
        "pages": _numbered(numbers.ballots, numbers.first, laid.together),
        "laid": laid,
        "dots": vote.dots if vote else None,
        "why": say(f"paper.why_{why_so_many(vote)}", n=len(vote.targets)) if vote else "",
        "boxes": boxes,
        "coded": vote is not None and vote.level == "code",
    }


def _codes(case: Case, about: str) -> list[tuple[str, ...]]:
    """The codes of one drawing, or all that are good in the gathering, 24 on a sheet."""
    named = tuple(drawn for drawn in case.code_sheets if drawn.id == about)
    drawn = named or vote_codes.sheets_of(case, vote_codes.gathering_for(case))
    codes = [vote_codes.spaced(code) for one in drawn for code in vote_codes.codes_on(one)]
    each = CODES_ON_A_SHEET
    return [tuple(codes[at : at + each]) for at in range(0, len(codes), each)]


def _answers(case: Case, numbers: Numbers, say: Words, about: str) -> dict[str, Any]:
    asked = answer_sheet(case, about, say)
    if asked is None:
        raise KeyError(about)
    return {"asked": asked, "pages": _numbered(numbers.ballots, numbers.first, asked.together)}


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(_HERE / "templates" / "sheets")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@cache
def _style() -> str:
    faces = "".join(
        f"@font-face {{ font-family: Sheet; font-weight: {weight}; "
        f'src: url(data:font/woff2;base64,{b64encode(_font(name)).decode()}) format("woff2"); }}\n'
        for weight, name in ((400, "DejaVuSans"), (700, "DejaVuSans-Bold"))
    )
    return faces + (_HERE / "templates" / "sheets" / "sheet.css").read_text("utf-8")


def _font(name: str) -> bytes:
    return (_HERE / "fonts" / f"{name}.woff2").read_bytes()
