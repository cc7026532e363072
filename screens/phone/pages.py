"""The faces of the phone page: what each shows, drawn on the hall's side."""

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Any, Final, Literal, TypeVar, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined

from screens.phone.assets import Assets
from screens.phone.visitor import Said, Visit
from screens.secrets import spoken
from screens.words import LANGUAGES, Words, catalogue
from workshop.basics import Refused
from workshop.case import Case
from workshop.terms import BlockKind, Role
from workshop.views import OwnNote, PhoneView

Thing = TypeVar("Thing")
Kind = Literal["ok", "warn", "err", "info"]
FormName = Literal["join", "note", "edit", "take_back", "ballot", "answer", "test", "tell"]
ROLES: Final = get_args(Role)
MINUTE: Final = 60
THOUSAND: Final = 1_000
_SECONDS: Final = re.compile(r"[0-9]{1,11}")


@dataclass(frozen=True, slots=True)
class Status:
    """What has just happened, in the box at the top."""

    kind: Kind
    title: str
    text: str = ""
    quoted: bool = False
    """Whether the text is what somebody wrote."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A form that was not taken in: which, what it held, and what is wrong with it."""

    form: FormName
    fields: Mapping[str, Any]
    errors: Mapping[str, Refused] = field(default_factory=dict)
    """What is wrong, by field."""
    refused: Refused | None = None
    """Why the meeting did not take it, where no field is to blame."""


