"""What can be asked or gone through: the pack's checklists, and the questions of the method."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from screens.desk.acts import Say
from screens.desk.bits import Bit, Bits, Mark, mark
from screens.desk.own_results import OWN_LISTS, OwnResults
from screens.desk.widgets.picks import Pick
from screens.scales import Scales, column, moved
from screens.telling import Telling
from screens.words import voice

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.packs.parts import Checklist
    from workshop.scored import Form, Group, Poll, Review, Step
    from workshop.terms import PollKind

ASKED: "Final[tuple[PollKind, ...]]" = ("handlingsrom", "exit")
"""Questions that every case can ask, whatever its pack."""

MEANS: "Final[frozenset[PollKind]]" = frozenset({"checklist", "exit"})
"""What has a mean beside its distribution."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer that the case suggests, and why."""

    step: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the last time: how far each item moved, and what was agreed then."""

    moved: Mapping[str, float] = field(default_factory=dict)
    agreed: Mapping[str, str] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    """What the case suggests for what is not agreed on yet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A checklist of the pack, a question of the method, or a question of one's own."""

    id: str
    what: "PollKind"
    title: str
    checklist: "Checklist | None" = None
    polls: "tuple[Poll, ...]" = ()
    """How it was answered alone, oldest first."""
    reviews: "tuple[Review, ...]" = ()
    """How it was gone through together, oldest first."""

    @property
    def open(self) -> bool:
        """Whether it is being answered now."""
        return bool(self.polls) and self.polls[-1].closed_at is None


def sheets(case: "Case", say: Say) -> list[Sheet]:
    """All of them: the pack's, the method's, and one's own in the order they were asked."""
    from workshop import reviews

    polls = list(case.polls.values())
    told = [
        Sheet(
            f"checklist-{c.key}",
            "checklist",
            c.name,
            c,
            tuple(p for p in polls if p.what == "checklist" and p.form.key == c.key),
            reviews.of(case, c.key),
        )
        for c in case.pack.checklists
    ]
    for what in ASKED:
        asked = tuple(p for p in polls if p.what == what)
        told.append(Sheet(what, what, say(f"score.title_{what}"), polls=asked))
    title = Scales(say).title
    own = (p for p in polls if p.what == "choice")
    return [*told, *(Sheet(p.id, p.what, title(p.what, p.form), polls=(p,)) for p in own)]


