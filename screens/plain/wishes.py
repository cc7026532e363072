"""What a button of the plain page means: commands, or a question that is asked first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from screens.plain.door import Form
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.onward import LOOP, Doubt, Step, doubt, doubt_of, onward

ASKS_WHY: Final = frozenset({"need_not_gathered", "need_not_stated"})
"""What the hall refuses until there is a reason."""
OPENS: Final = ("needs", "ideas", "missing", "offers", "question")
"""The blocks that collect something, as the page offers them."""
PAPER: Final = ("need", "idea", "actor", "offer")
"""What a slip can hold."""
WALLS: Final = (
    "join",
    "question",
    "programme",
    "opening",
    "actors",
    "collecting",
    "clusters",
    "statement",
    "voting",
    "sketches",
    "testing",
    "poll",
    "fundamentals",
    "road",
    "voices",
    "learnt",
    "became",
    "pledges",
    "reversed",
    "roadmap",
    "effects",
    "wonder",
    "pause",
    "closing",
)
"""The pictures that can be shown by name; a result comes by itself when a vote closes."""
_FIXED: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "more": ("clock.extend", {}),
    "pause": ("clock.pause", {}),
    "resume": ("clock.resume", {}),
    "dark": ("projector.show", {"wall": "blank"}),
    "back": ("projector.show", {"wall": "back"}),
    "close": ("block.stop", {}),
    "close_vote": ("vote.close", {}),
    "close_poll": ("poll.close", {}),
}
_SURE: Final = frozenset({"close_vote", "close_poll"})
"""What cannot be taken back, and is asked first."""

Commands = tuple[tuple[str, Mapping[str, Any]], ...]


class Malformed(Exception):  # noqa: N818 - it is no programming error
    """No form of ours holds this."""


class Moved(Exception):  # noqa: N818 - it is no programming error
    """Something else comes next now than the button said."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before something is done: its keys in the catalogue."""

    title: str
    text: str
    yes: str
    no: str
    reason: bool = False
    must: bool = False
    n: int = 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done, in its order."""

    commands: Commands
    doubt: Doubt | None = None


def token_of(step: Step) -> str:
    """What tells one step from another, so that two presses do not take two steps."""
    return f"{step.kind}.{step.block.id if step.block else step.asked}"


def wish_of(case: Case, act: str, form: Form, hidden: str = "") -> Wish:
    """The commands of a button; raises Malformed where no button of ours says that.

    ``hidden`` is the reason that stands on a note which is kept off the wall.
    """
    if act in _FIXED:
        return Wish((_FIXED[act],))
    match act:
        case "next":
            return _next(case, form.get("step"))
        case "show" if form.get("wall") in WALLS:
            return Wish((("projector.show", {"wall": form.get("wall")}),))
        case "station" if form.get("station") in set("123456"):
            station = int(form.get("station"))
            asked = doubt(case, station, needs=station == LOOP)
            return Wish((("station.go", {"station": station}),), asked)
        case "open" if form.get("kind") in OPENS:
            return _open(case, form.get("kind"))
        case "vote" if form.get("over") in {"need", "idea"}:
            return Wish((("vote.open", {"over": form.get("over")}),))
        case "let" | "hide":
            put = {"state": "shown"} if act == "let" else {"state": "hidden", "reason": hidden}
            return Wish((("note.moderate", {"note": form.get("note"), **put}),))
        case "paper" if form.get("what") in PAPER:
            return Wish((("note.write", _slip(form)),))
        case "undo":
            return Wish((("undo", {"command": form.get("command")}),))
        case _:
            raise Malformed


def _next(case: Case, said: str) -> Wish:
    step = onward(case)
    if token_of(step) != said:
        raise Moved
    return Wish(step.commands, doubt_of(case, step))


def _open(case: Case, kind: Any) -> Wish:
    station = BLOCKS[kind].station
    asked = doubt(case, station, needs=kind == "needs")
    held = asked if asked and (asked.must or kind == "needs") else None
    moves = (("station.go", {"station": station}),) if station else ()
    return Wish((("block.start", {"kind": kind}), *moves), held)


def _slip(form: Form) -> dict[str, Any]:
    fields: dict[str, Any] = {"what": form.get("what"), "text": form.get("text")}
    if form.get("replace"):
        fields["replace"] = True
    for name in ("number", "table"):
        typed = form.get(name).strip()
        if typed:
            fields[name] = int(typed) if typed.isascii() and typed.isdigit() else typed
    return fields


def asked_first(case: Case, act: str, wish: Wish, form: Form) -> Question | None:
    """What must be answered before it is done; None where it has been, or nothing is asked."""
    kind = onward(case).kind if act == "next" else act
    if kind in _SURE and not form.get("sure"):
        if kind == "close_vote":
            return _close("close")
        poll = case.polls.get(case.poll or "")
        waiting = len(case.here) - (poll.turnout.get("phone", 0) if poll else 0)
        return replace(_close("close_poll"), n=max(0, waiting))
    if wish.doubt is not None and not _answered(form, must=wish.doubt.must):
        return why(wish.doubt.about, must=wish.doubt.must)
    return None


def _close(name: str) -> Question:
    title, text, yes, no = (f"desk.{name}_{part}" for part in ("title", "text", "yes", "no"))
    return Question(title, text, yes, no)


def _answered(form: Form, *, must: bool) -> bool:
    return bool(form.get("reason").strip() or (form.get("sure") and not must))


def why(about: str, *, must: bool) -> Question:
    """The question why one goes on all the same: against advice, or before the need is known."""
    if about in ASKS_WHY:
        yes, no = "desk.leap_yes", "desk.leap_no"
        head = f"desk.leap_{about}"
    else:
        yes, no = "desk.against_yes", "desk.against_no"
        head = "desk.holders_missing" if about == "holders" else f"desk.against_{about}"
    return Question(head, f"{head}_text", yes, no, reason=True, must=must)


def with_reason(wish: Wish, form: Form, none_given: str) -> Commands:
    """The commands with what was answered: the gate that is passed, or the reason of a leap."""
    reason = form.get("reason").strip()
    if wish.doubt is not None:
        passed = ("gate.pass", {"gate": wish.doubt.gate, "reason": reason or none_given})
        return (passed, *wish.commands)
    if not reason:
        return wish.commands
    first, *rest = wish.commands
    name, fields = first
    return ((name, {**fields, "reason": reason}), *rest)