class Press:
    """The templates and assets, ready once for all languages."""

    def __init__(self) -> None:
        self.assets: Final = Assets()
        self.env: Final = Environment(
            loader=PackageLoader("screens.phone"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        fixed: dict[str, Any] = {"asset": self.assets.path, "roles": ROLES, "languages": LANGUAGES}
        fixed["blocks"] = get_args(BlockKind)
        self.env.globals |= {"clock": clock, **fixed}


class Pages:
    """Draws every page that a phone can get, in one language."""

    def __init__(self, say: Words, press: Press | None = None) -> None:
        self.say: Final = say
        self._press = press or Press()
        self._known = frozenset(f"phone.{name}" for name in catalogue(say.language, "phone"))

    def draw(self, template: str, **values: Any) -> str:
        """A page; what it does not name is empty."""
        plain: dict[str, Any] = dict.fromkeys(("case_title", "case_id", "step", "form", "text"), "")
        plain |= {"say": self.say, "home": "/", "status": None, "refresh": False}
        marks = dict.fromkeys(
            ("face", "turn", "home", "live", "case", "vote", "poll", "writes", "late", "held"), ""
        )
        marks |= {k: v or "" for k, v in values.pop("marks", {}).items()}
        drawn = self._press.env.get_template(template)
        return drawn.render(**(plain | values), marks=marks)

    def message(self, heading: str, lead: str, *, to_start: bool, text: str = "") -> str:
        """A page that only says something, with what somebody wrote and could not send."""
        marks = {"face": "message", "home": "/"}
        told = {"heading": heading, "lead": lead, "to_start": to_start, "text": text}
        return self.draw("message.html", **told, choices=(), marks=marks)

    def nothing(self, code: str = "", wrong: Refused | None = None) -> str:
        """No gathering is open; the page waits for one, and takes a code to look back with."""
        say = self.say
        return self.draw(
            "none.html",
            heading=say("phone.none_heading"),
            lead=say("phone.none_text"),
            id=fresh_id(),
            values={"code": code},
            errors={"code": self.sentence(wrong, "error")} if wrong else {},
            refresh=wrong is None,
            marks={"face": "none", "home": "/", "live": "/live"},
        )

    def choose(self, cases: Sequence[Case]) -> str:
        """Several gatherings are open; which one?"""
        say = self.say
        choices = [
            {"id": c.id, "title": c.title, "code": c.evening.code} for c in cases if c.evening
        ]
        return self.draw(
            "message.html",
            heading=say("phone.choose_heading"),
            lead=say("phone.choose_text"),
            choices=choices,
            to_start=False,
            marks={"face": "choose", "home": "/"},
        )

    def inbox(
        self,
        view: PhoneView,
        case_id: str,
        secret: str | None,
        *,
        said: Said | None,
        text: str,
        wrong: Mapping[str, Refused],
    ) -> str:
        """No gathering is open, and the idea box is: one field, and one's own ideas under it."""
        return self.draw(
            "inbox.html",
            heading=view.question or self.say("phone.write_heading_idea"),
            case_title=view.title,
            case_id=case_id,
            view=view,
            secret=spoken(secret) if secret and view.notes else "",
            here=f"/?inbox={case_id}&",
            status=self.status(view, said, None, no_cookies=False),
            errors={key: self.sentence(one, "error") for key, one in wrong.items()},
            text=text,
            id=fresh_id(),
            draft=f"{case_id}.idea",
            form="idea",
            kept_until=self.day(view.privacy.kept_until),
            # What is being written is not pulled away when a gathering opens.
            marks={"face": "inbox", "home": "/", "live": "/live"},
        )

    def after(
        self, view: PhoneView, case_id: str, secret: str, *, said: Said | None, inbox: str
    ) -> str:
        """No gathering is open, but this phone took part in one: what became of its notes."""
        return self.draw(
            "after.html",
            heading=self.say("phone.after_heading"),
            inbox=inbox,
            status=self.status(view, said, None, no_cookies=False),
            case_title=view.title,
            view=view,
            secret=spoken(secret),
            here=f"/?inbox={case_id}&",
            answer_date=self.day(view.answer_date),
            kept_until=self.day(view.privacy.kept_until),
            refresh=True,
            marks={"face": "after", "home": "/", "live": "/live"},
        )

    def sentence(self, refused: Refused, kind: str = "refused") -> str:
        """A refusal as a phone says it."""
        values = {k: self._figure(v) for k, v in refused.values.items()}
        values.setdefault("n", values.get("most", 0))
        key = f"phone.{kind}_{refused.reason}"
        return self.say(key if key in self._known else "phone.refused_other", **values)

    def _figure(self, value: object) -> object:
        if isinstance(value, int) and value >= THOUSAND:
            return self.say.number(value)
        return value

    def day(self, day: date | None) -> str:
        """A date in words; empty where there is none."""
        if day is None:
            return ""
        month = self.say(f"phone.month_{day.month}")
        return self.say("phone.date", day=day.day, month=month, year=day.year)

    def status(
        self, view: PhoneView, said: Said | None, slip: Slip | None, *, no_cookies: bool
    ) -> Status | None:
        """The box at the top, if there is anything to say."""
        say = self.say
        if slip:
            return Status("warn", self.sentence(slip.refused)) if slip.refused else None
        if no_cookies and view.face == "join":
            return Status("warn", say("phone.no_cookies"), say("phone.no_cookies_text"))
        if said is None:
            return None
        note = next((n for n in view.notes if n.id == said.about), None)
        match said.what:
            case "joined":
                return Status("ok", say("phone.joined"))
            case "voted" | "answered" | "offered" | "told" if _SECONDS.fullmatch(said.about):
                at = clock(datetime.fromtimestamp(int(said.about), UTC))
                return Status("ok", say("phone.received", at=at), say(f"phone.{said.what}"))
            case "received" if note:
                title = say("phone.received", at=clock(note.at))
                return Status("ok", title, self._quoted(note), quoted=True)
            case "edited" if note:
                return Status("ok", say("phone.edited"), self._quoted(note), quoted=True)
            case "taken_back":
                return Status("ok", say("phone.taken_back"), say("phone.taken_back_text"))
            case "changed" | "edited":
                return Status("ok", say("phone.edited"))
            case _:
                return None

    def _quoted(self, note: OwnNote) -> str:
        return self.say("phone.quote", text=note.text)


def clock(at: datetime) -> str:
    """The time of day on this machine's clock."""
    return f"{at.astimezone():%H:%M}"


def fresh_id() -> str:
    """A new command id for a form."""
    return secrets.token_hex(12)


def shuffled(
    things: Sequence[Thing], box: str, secret: str, name: Callable[[Thing], str]
) -> list[Thing]:
    """The things in an order of this phone's own, always the same for it."""

    def place(thing: Thing) -> bytes:
        said = f"{box}/{name(thing)}".encode()
        return blake2b(said, key=secret.encode(), digest_size=8).digest()

    return sorted(things, key=place)


def step_words(say: Words, visit: Visit, view: PhoneView) -> str:
    """Where the meeting is, for the page's upper edge."""
    if view.face == "join":
        return visit.case.evening.code if visit.case.evening else ""
    if view.block == "pause":
        return say("phone.what_pause")
    if view.block:
        # What the run sheet calls it tells better where the hall is than the kind does; a
        # question has its own title, and may be another than what was planned.
        named = view.block_title if view.face != "poll" else ""
        what = named or say(f"phone.what_{view.block}")
        return say("phone.step_with", station=view.station, what=what)
    return say("phone.step", station=view.station)