class Drawing:
    """Sheets and their items as rows; ``words`` are those of the place."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._scales = Scales(say)
        self._telling = Telling(say)

    def words(self, key: str, **values: object) -> str:
        """A sentence of the place."""
        return self._say(f"desk.place_checklists_{key}", **values)

    def sheet(self, sheet: Sheet) -> Pick:
        """One sheet in the list."""
        done = any(p.closed_at for p in sheet.polls) or bool(sheet.reviews)
        sign = Mark.LIVE if sheet.open else Mark.DONE if done else Mark.NOT_YET
        return Pick(
            sheet.id,
            sheet.title,
            (mark(sign), (" ", "")),
            right=((self._state(sheet), "muted"),),
            under=((sheet.checklist.about, "muted"),) if sheet.checklist else (),
        )

    def _state(self, sheet: Sheet) -> str:
        if sheet.open:
            return self.words("answered", n=sum(sheet.polls[-1].turnout.values()))
        from workshop.reviews import open_items

        if sheet.reviews:
            items = len(sheet.reviews[-1].form.items)
            return self.words("agreed", n=items - len(open_items(sheet.reviews[-1])), of=items)
        if sheet.polls:
            return self.words("answered", n=sum(sheet.polls[-1].turnout.values()))
        when = sheet.checklist.when if sheet.checklist else ()
        return ", ".join(self.words(f"when_{w}") for w in when)

    def items(
        self,
        form: "Form",
        what: "PollKind",
        poll: "Poll | None",
        review: "Review | None",
        group: "Group | None",
        before: Before,
    ) -> list[Pick]:
        """The items of one sheet, with what was agreed and how the answers lie."""
        from workshop.counting import lowest

        counts = group.counts if group else poll.counts if poll else {}
        if form.kind in OWN_LISTS:
            return OwnResults(self._say).picks(form, counts)
        train = lowest(form, counts) if what == "checklist" else ()
        picks = []
        for number, item in enumerate(form.items, start=1):
            reply = review.replies.get(item.key) if review else None
            step = next((s for s in form.steps if reply and s.key == reply.step), None)
            right = self._agreed(form, what, step, before.agreed.get(item.key))
            sign = Mark.LACKS if review and item.key in _zeros(review) else Mark.NOTHING
            under = [*self._counts(form, what, counts.get(item.key, {}))]
            if said := self._telling.of_item(form, item, counts):
                under.append((said, "muted"))
            if item.key in before.moved:
                under.append((f"{moved(before.moved[item.key], self._say)}   ", "muted"))
            if offer := before.offers.get(item.key):
                under.append((self._offer(form, what, offer), "info"))
            if item.key in train:
                under.append((self.words("train"), "warn"))
            lead: Bits = (mark(sign), (f"{number:>2}  ", "muted"))
            picks.append(
                Pick(item.key, self._scales.item(item), lead, right=right, under=tuple(under))
            )
        return picks

    def _agreed(self, form: "Form", what: "PollKind", step: "Step | None", was: str | None) -> Bits:
        """What is agreed on, after what was agreed the last time where it was another answer."""
        if step is None:
            return ()
        told = (self._scales.step(what, step), "strong")
        old = next((s for s in form.steps if s.key == was), None)
        if old is None or old.key == step.key:
            return (told,)
        return ((f"{self._scales.step(what, old)} → ", "muted"), told)

    def _offer(self, form: "Form", what: "PollKind", offer: Offer) -> str:
        """«Forslag: Delvis. 4 av 6 bord var blandet.», and the key that takes it."""
        step = next((s for s in form.steps if s.key == offer.step), None)
        told = self._scales.step(what, step) if step else ""
        return self.words("offer", step=told, why=offer.why)

    def _counts(self, form: "Form", what: "PollKind", steps: Mapping[str, int]) -> Iterator[Bit]:
        from workshop.counting import middle

        if not steps:
            return
        most = max(steps.values())
        for step in form.steps:
            n = steps.get(step.key, 0)
            yield (f"{self._scales.short(what, step)} {column(n, most)} {n}   ", "")
        mean = middle(form, steps)
        if mean is not None and what in MEANS:
            told = voice(self._say).decimal(mean, always=True)
            yield (f"{self.words('mean', n=told)}   ", "muted")

    def told(self, poll: "Poll", group: "Group | None") -> str:
        """Whose answers are shown, and how many are not."""
        if poll.closed_at is None:
            return self.words("blind", n=sum(poll.turnout.values()))
        if group is not None:
            role = self._say(f"desk.role_{group.role}")
            if group.answers is None:
                return self.words("group_hidden", role=role, n=poll.fewest)
            return self.words("group", role=role, n=group.answers)
        if poll.answers is None:
            return self.words("few", n=poll.fewest) if poll.turnout else self.words("nobody")
        told = self.words("answers", n=poll.answers)
        if set(poll.turnout) - {"phone"}:
            ways = (self._say(f"desk.place_dots_came_{o}", n=n) for o, n in poll.turnout.items())
            told = f"{told} {', '.join(ways)}."
        return f"{told} {self.words('withheld', n=poll.withheld)}" if poll.withheld else told

    def legend(self, form: "Form", what: "PollKind") -> str:
        """Which key stands for which answer."""
        return " · ".join(
            f"{key} {self._scales.step(what, step)}" for key, step in keys(form).items()
        )


def keys(form: "Form") -> dict[str, "Step"]:
    """The key that agrees on each step: its number, or «v» for «don't know»."""
    given: dict[str, Step] = {}
    for place, step in enumerate(form.steps, start=1):
        if step.key == "unknown":
            given["v"] = step
        elif step.value is not None and 0 <= step.value <= 9:  # noqa: PLR2004 - one digit
            given[str(step.value)] = step
        else:
            given[str(place)] = step
    return given


def _zeros(review: "Review") -> tuple[str, ...]:
    from workshop.reviews import unexplained

    return unexplained(review)
