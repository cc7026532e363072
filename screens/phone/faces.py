"""Which face a phone gets inside an open gathering, and what stands on it."""

from typing import Any, Final, get_args

from screens.phone import wishes
from screens.phone.pages import MINUTE, Pages, Slip, fresh_id, shuffled, step_words
from screens.phone.polling import Polling
from screens.phone.visitor import Said, Visit
from screens.phone.wishes import Wish
from screens.secrets import spoken
from workshop.actor_map import PHONE_CATEGORIES
from workshop.slips import LONGEST
from workshop.terms import BlockKind, NoteKind, Side
from workshop.views import OutTest, OwnNote, PhoneView, PhoneVote

CLOSING_STATION: Final = 6
SILENT: Final = "wonder"
"""The block in which everybody thinks alone; what is written then stays on the phone."""
KINDS: Final = get_args(NoteKind)
OF_THE_QUESTION: Final = frozenset({"need", "idea", "objection"})
"""What is written in answer to the question itself."""
TEMPLATES: Final = {"change": "join", "offer": "write"}
"""The templates that serve more than the face of their own name."""
RESTING: Final = frozenset({None, "welcome", "test"})
"""While one of these is open, or nothing is, who waits is asked what they tested."""
_MAIN_FORMS: Final = {
    "join": "join",
    "change": "join",
    "write": "note",
    "edit": "edit",
    "unsent": "unsent",
    "offer": "note",
    "tell": "tell",
    "vote": "ballot",
    "poll": "answer",
}
"""The form of a face, which goes along when another language is chosen."""
_JOIN_FIELDS: Final = {"role": "resident", "table": "", "heads": "1", "code": ""}


