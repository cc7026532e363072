"""What stands on the phone's page of a poll, in each of the forms that a question can have."""

from typing import Any, Final

from screens.phone.pages import Pages, Slip, shuffled
from screens.scales import Scales
from screens.telling import Telling
from workshop.findings import things
from workshop.own_forms import AXES
from workshop.scored import Form, Item
from workshop.terms import PollForm
from workshop.views import PhonePoll, PhoneView

SHUFFLED: Final[frozenset[PollForm]] = frozenset({"agreement", "ranking", "testing"})
"""The forms whose order is each phone's own, so that what stands first gets no more for it."""
TEMPLATES: Final[dict[PollForm, str]] = {
    "ranking": "ranking",
    "axes": "axes",
    "testing": "testing",
}
"""The forms with a template of their own; the others are one choice for each item."""


class Polling:
    """Draws the face of the open poll."""

    def __init__(self, pages: Pages) -> None:
        self._say = pages.say
        self._scales = Scales(pages.say)
        self._telling = Telling(pages.say)

    def face(self, view: PhoneView, secret: str, slip: Slip | None) -> dict[str, Any]:
        """What the template fills in; empty where no poll is open for this phone."""
        poll = view.poll
        if poll is None or view.me is None:
            return {}
        held = slip.fields if slip and slip.form == "answer" else {}
        form, scales = poll.form, self._scales
        title = scales.title(poll.what, form)
        items = list(things(form))
        if form.kind in SHUFFLED:
            items = shuffled(items, poll.id, secret, lambda item: item.key)
        picks = held.get("answers", poll.picks)
        if form.kind == "ranking" and picks:
            # As it was left, the first place on top.
            items.sort(key=lambda item: form.value(picks.get(item.key)) or len(items) + 1)
        texts = [scales.item(item) for item in items]
        return {
            "heading": title,
            "layout": TEMPLATES.get(form.kind, "choices"),
            "items": [self._item(item) for item in items],
            # One question that is also the heading is not said twice.
            "alone": texts == [title],
            "steps": [(s.key, scales.step(poll.what, s), bool(s.label)) for s in form.steps],
            "look": self._look(poll),
            "ends": scales.ends(form),
            "axes": self._axes(form),
            "picks": picks,
        }

    def _item(self, item: Item) -> dict[str, Any]:
        return {
            "key": item.key,
            "text": self._scales.item(item),
            "own": bool(item.text),
            "help": self._scales.help(item),
            "anchors": self._scales.anchors(item),
        }

    def _look(self, poll: PhonePoll) -> str:
        """How the answers are laid: numbers close together, words under each other."""
        form = poll.form
        if form.kind == "agreement":
            return "close"
        if form.kind in {"scale", "axes"}:
            return f"close of{len(form.values)}"
        numbers = sum(s.value is not None and not s.label for s in form.steps) > 1
        return "numbers" if numbers and poll.what == "fundamentals" else ""

    def _axes(self, form: Form) -> list[dict[str, Any]]:
        """What is asked of each thing on each axis, one axis at a time."""
        if form.kind != "axes":
            return []
        ends = self._say("score.axis_ends", low=min(form.values), high=max(form.values))
        own = [bool(word) for word in (*form.poles, "", "")[:2]]
        return [
            {"key": axis, "text": text, "own": mine, "ends": ends}
            for axis, text, mine in zip(AXES, self._telling.asks(form), own, strict=True)
        ]
