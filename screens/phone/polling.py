"""What stands on the phone's page of a poll, in each of the forms that a question can have."""

from typing import Any, Final

from screens.phone.pages import Pages, Slip, shuffled
from screens.scales import Scales
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
            "ends": self._ends(form),
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

    def _ends(self, form: Form) -> list[tuple[int, str]]:
        """What the lowest and the highest number of a scale mean, where somebody has said it."""
        if form.kind != "scale" or not form.values:
            return []
        ends = zip((min(form.values), max(form.values)), form.poles, strict=False)
        return [(number, word) for number, word in ends if word]

    def _axes(self, form: Form) -> list[dict[str, Any]]:
        """What is asked of each thing on each axis, one axis at a time."""
        if form.kind != "axes":
            return []
        poles = (*form.poles, "", "")
        say, low, high = self._say, min(form.values), max(form.values)
        ends = say("score.axis_ends", low=low, high=high)
        return [
            {"key": axis, "text": self._asks(axis, own), "own": bool(own), "ends": ends}
            for axis, own in zip(AXES, poles, strict=False)
        ]

    def _asks(self, axis: str, own: str) -> str:
        say = self._say
        if own:
            return say("score.ask_axis", axis=own)
        return say(f"score.ask_{axis}", axis=say(f"score.axis_{axis}"))
