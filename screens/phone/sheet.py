"""How the helpers' page is drawn: two short forms, what was stored last, and nothing of others."""

from collections.abc import Mapping
from typing import Any, Final, Literal, get_args

from screens.keying import read_answers
from screens.phone.door import Helping
from screens.phone.pages import Press, fresh_id
from screens.scales import Scales
from screens.words import Words, catalogue
from workshop.basics import NOTE_LENGTH, Refused
from workshop.blocks import BLOCKS
from workshop.case import Case
from workshop.scored import Poll
from workshop.terms import NoteKind, Side
from workshop.views import worded

What = Literal["slip", "ballot", "answers"]
OFFERED: Final = {
    "slip_number_taken": "replace",
    "paper_number_taken": "replace",
    "too_many_dots": "aside",
    "too_many_on_one": "aside",
}
"""What can be done about a refusal with one more press."""


class Sheet:
    """Draws the helpers' page, in one language."""

    def __init__(self, press: Press, say: Words) -> None:
        self._say = say
        self._press = press
        self._known = catalogue(self._say.language, "helper")
        self._scales = Scales(say)

    def door(self, trouble: str = "") -> str:
        """Where the code is typed."""
        told = self._say(f"helper.door_{trouble}") if trouble else ""
        return self._render("helper_door.html", trouble=told)

    def draw(
        self,
        helping: Helping,
        what: What | None = None,
        fields: Mapping[str, Any] | None = None,
        refused: Refused | None = None,
        done: str = "",
    ) -> str:
        """The two forms; one of them with what it held, where it was not taken."""
        case, helper = helping.case, helping.helper
        vote = case.votes[case.vote] if case.vote else None
        poll = case.polls[case.poll] if case.poll else None
        now: What = "ballot" if vote else "answers" if poll else "slip"
        first: What = what or ("slip" if done == "slip" else now)
        return self._render(
            "helper.html",
            title=case.title,
            id=fresh_id(),
            first=first,
            what=what,
            trouble=self._sentence(refused) if refused else "",
            done=done in {"slip", "ballot", "answers"},
            forms=dict.fromkeys((first, now, "slip")),
            last=helper.entries[-1] if helper.entries else None,
            slips=sum(e.note is not None for e in helper.entries),
            ballots=sum(vote is not None and e.vote == vote.id for e in helper.entries),
            vote=vote,
            poll=poll,
            asked=self._asked(case, poll),
            answered=sum(poll is not None and e.poll == poll.id for e in helper.entries),
            kinds=_kinds(case),
            longest=NOTE_LENGTH,
            **self._offer(dict(fields or {}), refused),
        )

    def read_answers(self, poll: Poll, typed: str) -> dict[str, str] | None:
        """What stands on a sheet of answers, as the desk reads it."""
        return read_answers(typed, poll.what, poll.form, self._scales)

    def _asked(self, case: Case, poll: Poll | None) -> dict[str, Any]:
        """The question, how many signs a sheet has, and what each sign means."""
        if poll is None:
            return {}
        form, scales = worded(case, poll.form), self._scales
        numbered = bool(form.values)
        signs = [
            (str(place if not numbered else step.value), scales.step(poll.what, step))
            for place, step in enumerate(form.steps, start=1)
        ]
        legend = (f"{s} {w}" for s, w in signs if s not in {w, "None"})
        return {
            "title": scales.title(poll.what, form),
            "n": len(form.items),
            "legend": ", ".join(legend),
        }

    def _offer(self, held: Mapping[str, Any], refused: Refused | None) -> dict[str, Any]:
        """What the form held, and what one more press can do about it."""
        offer = OFFERED.get(refused.reason, "") if refused else ""
        number = str(held.get("number", "")).strip()
        return {
            "held": held,
            "number": number,
            "offered": offer,
            "offer_told": self._say(f"helper.offer_{offer}", number=number) if offer else "",
            # What was agreed to before for this number needs no second press.
            "keeps": [k for k in ("replace", "aside") if k != offer and held.get(k) == number],
        }

    def _sentence(self, refused: Refused) -> str:
        key = f"refused_{refused.reason}"
        values = {"n": 0, "number": "", "most": 0} | dict(refused.values)
        if key in self._known:
            return self._say(f"helper.{key}", **values)
        return self._say("helper.refused_other")

    def _render(self, template: str, **values: Any) -> str:
        return self._press.env.get_template(template).render(say=self._say, **values)


def _kinds(case: Case) -> tuple[str, ...]:
    """What a slip may be, that which is written now first; of the frame its two sides."""
    running, evening = case.running, case.evening
    now = BLOCKS[running.kind].writes if running else None
    asked: tuple[NoteKind, ...] = evening.collected if evening else ()
    usual: tuple[NoteKind, ...] = ("need", "idea")
    newest = (now,) if now else ()
    kinds = dict.fromkeys((*newest, *reversed(asked), *usual))
    return tuple(v for k in kinds for v in (get_args(Side) if k == "frame" else (k,)))