class Faces:
    """Chooses a face for one phone and draws it."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._say = pages.say
        self._polling = Polling(pages)

    def draw(
        self,
        visit: Visit,
        view: PhoneView,
        *,
        said: Said | None = None,
        slip: Slip | None = None,
        wish: Wish | None = None,
        no_cookies: bool = False,
    ) -> str:
        """The page of this phone.

        ``wish`` is what the phone itself asks for. ``slip`` is a form that was not
        taken in; ``no_cookies`` that the phone joined and came back without its cookie.
        """
        if view.face == "join" and not visit.between and not (slip and _written(slip)):
            face, values = "join", self._join(view, slip, "join")
        elif asked := self._asked(visit, view, slip, wish):
            face, values = asked
        elif slip and _has_no_place(slip, view):
            face, values = "unsent", self._unsent(visit, slip)
        else:
            face, values = self._turn(visit, view, slip)
        return self._pages.draw(
            f"{TEMPLATES.get(face, face)}.html",
            **self._frame(visit, view, face, slip),
            status=self._pages.status(view, said, slip, no_cookies=no_cookies),
            refresh=face in {"wait", SILENT} and slip is None,
            **values,
        )

    def _asked(
        self, visit: Visit, view: PhoneView, slip: Slip | None, wish: Wish | None
    ) -> tuple[str, dict[str, Any]] | None:
        """What this phone asked for by itself, where it may have it."""
        if (slip and slip.form == "join") or (not slip and wish and wish.what == "change"):
            return "change", self._join(view, slip, "change")
        if note := wishes.edited(view, slip, wish):
            return "edit", self._edit(visit, note, slip)
        if test := wishes.told(view, slip, wish):
            return "tell", self._tell(visit, test, slip)
        if wishes.offers(view, slip, wish):
            return "offer", self._write(visit, view, slip, "offer")
        if kind := wishes.late(view, slip, wish):
            return "offer", self._write(visit, view, slip, kind)
        return None

    def _turn(self, visit: Visit, view: PhoneView, slip: Slip | None) -> tuple[str, dict[str, Any]]:
        """What the meeting asks of everybody now."""
        match view.face:
            case "vote":
                return "vote", self._vote(visit, view, slip)
            case "poll":
                return "poll", self._polling.face(view, visit.secret or "", slip)
            case "write" if view.writes:
                return "write", self._write(visit, view, slip, view.writes)
            case "wait" if view.block == SILENT:
                return SILENT, self._wonder(visit, view)
            case _:
                return "wait", self._wait(view)

    def _frame(self, visit: Visit, view: PhoneView, face: str, slip: Slip | None) -> dict[str, Any]:
        """What every face has."""
        errors = slip.errors if slip else {}
        return {
            "face": face,
            "form": _MAIN_FORMS.get(face, ""),
            "view": view,
            "case_id": visit.case.id,
            "case_title": view.title,
            "step": step_words(self._say, visit, view),
            "home": visit.home,
            "here": visit.here,
            "secret": spoken(visit.secret) if visit.secret else "",
            "kept_until": self._pages.day(view.privacy.kept_until),
            "hear_by": self._pages.day(view.welcome.hear_by) if view.welcome else "",
            "errors": {k: self._pages.sentence(r, "error") for k, r in errors.items()},
            "id": (slip.fields.get("id") if slip else None) or fresh_id(),
            "notes_shown": face == "wait" and _closing(view),
            "marks": {
                "face": face,
                # Between gatherings there is no turn; the first that comes is told of.
                "turn": "" if visit.between else view.turn,
                "home": visit.home,
                "live": visit.live,
                "case": visit.case.id,
                "vote": view.vote.id if view.vote else "",
                "poll": view.poll.id if view.poll else "",
                "writes": view.writes,
                "late": " ".join(view.late),
                # What is filled in and not sent is not pulled away.
                "held": _MAIN_FORMS[face] if slip and face in {"vote", "poll"} else "",
            },
        }

    def _join(self, view: PhoneView, slip: Slip | None, face: str) -> dict[str, Any]:
        say, me = self._say, view.me
        values = dict(_JOIN_FIELDS)
        if view.roles:
            values["role"] = view.roles[0]
        if me:
            values |= {"role": me.role, "table": str(me.table or ""), "heads": str(me.heads)}
        if slip and slip.form == "join":
            values |= {k: str(slip.fields.get(k, v)) for k, v in values.items()}
        return {"heading": say(f"phone.{face}_heading"), "values": values}

    def _edit(self, visit: Visit, note: OwnNote, slip: Slip | None) -> dict[str, Any]:
        text = str(slip.fields.get("text", note.text)) if slip else note.text
        return {
            "heading": self._say("phone.edit_heading"),
            "note": note,
            "values": {"text": text},
            "take_back_id": fresh_id(),
            "draft": f"{visit.case.id}.{note.id}",
            "longest": LONGEST.get(note.what, 0),
        }

    def _unsent(self, visit: Visit, slip: Slip) -> dict[str, Any]:
        return {
            "heading": self._say("phone.unsent_heading"),
            "values": {"text": _written(slip)},
            "what": _what(slip),
            "draft": f"{visit.case.id}.{slip.fields.get('note') or _what(slip)}",
        }

    def _tell(self, visit: Visit, test: OutTest, slip: Slip | None) -> dict[str, Any]:
        said = test.said
        values = {
            "has_need": str(int(said.has_need)) if said else "",
            "hit": (said.hit if said else "") or "",
            "text": said.quote if said else "",
        }
        if slip:
            values |= {name: str(slip.fields.get(name, "")) for name in values}
        return {
            "heading": self._say("phone.tell_heading", title=test.title),
            "test": test,
            "values": values,
            "draft": f"{visit.case.id}.{test.id}",
        }

    def _write(
        self, visit: Visit, view: PhoneView, slip: Slip | None, writes: NoteKind
    ) -> dict[str, Any]:
        held = slip.fields if slip and slip.form == "note" else {}
        own = self._say(f"phone.write_heading_{writes}")
        names = ("text", "category", "no_need", "stand", "side")
        values = {name: str(held.get(name, "")) for name in names}
        return {
            "writes": writes,
            "heading": (view.question or own) if writes in OF_THE_QUESTION else own,
            "categories": PHONE_CATEGORIES if writes == "actor" else (),
            "sides": get_args(Side) if writes == "frame" else (),
            "values": {**values, "about": held.get("about", ())},
            "draft": f"{visit.case.id}.{writes}",
            "longest": LONGEST.get(writes, 0),
        }

    def _vote(self, visit: Visit, view: PhoneView, slip: Slip | None) -> dict[str, Any]:
        say, vote, me = self._say, view.vote, view.me
        if vote is None or me is None:
            return {}
        held = slip.fields if slip and slip.form == "ballot" else {}
        picks = held.get("picks", vote.picks)
        key = "phone.vote_heading" if me.heads == 1 else "phone.vote_heading_shared"
        return {
            "heading": say(key, n=vote.dots),
            "targets": shuffled(
                vote.targets, vote.id, visit.secret or "", lambda target: target.id
            ),
            "picks": {t.id: min(picks.count(t.id), vote.most) for t in vote.targets},
            "left": max(0, vote.dots - len(picks)),
            "told": self._told(vote, me.heads),
            "code": str(held.get("code", "")),
        }

    def _told(self, vote: PhoneVote, heads: int) -> str:
        """Why there are so many dots, and how they may be laid."""
        say = self._say
        rules = [say("phone.vote_change")]
        if heads != 1:
            each = say("phone.dots", n=vote.each)
            rules.append(say("phone.vote_why_shared", heads=heads, each=each))
        of = say(f"phone.vote_of_{vote.over}", n=len(vote.targets))
        rules.append(say(f"phone.vote_why_{vote.why}", of=of, n=vote.each))
        rule = "stack" if vote.most > heads else "one_each" if heads == 1 else "some_each"
        rules.append(say(f"phone.vote_{rule}", n=heads))
        return " ".join(rules)

    def _wait(self, view: PhoneView) -> dict[str, Any]:
        say = self._say
        pause = ""
        if view.block == "pause":
            heading, lead, pause = say("phone.what_pause"), "", self._pause(view.left)
        elif _closing(view):
            heading = say("phone.closing_heading")
            lead = say("phone.closing_lead" if view.notes else "phone.closing_none")
        else:
            lead = say("phone.now_hands" if view.by_hands else f"phone.now_{view.block or 'none'}")
            heading, lead = (view.question, lead) if view.question else (lead, "")
        day = self._pages.day(view.answer_date)
        told = {"heading": heading, "lead": lead, "pause": pause, "answer_date": day}
        tests = view.tests if view.block in RESTING else ()
        return {**told, "coming": self._coming(view), "tests": tests}

    def _wonder(self, visit: Visit, view: PhoneView) -> dict[str, Any]:
        """The question and room to write for oneself: no form, so nothing of it is ever sent."""
        own = view.block_title or self._say("phone.now_wonder")
        heading, lead = (view.question, own) if view.question else (own, "")
        return {"heading": heading, "lead": lead, "draft": f"{visit.case.id}.{SILENT}"}

    def _coming(self, view: PhoneView) -> str:
        """One line about what comes, where the run sheet has more."""
        coming = view.coming
        if coming is None:
            return ""
        name = coming.title or self._say(f"phone.block_{coming.kind}")
        return self._say("phone.coming", name=name, n=coming.minutes)

    def _pause(self, left: int | None) -> str:
        say = self._say
        if left is None:
            return say("phone.pause_soon")
        if left <= 0:
            return say("phone.pause_now")
        if left < MINUTE:
            return say("phone.pause_less")
        return say("phone.pause_minutes", n=round(left / MINUTE))


def _closing(view: PhoneView) -> bool:
    pause: BlockKind = "pause"
    return view.block == "closing" or (view.station == CLOSING_STATION and view.block != pause)


def _written(slip: Slip) -> str:
    """The words of a note, or of a change to one, that was not taken in."""
    return str(slip.fields.get("text", "")) if slip.form in {"note", "edit"} else ""


def _has_no_place(slip: Slip, view: PhoneView) -> bool:
    """Whether what was written fits into no form that the phone has now."""
    if slip.form == "note":
        return view.face != "write" or view.writes != _what(slip)
    return slip.form == "edit" and bool(_written(slip))


def _what(slip: Slip) -> str:
    what = str(slip.fields.get("what"))
    return what if what in KINDS else "need"
