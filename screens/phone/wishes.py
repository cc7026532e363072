"""What a phone asks for by itself, beside what the meeting asks of everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from screens.phone.pages import Slip
from workshop.terms import NoteKind
from workshop.views import OutTest, OwnNote, PhoneView

What = Literal["change", "edit", "offer", "tell", "write"]
WISHES: Final[tuple[What, ...]] = get_args(What)


@dataclass(frozen=True, slots=True)
class Wish:
    """A page that somebody asked for; ``about`` is the id of a note or test, or a kind of note."""

    what: What
    about: str = ""


def wish_of(query: Mapping[str, str]) -> Wish | None:
    """What an address asks for."""
    return next((Wish(what, query[what]) for what in WISHES if what in query), None)


def edited(view: PhoneView, slip: Slip | None, wish: Wish | None) -> OwnNote | None:
    """The note of one's own that is to be edited, where it may be."""
    wanted = _about(slip, wish, "edit", "note")
    return next((n for n in view.notes if n.id == wanted and n.editable), None)


def told(view: PhoneView, slip: Slip | None, wish: Wish | None) -> OutTest | None:
    """The test that is to be answered for, where it is still out."""
    wanted = _about(slip, wish, "tell", "test")
    return next((t for t in view.tests if t.id == wanted), None)


def offers(view: PhoneView, slip: Slip | None, wish: Wish | None) -> bool:
    """Whether somebody says unasked what they can contribute, and may."""
    if slip:
        return view.may_offer and slip.form == "note" and slip.fields.get("what") == "offer"
    return view.may_offer and wish is not None and wish.what == "offer"


def late(view: PhoneView, slip: Slip | None, wish: Wish | None) -> NoteKind | None:
    """The kind of note that somebody began before the meeting went on, and may still send."""
    if slip:
        what = slip.fields.get("what", "need") if slip.form == "note" else None
    else:
        what = wish.about if wish and wish.what == "write" else None
    return next(
        (k for k in view.late if k == what and (view.face, view.writes) != ("write", k)), None
    )


def _about(slip: Slip | None, wish: Wish | None, what: What, field: str) -> str | None:
    if slip:
        return str(slip.fields.get(field)) if slip.form == what else None
    return wish.about if wish and wish.what == what else None
